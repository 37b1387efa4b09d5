import type { ComponentChildren } from 'preact'
import { DateInput } from '../../web/components/govuk/date-input.js'
import type { FieldView } from './field.js'
import { errorOf, hintOf, legendOf, typedText } from './typed.js'

const parts = ['day', 'month', 'year'] as const

interface DateLook {
  readonly label: string
  readonly hint: string | undefined
  readonly after?: ComponentChildren
}

/** The three boxes of a date, with the wrong ones marked. */
export function dateView(view: FieldView, { label, hint, after }: DateLook) {
  const wrongParts = new Set(view.faults.map((fault) => fault.part))
  const all = view.faults.length > 0 && !parts.some((part) => wrongParts.has(part)) && !wrongParts.has('time')
  return (
    <DateInput
      id={view.name}
      namePrefix={view.name}
      fieldset={{ legend: legendOf(label, view) }}
      hint={hintOf(hint)}
      errorMessage={errorOf(view.faults)}
      formGroup={after ? { afterInputs: { text: after } } : undefined}
      items={parts.map((part) => ({
        name: part,
        value: typedText(view.typed, `${view.name}-${part}`),
        error: all || wrongParts.has(part),
      }))}
    />
  )
}
