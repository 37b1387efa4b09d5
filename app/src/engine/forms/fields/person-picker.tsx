import { buildField, fieldBuilder, type Question } from '../build-field.js'
import type { Body, FormContext, Reading } from '../field.js'
import { personPickerView } from '../person-picker-view.js'
import { readText, readTexts, wrong } from '../read-text.js'

/** One person picked, and how they were involved where the field asks for it. */
export interface PickedPerson {
  readonly id: string
  readonly role: string | null
}

/** Who was picked. `notKnown` is the answer "I don't know who", which may stand beside people who are known. */
export interface PickedPeople {
  readonly people: readonly PickedPerson[]
  readonly notKnown: boolean
}

/** People found by part of their name or class. */
export interface PersonPickerOptions {
  /** How a person may have been involved; each picked person then needs one. */
  readonly roles?: readonly { readonly value: string; readonly text: string }[]
  /** The sentence for a person picked without a role: 'Say how each person was involved'. */
  readonly roleMissing?: string
  /** Offers "I don't know who" in these words. */
  readonly notKnown?: string
  /** One person and no more. */
  readonly onlyOne?: boolean
}

/** The most people that one answer takes: a whole class and the adults around it. */
const most = 60

/**
 * People, searched by part of a name or class. Works with no JavaScript: its own button sends the form, the page comes
 * back with who was found as boxes to tick, and everything typed elsewhere is still there. Only people whom the route
 * put into the context can be picked, so that an id made up in a browser reaches nobody.
 */
export const personPicker = fieldBuilder<PersonPickerOptions, PickedPeople>((options) =>
  buildField<PickedPeople>(options, {
    kind: 'personPicker',
    none: { people: [], notKnown: false },
    names: (name) => [name, `${name}-words`, `${name}-not-known`, `${name}-role-*`],
    anchor: (name, part) => (part === undefined ? `${name}-words` : `${name}-${part}`),
    read: (body, name, context) => readPeople(body, name, options, context),
    view: (view) => personPickerView(view, options),
    say: (value, context) => inWords(value, options, context),
    retype: (value, name) => ({
      [name]: value.people.map((person) => person.id),
      ...(value.notKnown && { [`${name}-not-known`]: 'yes' }),
      ...Object.fromEntries(value.people.map((person) => [`${name}-role-${person.id}`, person.role ?? ''])),
    }),
    schema: () => ({
      type: 'object',
      required: ['people', 'notKnown'],
      properties: {
        people: { type: 'array', maxItems: options.onlyOne ? 1 : most, items: personSchema(options) },
        notKnown: { type: 'boolean' },
      },
    }),
  }),
)

const personSchema = ({ roles }: PersonPickerOptions) => ({
  type: 'object',
  required: ['id', 'role'],
  properties: {
    id: { type: 'string', format: 'uuid' },
    role: roles ? { enum: roles.map((role) => role.value) } : { type: 'null' },
  },
})

function readPeople(
  body: Body,
  name: string,
  options: PersonPickerOptions & Question,
  context: FormContext,
): Reading<PickedPeople> {
  const ids = readTexts(body, name)
  const notKnown = body[`${name}-not-known`] === 'yes' && options.notKnown !== undefined
  if (ids.length === 0 && !notKnown) return { is: 'empty' }
  if (options.onlyOne && ids.length > 1) return wrong('Choose one person')
  if (ids.length > most) return wrong(`Choose at most ${most} people`)
  const stranger = ids.some((id) => !context.people?.has(id))
  if (stranger) return wrong('Somebody you chose cannot be found any more. Search for them again')
  const people = ids.map((id) => ({ id, role: roleOf(body, name, id, options) }))
  const unsaid = people.find((person) => person.role === undefined)
  if (unsaid) return wrong(options.roleMissing ?? 'Say how each person was involved', `role-${unsaid.id}`)
  return { is: 'answer', value: { people: people.map(({ id, role = null }) => ({ id, role })), notKnown } }
}

/** The role given to a person; null where the field asks for none, undefined where it is missing. */
function roleOf(body: Body, name: string, id: string, { roles }: PersonPickerOptions): string | null | undefined {
  if (!roles) return null
  const typed = readText(body, `${name}-role-${id}`)
  return typed.is === 'answer' && roles.some((role) => role.value === typed.value) ? typed.value : undefined
}

function inWords(value: PickedPeople, options: PersonPickerOptions, context: FormContext) {
  const known = value.people.map(({ id, role }) => {
    const person = context.people?.get(id)
    const how = options.roles?.find((one) => one.value === role)?.text
    return [person ? `${person.name}, ${person.about}` : 'Somebody who cannot be found any more', how]
      .filter(Boolean)
      .join(': ')
  })
  const all = value.notKnown && options.notKnown ? [...known, options.notKnown] : known
  return all.length === 0 ? null : all.map((line, at) => (at === 0 ? line : [<br />, line]))
}
