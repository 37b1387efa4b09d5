import { Temporal } from 'temporal-polyfill'
import { isId } from '../../kernel/ids.js'
import type { Form } from '../forms/define-form.js'
import type { PickedPeople } from '../forms/fields/person-picker.js'
import type { Register, Values } from './register.js'

type Stored = Readonly<Record<string, unknown>>

/** How an answer that is not plain JSON is read back from it. Dates write themselves as ISO text. */
const revivers: Readonly<Record<string, (stored: string) => unknown>> = {
  date: (stored) => Temporal.PlainDate.from(stored),
  dateTime: (stored) => Temporal.Instant.from(stored),
}

/** Answers as the jsonb column keeps them, parted into what all readers see and what fewer do. */
export function parted({ secret }: Register, values: Values): { readonly open: Stored; readonly secret: Stored } {
  const plain = JSON.parse(JSON.stringify(values)) as Record<string, unknown>
  const hidden = new Set(secret)
  const side = (isSecret: boolean) =>
    Object.fromEntries(Object.entries(plain).filter(([name]) => hidden.has(name) === isSecret))
  return { open: side(false), secret: side(true) }
}

/** Answers from the column, as the form gives them. A field that was declared later is answered with its 'nothing'. */
export function revived(form: Form, stored: Stored): Values {
  return Object.fromEntries(
    Object.entries(form.fields).map(([name, field]) => {
      const value = stored[name]
      if (value === undefined || value === null) return [name, field.none]
      const revive = revivers[field.kind]
      return [name, revive && typeof value === 'string' ? revive(value) : value]
    }),
  )
}

/** The people that answers name: for links, subject access and names in titles. */
export function personsIn(form: Form, values: Values): readonly string[] {
  return Object.entries(form.fields).flatMap(([name, { kind }]) =>
    kind === 'personPicker' ? ((values[name] as PickedPeople | null)?.people ?? []).map(({ id }) => id) : [],
  )
}

/** The entries of other registers that answers name. */
export function entriesIn(form: Form, values: Values): readonly string[] {
  return Object.entries(form.fields).flatMap(([name, { kind }]) =>
    kind === 'entryChoice' && isId(values[name]) ? [values[name]] : [],
  )
}

/** The answer to a field with a day, or null. */
export const dayIn = (values: Values, field: string | undefined): Temporal.PlainDate | null =>
  field !== undefined && values[field] instanceof Temporal.PlainDate ? values[field] : null
