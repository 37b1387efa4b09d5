import { Input } from '../../../web/components/govuk/input.js'
import { buildField, fieldBuilder } from '../build-field.js'
import { readText, within, wrong } from '../read-text.js'
import { errorOf, hintOf, labelOf, typedText } from '../typed.js'

/** A line of text. Lengths in characters. */
export interface TextOptions {
  /** 200 unless told otherwise. */
  readonly maxLength?: number
  /** What the answer must look like, and the sentence when it does not. */
  readonly shape?: { readonly pattern: RegExp; readonly sentence: string }
  readonly autocomplete?: string
  readonly inputmode?: 'text' | 'email' | 'tel' | 'numeric' | 'url'
  /** Characters that fit the box: a width says what is expected. */
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30
}

/** One line of text. */
export const text = fieldBuilder<TextOptions, string>((options) => {
  const { maxLength = 200, shape, width } = options
  return buildField<string>(options, {
    kind: 'text',
    read(body, name) {
      const reading = readText(body, name)
      const line = reading.is === 'answer' ? { ...reading, value: reading.value.replace(/\s+/g, ' ') } : reading
      const limited = within(line, maxLength)
      if (limited.is === 'answer' && shape && !shape.pattern.test(limited.value)) return wrong(shape.sentence)
      return limited
    },
    view: (view) => (
      <Input
        name={view.name}
        label={labelOf(options.label, view)}
        hint={hintOf(options.hint)}
        errorMessage={errorOf(view.faults)}
        value={typedText(view.typed, view.name)}
        autocomplete={options.autocomplete ?? 'off'}
        inputmode={options.inputmode}
        classes={width && `govuk-input--width-${width}`}
      />
    ),
    say: (value) => value,
    retype: (value, name) => ({ [name]: value }),
    schema: () => ({ type: 'string', minLength: 1, maxLength, ...(shape && { pattern: shape.pattern.source }) }),
  })
})
