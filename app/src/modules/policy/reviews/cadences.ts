import { Temporal } from 'temporal-polyfill'
import { academicYear } from '../../../kernel/calendar/academic-year.js'
import { termsInOrder } from '../../../kernel/calendar/school-calendar.js'
import type { SchoolCalendar } from '../../../kernel/calendar/school-calendar.js'
import { parseSpan } from '../../../kernel/calendar/span.js'
import { clausesOf } from '../../../engine/packs/lookup.js'
import type { Pack } from '../../../engine/packs/pack.js'
import type { PostId } from '../../../kernel/ids.js'

/** What may open a review at any time. */
export const triggers = {
  'new-law': 'A law or guidance changed',
  'new-technology': 'The school takes up a new technology, or pupils do',
  incident: 'What an incident taught',
  'network-change': 'The network changed',
  guidance: 'The county or the group asks for it',
} as const
export type Trigger = keyof typeof triggers

/** How often the whole policy is looked at, by whom; several hold at once. */
export interface Cadence {
  /** Names it in records: its words and its post. */
  readonly key: string
  /** 'every 12 months', '3 times a year', 'in the autumn term', 'by the autumn term 2023'. */
  readonly words: string
  readonly when:
    | { readonly months: number }
    | { readonly timesAYear: number }
    | { readonly term: string; readonly year: number | null }
  /** Whose it is; the policy's owner where a clause names nobody. */
  readonly post: PostId
}

type Settings = Readonly<Record<string, unknown>>

/** What a clause of the mechanism policy-review sets, as a cadence; null where it sets only triggers or nothing. */
export function cadenceFrom(set: Settings, owner: PostId): Cadence | null {
  const post = (typeof set['post'] === 'string' ? set['post'] : owner) as PostId
  const { every, 'times-a-year': times, 'in-term': inTerm } = set
  const months = typeof every === 'string' ? monthsIn(every) : null
  if (months !== null) return cadenceOf(`every ${months === 1 ? 'month' : `${months} months`}`, { months }, post)
  if (typeof times === 'number') return cadenceOf(`${times} times a year`, { timesAYear: times }, post)
  return typeof inTerm === 'string' ? inTermCadence(inTerm, post) : null
}

const cadenceOf = (words: string, when: Cadence['when'], post: PostId): Cadence => ({
  key: `${words} by ${post}`,
  words,
  when,
  post,
})

function inTermCadence(text: string, post: PostId): Cadence | null {
  const [, term, year] = /^(autumn|spring|summer)(?: term)?(?: (\d{4}))?$/.exec(text) ?? []
  if (!term) return null
  return cadenceOf(
    year ? `by the ${term} term ${year}` : `in the ${term} term`,
    { term, year: year ? Number(year) : null },
    post,
  )
}

function monthsIn(every: string): number | null {
  if (every === 'year') return 12
  if (every === 'term') return 4
  const span = parseSpan(every)
  if (typeof span === 'string' || span.count === undefined) return null
  return span.unit === 'month' ? span.count : span.unit === 'week' ? Math.max(1, Math.round(span.count / 4.345)) : null
}

/** The cadences that the clauses of a pack set, each once. */
export function cadencesOf(pack: Pack): readonly Cadence[] {
  const all = clausesOf(pack).flatMap(({ keptBy }) =>
    keptBy.flatMap(({ mechanism, with: set = {} }) =>
      mechanism === 'policy-review' ? (cadenceFrom(set as Settings, pack.adoption.owner) ?? []) : [],
    ),
  )
  return [...new Map(all.map((cadence) => [cadence.key, cadence])).values()]
}

/** When a cadence's next review has to be done, judged on a day. */
export interface Due {
  /** The last day that is still in time. */
  readonly on: Temporal.PlainDate
  readonly overdue: boolean
}

/**
 * The next review of a cadence: from the last one held, or, before the first, from the day on which the policy took
 * force. By interval: the same day so many months on. So many times a year: one in each slot of the school year (three:
 * its terms), and a slot that passed without one stays overdue until a review is held. By term: its last day.
 */
export function nextDue(
  { when }: Cadence,
  {
    last,
    since,
    today,
    calendar,
  }: {
    readonly last: Temporal.PlainDate | null
    readonly since: Temporal.PlainDate
    readonly today: Temporal.PlainDate
    readonly calendar: SchoolCalendar
  },
): Due | null {
  const from = last ?? since
  const on =
    'months' in when
      ? from.add({ months: when.months })
      : 'timesAYear' in when
        ? slotAfter(from, when.timesAYear, { calendar, first: last === null })
        : termAfter(when, { last, from, calendar })
  return on && { on, overdue: on.toString() < today.toString() }
}

interface Slots {
  readonly calendar: SchoolCalendar
  /** No review was held yet: the slot that `from` lies in still counts. */
  readonly first: boolean
}

/** The last day of the slot after the one that a day lies in; of that very slot while none was held. */
function slotAfter(from: Temporal.PlainDate, times: number, { calendar, first }: Slots): Temporal.PlainDate {
  const ends = [from, from.add({ years: 1 })].flatMap((day) => slotEnds(day, times, calendar))
  const here = ends.findIndex((end) => end.toString() >= from.toString())
  return ends[here + (first ? 0 : 1)] ?? from.add({ years: 1 })
}

/** The last days of the slots of the school year that a day lies in. */
function slotEnds(day: Temporal.PlainDate, times: number, calendar: SchoolCalendar): readonly Temporal.PlainDate[] {
  const year = academicYear(day)
  const terms = termsInOrder(calendar).filter(({ from }) => from >= year.from.toString() && from <= year.to.toString())
  if (terms.length === times) return terms.map(({ to }) => Temporal.PlainDate.from(to))
  const days = year.from.until(year.to, { largestUnit: 'days' }).days + 1
  return Array.from({ length: times }, (_, at) => year.from.add({ days: Math.round((days * (at + 1)) / times) - 1 }))
}

/** Usual last days, where the school has not entered its terms. */
const usualEnds: Readonly<Record<string, string>> = { autumn: '12-20', spring: '03-31', summer: '07-21' }

function termAfter(
  { term, year }: { readonly term: string; readonly year: number | null },
  {
    last,
    from,
    calendar,
  }: { readonly last: Temporal.PlainDate | null; readonly from: Temporal.PlainDate; readonly calendar: SchoolCalendar },
): Temporal.PlainDate | null {
  if (year !== null) {
    const end = endOfTerm(term, year, calendar)
    return last && last.toString() >= end.subtract({ months: 4 }).toString() ? null : end
  }
  const ends = [-1, 0, 1, 2].map((more) => endOfTerm(term, from.year + more, calendar))
  // A review held in this very term, or in the four months before its end, is this year's.
  return ends.find((end) => end.toString() >= (last ? from.add({ months: 4 }) : from).toString()) ?? null
}

function endOfTerm(term: string, year: number, calendar: SchoolCalendar): Temporal.PlainDate {
  const known = termsInOrder(calendar).find(
    ({ name, to }) => name.toLowerCase().startsWith(term) && to.startsWith(String(year)),
  )
  return Temporal.PlainDate.from(known?.to ?? `${year}-${usualEnds[term] ?? '12-20'}`)
}
