import {
  buildField,
  type OptionalQuestion,
  type PlainQuestion,
  type Question,
  type SometimesQuestion,
} from '../build-field.js'
import type { Field } from '../field.js'
import { radiosView } from '../radios-view.js'
import { readText, wrong } from '../read-text.js'
import { selectView } from '../select-view.js'

/** One answer that can be chosen. */
export interface Option<Value extends string = string> {
  readonly value: Value
  readonly text: string
  readonly hint?: string
}

/** One choice out of several. */
export interface ChoiceOptions<Value extends string> {
  readonly options: readonly Option<Value>[]
  /** A list that folds, for more than about seven choices. Radios otherwise. */
  readonly look?: 'radios' | 'select'
  readonly inline?: boolean
}

/** One choice out of several; the answer's type is the options' values where they are written in the code. */
export function choice<const V extends string>(options: ChoiceOptions<V> & OptionalQuestion): Field<V | null>
export function choice<const V extends string>(options: ChoiceOptions<V> & SometimesQuestion): Field<V | null>
export function choice<const V extends string>(options: ChoiceOptions<V> & PlainQuestion): Field<V>
export function choice(options: ChoiceOptions<string> & Question): Field<string> {
  const { options: offered } = options
  return buildField<string>(options, {
    kind: 'choice',
    read(body, name) {
      const reading = readText(body, name)
      if (reading.is !== 'answer' || offered.some((option) => option.value === reading.value)) return reading
      return wrong('Choose one of the answers given here')
    },
    view: (view) =>
      options.look === 'select'
        ? selectView(view, options, offered)
        : radiosView(view, { hint: undefined, ...options }),
    say: (value) => offered.find((option) => option.value === value)?.text ?? null,
    retype: (value, name) => ({ [name]: value }),
    schema: () => ({ type: 'string', enum: offered.map((option) => option.value) }),
  })
}
