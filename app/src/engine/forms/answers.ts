import type { SummaryRow } from '../../web/components/govuk/summary-list.js'
import type { Typed } from '../../web/kept-fields.js'
import type { Fields, Form, ValuesOf } from './define-form.js'
import type { FormContext } from './field.js'
import { isAsked } from './parse-form.js'

/** 'Check your answers': each question that was asked with its answer in words, and a link to change it. */
export function answerRows<F extends Fields>(
  form: Form<F>,
  values: ValuesOf<F>,
  context: FormContext,
  changeUrl?: (field: string) => string,
): readonly SummaryRow[] {
  const typed = retyped(form, values)
  return Object.entries(form.fields).flatMap(([name, field]) => {
    if (field.kind === 'hidden' || !isAsked(form, field, typed)) return []
    const value = values[name]
    const said = value === null || value === undefined ? null : field.say(value, context)
    const change = changeUrl && { href: changeUrl(name), text: 'Change', visuallyHiddenText: `: ${field.label}` }
    return [
      {
        key: { text: field.label },
        value: { text: said ?? 'Not answered' },
        actions: change && { items: [change] },
      },
    ]
  })
}

/** What somebody would have typed to give these answers: fills a form from what is stored. */
export function retyped<F extends Fields>(form: Form<F>, values: Partial<ValuesOf<F>>): Typed {
  const typed: Record<string, string | readonly string[]> = {}
  for (const [name, field] of Object.entries(form.fields)) {
    const value = values[name]
    if (value !== null && value !== undefined) Object.assign(typed, field.retype(value, name))
  }
  return typed
}
