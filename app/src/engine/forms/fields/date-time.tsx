import { Temporal } from 'temporal-polyfill'
import { Input } from '../../../web/components/govuk/input.js'
import { fullTime } from '../../../web/dates.js'
import { buildField, fieldBuilder } from '../build-field.js'
import type { DateBounds } from '../date-bounds.js'
import { dateView } from '../date-view.js'
import type { Body, FieldView, FormContext, Reading } from '../field.js'
import { parseTime } from '../parse-time.js'
import { readDate, retypeDate } from '../read-date.js'
import { readText, wrong } from '../read-text.js'
import { typedText } from '../typed.js'

/** A day and a time, both needed. With `latest: 'today'` a time later than now is refused too. */
export type DateTimeOptions = DateBounds

/** A moment, as a day and a time in London. Where only the day may be known, ask a `date` and an optional `time`. */
export const dateTime = fieldBuilder<DateTimeOptions, Temporal.Instant>((options) =>
  buildField<Temporal.Instant>(options, {
    kind: 'dateTime',
    names: (name) => ['day', 'month', 'year', 'time'].map((part) => `${name}-${part}`),
    anchor: (name, part) => `${name}-${part ?? 'day'}`,
    read: (body, name, context) => readMoment(body, name, options, context),
    view: (view) =>
      dateView(view, {
        label: options.label,
        hint: options.hint ?? 'For example, 27 3 2026 and 10:42',
        after: <TimeBox view={view} />,
      }),
    say: (value) => value && fullTime(value),
    retype(value, name) {
      const local = value.toZonedDateTimeISO('Europe/London')
      return {
        ...retypeDate(local.toPlainDate(), name),
        [`${name}-time`]: local.toPlainTime().toString({ smallestUnit: 'minute' }),
      }
    },
    schema: () => ({ type: 'string', format: 'date-time' }),
  }),
)

function TimeBox({ view }: { readonly view: FieldView }) {
  const name = `${view.name}-time`
  const isWrong = view.faults.some((fault) => fault.part === 'time')
  return (
    <div class="govuk-date-input__item">
      <Input
        name={name}
        label={{ text: 'Time', classes: 'govuk-date-input__label' }}
        value={typedText(view.typed, name)}
        classes={`govuk-date-input__input govuk-input--width-4${isWrong ? ' govuk-input--error' : ''}`}
        autocomplete="off"
      />
    </div>
  )
}

function readMoment(body: Body, name: string, bounds: DateBounds, context: FormContext): Reading<Temporal.Instant> {
  const day = readDate(body, name, bounds, context)
  const typed = readText(body, `${name}-time`)
  if (day.is === 'wrong') return day
  if (typed.is === 'wrong') return wrong(typed.faults[0]?.sentence ?? '', 'time')
  const time = parseTime(typed.is === 'answer' ? typed.value : '')
  if (time.is === 'wrong') return time
  if (day.is === 'empty') return time.is === 'empty' ? day : wrong('The day is needed as well as the time', 'day')
  if (time.is === 'empty') return wrong('The time is needed as well as the day', 'time')
  return momentOf(day.value, time.value, bounds, context)
}

function momentOf(
  day: Temporal.PlainDate,
  time: Temporal.PlainTime,
  bounds: DateBounds,
  context: FormContext,
): Reading<Temporal.Instant> {
  const local = day.toZonedDateTime({ timeZone: 'Europe/London', plainTime: time })
  if (!local.toPlainTime().equals(time))
    return wrong('The clocks went forward that night and there was no such time. Check the time', 'time')
  const value = local.toInstant()
  if (bounds.latest === 'today' && Temporal.Instant.compare(value, context.now) > 0)
    return wrong(bounds.tooLate ?? 'This time has not come yet. Check the date and the time', 'time')
  return { is: 'answer', value }
}
