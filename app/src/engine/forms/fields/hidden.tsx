import { buildField } from '../build-field.js'
import type { Field } from '../field.js'
import { readText, within, wrong } from '../read-text.js'
import { typedText } from '../typed.js'

/** Something the page itself carries: the id of a draft, an idempotency key. */
export interface HiddenOptions {
  /** What it looks like. Anything else was not sent by our page. */
  readonly shape: RegExp
}

/** A value that the page carries from one request to the next. It was in somebody's browser: check it like any other. */
export function hidden({ shape }: HiddenOptions): Field<string> {
  const missing = 'Part of this page was lost. Go back, open it again and send it once more'
  return buildField<string>(
    { label: '', missing },
    {
      kind: 'hidden',
      anchor: () => 'main',
      read(body, name) {
        const reading = within(readText(body, name), 500)
        return reading.is === 'answer' && !shape.test(reading.value) ? wrong(missing) : reading
      },
      view: (view) => <input type="hidden" name={view.name} value={typedText(view.typed, view.name)} />,
      say: () => null,
      retype: (value, name) => ({ [name]: value }),
      schema: () => ({ type: 'string', pattern: shape.source, maxLength: 500 }),
    },
  )
}
