import type { Temporal } from 'temporal-polyfill'
import { fullDate } from '../../../web/dates.js'
import { buildField, fieldBuilder } from '../build-field.js'
import type { DateBounds } from '../date-bounds.js'
import { dateView } from '../date-view.js'
import { readDate, retypeDate } from '../read-date.js'

/** A day, in three boxes. */
export const date = fieldBuilder<DateBounds, Temporal.PlainDate>((options) =>
  buildField<Temporal.PlainDate>(options, {
    kind: 'date',
    names: (name) => ['day', 'month', 'year'].map((part) => `${name}-${part}`),
    anchor: (name, part) => `${name}-${part ?? 'day'}`,
    read: (body, name, context) => readDate(body, name, options, context),
    view: (view) => dateView(view, { label: options.label, hint: options.hint ?? 'For example, 27 3 2026' }),
    say: (value) => value && fullDate(value),
    retype: retypeDate,
    schema: () => ({ type: 'string', format: 'date' }),
  }),
)
