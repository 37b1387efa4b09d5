import { Checkboxes } from '../../../web/components/govuk/checkboxes.js'
import {
  buildField,
  type OptionalQuestion,
  type PlainQuestion,
  type Question,
  type SometimesQuestion,
} from '../build-field.js'
import type { Field } from '../field.js'
import { readTexts, wrong } from '../read-text.js'
import { errorOf, hintOf, legendOf, typedTexts } from '../typed.js'
import type { Option } from './choice.js'

/** Any number of choices. */
export interface ManyChoicesOptions<Value extends string> {
  readonly options: readonly Option<Value>[]
  /** An answer that rules out the others: 'None of these'. */
  readonly noneOfThese?: Value
}

/** Any number of choices; none chosen is an empty list. */
export function manyChoices<const V extends string>(
  options: ManyChoicesOptions<V> & (OptionalQuestion | SometimesQuestion | PlainQuestion),
): Field<readonly V[]>
export function manyChoices(options: ManyChoicesOptions<string> & Question): Field<readonly string[]> {
  const { options: offered, noneOfThese } = options
  return buildField<readonly string[]>(options, {
    kind: 'manyChoices',
    none: [],
    read(body, name) {
      const chosen = readTexts(body, name)
      if (chosen.length === 0) return { is: 'empty' }
      if (chosen.some((value) => !offered.some((option) => option.value === value)))
        return wrong('Choose from the answers given here')
      if (noneOfThese !== undefined && chosen.length > 1 && chosen.includes(noneOfThese))
        return wrong(`Choose either “${wordFor(offered, noneOfThese)}” or the others, not both`)
      return { is: 'answer', value: chosen }
    },
    view: (view) => (
      <Checkboxes
        name={view.name}
        fieldset={{ legend: legendOf(options.label, view) }}
        hint={hintOf(options.hint)}
        errorMessage={errorOf(view.faults)}
        values={typedTexts(view.typed, view.name)}
        items={offered.map((option) => ({
          value: option.value,
          text: option.text,
          hint: hintOf(option.hint),
          behaviour: option.value === noneOfThese ? 'exclusive' : undefined,
          conditional: { text: view.under(option.value) },
        }))}
      />
    ),
    say: (values) => values.map((value) => wordFor(offered, value)).join(', ') || null,
    retype: (values, name) => ({ [name]: values }),
    schema: () => ({ type: 'array', uniqueItems: true, items: { enum: offered.map((option) => option.value) } }),
  })
}

const wordFor = (offered: readonly Option[], value: string) =>
  offered.find((option) => option.value === value)?.text ?? value
