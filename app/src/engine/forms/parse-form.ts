import type { Typed } from '../../web/kept-fields.js'
import type { Fields, Form, ValuesOf } from './define-form.js'
import type { Body, Fault, Field, FormContext, Reading } from './field.js'
import { searchButton } from './person-picker-view.js'
import { readText, readTexts, wrong } from './read-text.js'
import { typedText, typedTexts } from './typed.js'

/** Something to put right: which question, what to do, and the control an error summary links to. */
export interface FormError extends Fault {
  readonly field: string
  readonly href: string
}

/** A person picker's own button was pressed: look for these words and show the form again. */
export interface PersonSearch {
  readonly field: string
  readonly words: string
}

/** What came of a form: all its answers, or what is wrong with everything typed kept. */
export type Parsed<F extends Fields> =
  | { readonly ok: true; readonly values: ValuesOf<F>; readonly typed: Typed }
  | { readonly ok: false; readonly errors: readonly FormError[]; readonly typed: Typed; readonly search?: PersonSearch }

/**
 * Reads a form body. Every question is read, so that all that is wrong is told at once; a question that was not asked
 * (its `when` is not met) is left out even if somebody answered it before changing their mind.
 */
export function parseForm<F extends Fields>(form: Form<F>, body: unknown, context: FormContext): Parsed<F> {
  const sent: Body = typeof body === 'object' && body !== null ? (body as Body) : {}
  const typed = typedIn(form, sent)
  const search = searchIn(form, sent)
  if (search) return { ok: false, errors: [], typed, search }
  const values: Record<string, unknown> = {}
  const errors: FormError[] = []
  for (const [name, field] of Object.entries(form.fields)) {
    const reading = isAsked(form, field, typed) ? answerTo(field, name, { body: sent, context }) : nothing(field)
    if (reading.is === 'answer') values[name] = reading.value
    else errors.push(...reading.faults.map((fault) => located(fault, field, name)))
  }
  return errors.length > 0 ? { ok: false, errors, typed } : { ok: true, values: values as ValuesOf<F>, typed }
}

type Answer = Exclude<Reading<unknown>, { readonly is: 'empty' }>

function answerTo(field: Field<unknown>, name: string, sent: { body: Body; context: FormContext }): Answer {
  const reading = field.read(sent.body, name, sent.context)
  if (reading.is !== 'empty') return reading
  return field.missing === null ? nothing(field) : wrong(field.missing)
}

const nothing = (field: Field<unknown>): Answer => ({ is: 'answer', value: field.none })

const located = (fault: Fault, field: Field<unknown>, name: string): FormError => ({
  ...fault,
  field: name,
  href: `#${field.anchor(name, fault.part)}`,
})

/** Whether a question is asked, given what was typed: the questions it hangs on are asked and have its answer. */
export function isAsked(form: Form, { when }: Field<unknown>, typed: Typed): boolean {
  if (!when) return true
  const above = form.fields[when.field]
  return above !== undefined && isAsked(form, above, typed) && typedTexts(typed, when.field).includes(when.is)
}

/**
 * What was typed into the boxes of a form, and nothing else that came with it: to be shown again, or kept as a draft.
 * Passwords are left out. Texts longer than any field takes are kept to a million characters.
 */
export function typedIn(form: Form, body: unknown): Typed {
  const sent: Body = typeof body === 'object' && body !== null ? (body as Body) : {}
  const typed: Record<string, string | readonly string[]> = {}
  for (const [name, field] of Object.entries(form.fields)) {
    if (field.kind === 'password' || field.kind === 'fileCsv') continue
    for (const box of field.names(name).flatMap((one) => matching(sent, one))) {
      const texts = readTexts(sent, box).map(showable)
      if (texts.length === 1 && texts[0] !== undefined) typed[box] = texts[0]
      else if (texts.length > 1) typed[box] = texts
    }
  }
  return typed
}

const matching = (body: Body, name: string) =>
  name.endsWith('*') ? Object.keys(body).filter((key) => key.startsWith(name.slice(0, -1))) : [name]

/** As typed, but for characters that HTML cannot carry. */
const showable = (text: string) => text.replaceAll('\u0000', '').slice(0, 1_000_000)

function searchIn(form: Form, body: Body): PersonSearch | undefined {
  const pressed = readText(body, searchButton)
  if (pressed.is !== 'answer' || form.fields[pressed.value]?.kind !== 'personPicker') return undefined
  const words = typedText(typedIn(form, body), `${pressed.value}-words`).trim().slice(0, 100)
  return { field: pressed.value, words }
}

/** The ids of people picked in a body: load them into the context before parsing, under the reader's own sight. */
export function pickedIn(form: Form, body: unknown): readonly string[] {
  const sent: Body = typeof body === 'object' && body !== null ? (body as Body) : {}
  const pickers = Object.entries(form.fields).filter(([, field]) => field.kind === 'personPicker')
  return pickers.flatMap(([name]) => readTexts(sent, name)).slice(0, 200)
}
