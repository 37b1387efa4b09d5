import { Select } from '../../web/components/govuk/select.js'
import type { Field, FieldView } from './field.js'
import { errorOf, hintOf, labelOf, typedText } from './typed.js'

/** A list to choose one from: the view of every field that offers one. */
export function selectView(
  view: FieldView,
  { label, hint }: Pick<Field<unknown>, 'label'> & { readonly hint?: string | undefined },
  offered: readonly { readonly value: string; readonly text: string }[],
) {
  return (
    <Select
      name={view.name}
      label={labelOf(label, view)}
      hint={hintOf(hint)}
      errorMessage={errorOf(view.faults)}
      value={typedText(view.typed, view.name)}
      items={[{ value: '', text: 'Choose' }, ...offered]}
    />
  )
}
