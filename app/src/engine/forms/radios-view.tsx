import { Radios } from '../../web/components/govuk/radios.js'
import type { FieldView } from './field.js'
import { errorOf, hintOf, legendOf, typedText } from './typed.js'

/** A choice as radios show it. */
interface RadioOption {
  readonly value: string
  readonly text: string
  readonly hint?: string
}

interface RadiosLook {
  readonly label: string
  readonly hint: string | undefined
  readonly options: readonly RadioOption[]
  readonly inline?: boolean
}

/** Radios for one field, with the fields that depend on an answer folded under it. */
export function radiosView(view: FieldView, { label, hint, options, inline }: RadiosLook) {
  return (
    <Radios
      name={view.name}
      classes={inline ? 'govuk-radios--inline' : undefined}
      fieldset={{ legend: legendOf(label, view) }}
      hint={hintOf(hint)}
      errorMessage={errorOf(view.faults)}
      value={typedText(view.typed, view.name)}
      items={options.map((option) => ({
        value: option.value,
        text: option.text,
        hint: hintOf(option.hint),
        conditional: { text: view.under(option.value) },
      }))}
    />
  )
}
