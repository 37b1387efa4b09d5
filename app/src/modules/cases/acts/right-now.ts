import type { Temporal } from 'temporal-polyfill'
import type { Typed } from '../../../web/kept-fields.js'

/** A day-and-time field filled in with this moment: most things are written down on the day. */
export function rightNow(name: string, now: Temporal.Instant): Typed {
  const local = now.toZonedDateTimeISO('Europe/London')
  return {
    [`${name}-day`]: String(local.day),
    [`${name}-month`]: String(local.month),
    [`${name}-year`]: String(local.year),
    [`${name}-time`]: local.toPlainTime().toString({ smallestUnit: 'minute' }),
  }
}
