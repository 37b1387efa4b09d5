import type { Temporal } from 'temporal-polyfill'
import { parseDate } from '../../../engine/forms/parse-date.js'
import { isId } from '../../../kernel/ids.js'
import type { PersonId, RecordId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'

/** The texts of a form's body, by name: several boxes of one name come joined by commas. Nothing longer than 4,000 characters. */
export function fieldsOf(body: unknown): Readonly<Record<string, string>> {
  const sent = typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {}
  return Object.fromEntries(
    Object.entries(sent).map(([name, value]) => [
      name,
      (Array.isArray(value) ? value.map(String).join(',') : typeof value === 'string' ? value : '')
        .replaceAll('\u0000', '')
        .slice(0, 4000)
        .trim(),
    ]),
  )
}

/** An id from an address; anything else is a page that is not there. */
export function idFrom(text: string | undefined): RecordId {
  if (!isId(text)) throw new Refusal('not-found', 'There is no such page. Go back and choose from the list.')
  return text
}

export const personFrom = (text: string | undefined): PersonId => idFrom(text) as string as PersonId

/** The key a form carries, so that sending twice does one thing. */
export const keyOf = (fields: Readonly<Record<string, string>>): string => idFrom(fields['key'])

/** The answers among the fields: 'answer-may-use' → 'may-use'. */
export const answersIn = (fields: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      name.startsWith('answer-') ? [[name.slice('answer-'.length), value]] : [],
    ),
  )

/** Arabic-Indic and Persian figures as the ones that dates are read in. */
const latinFigures = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (figure) => String((figure.codePointAt(0) ?? 0) & 15))

/** A date written in one box ('24 3 2018', '24/3/2018', '24 March 2018'), or null. */
export function dateTyped(text: string): Temporal.PlainDate | null {
  const reading = parseDate({ day: latinFigures(text).trim(), month: '', year: '' })
  return reading.is === 'answer' ? reading.value : null
}
