import { defineForm } from '../../../engine/forms/define-form.js'
import type { Field } from '../../../engine/forms/field.js'
import { choice } from '../../../engine/forms/fields/choice.js'
import { dateTime } from '../../../engine/forms/fields/date-time.js'
import { longText } from '../../../engine/forms/fields/long-text.js'
import { manyChoices } from '../../../engine/forms/fields/many-choices.js'
import { fieldsOf, optionsOf, optionsOfField } from '../../../engine/procedures/index.js'
import type { Field as StepField, Offer, Step } from '../../../engine/procedures/index.js'
import { Temporal } from 'temporal-polyfill'
import type { Telling } from '../commands/decide-parents.js'
import { asksOfParents, notYetTold, TOLD } from '../parents-step.js'
import type { CaseChild } from '../queries/children-of.js'
import { tellingFields } from './telling-fields.js'

type AnyFields = Readonly<Record<string, Field<unknown>>>

/** A field of a procedure in a form: prefixed, so that none can be mistaken for the question's own boxes. */
export const boxOf = (id: string): string => `field-${id}`

/**
 * The questions of one step as fields of a form, made from the procedure; and who was told, how and when, where parents were
 * and it is not on record for every one of the case's `children`. There is no kind that takes a file.
 */
export function stepFields(step: Step, children: readonly CaseChild[]): AnyFields {
  const options = optionsOf(step)
  const questions: AnyFields = {
    ...(options.length > 0 ? { answers: answersField(step) } : {}),
    ...(asksOfParents(step) && notYetTold(children).length > 0 ? tellingFields({ field: 'answers', is: TOLD }) : {}),
    ...(options.some(({ why }) => why) ? { reason: reasonField } : {}),
  }
  const fields = Object.fromEntries(fieldsOf(step).map((field) => [boxOf(field.id), fieldFor(field)]))
  return defineForm({ ...questions, ...fields }).fields
}

const reasonField = longText({
  label: 'Your reason, in a sentence',
  hint: 'Some answers need one. It is kept with the answer.',
  rows: 3,
  optional: true,
})

function answersField(step: Step): Field<unknown> {
  const options = optionsOf(step).map(({ value, text, why }) => ({
    value,
    text,
    ...(why ? { hint: 'Needs a reason' } : {}),
  }))
  const shared = { label: 'Your answer', missing: 'Choose an answer', options }
  const holds = step.kind === 'ask' ? options.find(({ value }) => value === step.default) : undefined
  const hint = holds ? { hint: `Unless somebody says otherwise: ${holds.text}` } : {}
  return step.kind === 'ask' && step.many ? manyChoices({ ...shared, ...hint }) : choice({ ...shared, ...hint })
}

function fieldFor(field: StepField): Field<unknown> {
  const { label, hint, required } = field
  const words = { label, ...(hint === undefined ? {} : { hint }) }
  const needed = required ? { missing: `“${label}” needs an answer` } : { optional: true as const }
  const options = optionsOfField(field)
  if (field.type === 'date-time') return dateTime({ ...words, ...needed, latest: 'today' } as never)
  if (options.length > 0) return choice({ ...words, ...needed, options } as never)
  return longText({ ...words, ...needed, rows: 3 } as never)
}

/** What somebody entered, as the engine takes it. */
export function offerFrom(step: Step, values: Readonly<Record<string, unknown>>): Offer {
  const given = fieldsOf(step).flatMap(({ id }) => {
    const value = values[boxOf(id)]
    return value === null || value === undefined ? [] : [[id, asText(value)]]
  })
  const answers = [values['answers'] ?? []].flat().map(String)
  const reason = values['reason']
  return {
    step: step.id,
    outcome: optionsOf(step).length > 0 || step.kind === 'record' ? 'answered' : 'done',
    ...(answers.length > 0 ? { answers } : {}),
    ...(given.length > 0 ? { values: Object.fromEntries(given) as Readonly<Record<string, string>> } : {}),
    ...(typeof reason === 'string' ? { reason } : {}),
  }
}

/** Who was told, where the form asked for it. */
export const tellingFrom = ({ adults, how, toldAt }: Readonly<Record<string, unknown>>): Telling => ({
  adults: typeof adults === 'string' ? adults : null,
  how: typeof how === 'string' ? how : null,
  toldAt: toldAt instanceof Temporal.Instant ? toldAt : null,
})

/** Times as the engine keeps them, on the school's own clock: '2026-11-24T10:42'. */
const asText = (value: unknown): string =>
  value instanceof Temporal.Instant
    ? value.toZonedDateTimeISO('Europe/London').toPlainDateTime().toString({ smallestUnit: 'minute' })
    : String(value)
