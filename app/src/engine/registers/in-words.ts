import { Temporal } from 'temporal-polyfill'
import type { Form } from '../forms/define-form.js'
import type { Field } from '../forms/field.js'
import type { PickedPeople } from '../forms/fields/person-picker.js'
import { shortDate } from '../../web/dates.js'
import type { Names, Values } from './register.js'

/** How an answer of a kind reads in one line; any other kind says itself. */
const lines: Readonly<Record<string, (value: unknown, names: Names) => string>> = {
  personPicker: (value, names) => (value as PickedPeople).people.map(({ id }) => names.person(id)).join('; '),
  entryChoice: (value, names) => names.entry(value as string),
  date: (value) => shortDate(value as Temporal.PlainDate),
  yesNo: (value) => (value ? 'Yes' : 'No'),
  longText: (value) => value as string,
}

const noWhen = Temporal.Instant.fromEpochMilliseconds(0)

const ownWords = (field: Field<unknown>, value: unknown): string => {
  const said = field.say(value, { now: noWhen })
  return typeof said === 'string' ? said : ''
}

/** One answer as one line of plain text: for lists, exports and search. Empty where nothing was answered. */
export function inWords(form: Form, name: string, values: Values, names: Names): string {
  const field = form.fields[name]
  const value = values[name]
  if (!field || value === null || value === undefined) return ''
  return lines[field.kind]?.(value, names) ?? ownWords(field, value)
}
