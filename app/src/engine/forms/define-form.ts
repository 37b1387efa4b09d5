import type { Field } from './field.js'

/** The questions of a form by their names, in the order in which they are asked. */
export type Fields = Readonly<Record<string, Field<unknown>>>

/** The answers of a form, one for each of its questions. */
export type ValuesOf<F extends Fields> = {
  readonly [Name in keyof F]: F[Name] extends Field<infer Value> ? Value : never
}

/** A form declared once: HTML, parsing, errors, 'check your answers' and the JSON schema all come from it. */
export interface Form<F extends Fields = Fields> {
  readonly fields: F
}

/**
 * Declares a form. Throws, when the program starts, on a question that depends on one which is not asked before it:
 * such a question could never be shown.
 */
export function defineForm<const F extends Fields>(fields: F): Form<F> {
  const before = new Set<string>()
  for (const [name, field] of Object.entries(fields)) {
    if (field.when && !before.has(field.when.field))
      throw new Error(`The question ${name} depends on ${field.when.field}, which is not asked before it.`)
    before.add(name)
  }
  return { fields }
}
