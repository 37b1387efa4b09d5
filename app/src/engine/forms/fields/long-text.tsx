import { CharacterCount } from '../../../web/components/govuk/character-count.js'
import { Textarea } from '../../../web/components/govuk/textarea.js'
import { buildField, fieldBuilder } from '../build-field.js'
import { readText, within } from '../read-text.js'
import { errorOf, hintOf, labelOf, typedText } from '../typed.js'

/** Several lines of text. */
export interface LongTextOptions {
  /** In characters; 20,000 unless told otherwise: a long account of a hard day fits. */
  readonly maxLength?: number
  readonly rows?: number
  /** Counts down from the start. Otherwise only the limit is kept: a counter under an account of abuse is out of place. */
  readonly counted?: boolean
}

/** Several lines of text, kept with its line breaks. */
export const longText = fieldBuilder<LongTextOptions, string>((options) => {
  const { maxLength = 20_000, rows = 8, counted } = options
  return buildField<string>(options, {
    kind: 'longText',
    read: (body, name) => within(readText(body, name), maxLength),
    view(view) {
      const shared = {
        name: view.name,
        label: labelOf(options.label, view),
        hint: hintOf(options.hint),
        errorMessage: errorOf(view.faults),
        value: typedText(view.typed, view.name),
        rows,
      }
      return counted ? <CharacterCount {...shared} maxlength={maxLength} /> : <Textarea {...shared} />
    },
    say: (value) => value && <span class="hedgerow-typed">{value}</span>,
    retype: (value, name) => ({ [name]: value }),
    schema: () => ({ type: 'string', minLength: 1, maxLength }),
  })
})
