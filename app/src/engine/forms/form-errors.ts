import type { Refusal } from '../../kernel/refusal.js'
import type { ErrorSummaryItem } from '../../web/components/govuk/error-summary.js'
import type { Form } from './define-form.js'
import type { FormError } from './parse-form.js'

/** Errors as the page's summary lists them, in the order of the questions. */
export function errorList(errors: readonly FormError[]): readonly ErrorSummaryItem[] {
  return errors.map(({ sentence, href }) => ({ text: sentence, href }))
}

/** A command's refusal as an error beside the question it belongs to, or at the top when it belongs to none. */
export function refusalError(form: Form, { sentence, field }: Refusal): FormError {
  const asked = field === undefined ? undefined : form.fields[field]
  return {
    sentence,
    field: field ?? '',
    href: `#${asked && field !== undefined ? asked.anchor(field, undefined) : 'main'}`,
  }
}
