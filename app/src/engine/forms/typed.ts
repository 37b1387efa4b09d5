import type { Typed } from '../../web/kept-fields.js'
import type { ErrorMessageOptions, LabelOptions, Part } from '../../web/components/options.js'
import type { Fault, FieldView } from './field.js'

/** The one text typed under a name, or nothing. */
export function typedText(typed: Typed, name: string): string {
  const value = typed[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

/** Every text typed or ticked under a name. */
export function typedTexts(typed: Typed, name: string): readonly string[] {
  const value = typed[name]
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}

/** The faults of a field as its error message. */
export function errorOf(faults: readonly Fault[]): ErrorMessageOptions | undefined {
  return faults.length > 0 ? { text: faults.map((fault) => fault.sentence).join('. ') } : undefined
}

/** A hint as components take it. */
export function hintOf(hint: string | undefined): Part | undefined {
  return hint === undefined ? undefined : { text: hint }
}

/** A label, as the page's heading when the field is all the page asks. */
export function labelOf(label: string, { asHeading }: FieldView): LabelOptions {
  return asHeading
    ? { text: label, isPageHeading: true, classes: 'govuk-label--l' }
    : { text: label, classes: 'govuk-label--s' }
}

/** A legend, as the page's heading when the field is all the page asks. */
export function legendOf(label: string, { asHeading }: FieldView) {
  return asHeading
    ? { text: label, isPageHeading: true, classes: 'govuk-fieldset__legend--l' }
    : { text: label, classes: 'govuk-fieldset__legend--s' }
}
