import type { Temporal } from 'temporal-polyfill'
import { Input } from '../../../web/components/govuk/input.js'
import { buildField, fieldBuilder } from '../build-field.js'
import { parseTime } from '../parse-time.js'
import { readText } from '../read-text.js'
import { errorOf, hintOf, labelOf, typedText } from '../typed.js'

/** A time of day, as people write it. */
export const time = fieldBuilder<Readonly<Record<never, never>>, Temporal.PlainTime>((options) =>
  buildField<Temporal.PlainTime>(options, {
    kind: 'time',
    read(body, name) {
      const reading = readText(body, name)
      return reading.is === 'answer' ? parseTime(reading.value) : reading
    },
    view: (view) => (
      <Input
        name={view.name}
        label={labelOf(options.label, view)}
        hint={hintOf(options.hint ?? 'For example, 10:42 or 2:15pm')}
        errorMessage={errorOf(view.faults)}
        value={typedText(view.typed, view.name)}
        classes="govuk-input--width-5"
        autocomplete="off"
      />
    ),
    say: (value) => value && value.toString({ smallestUnit: 'minute' }),
    retype: (value, name) => ({ [name]: value.toString({ smallestUnit: 'minute' }) }),
    schema: () => ({ type: 'string', format: 'time' }),
  }),
)
