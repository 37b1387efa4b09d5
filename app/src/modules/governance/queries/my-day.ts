import type { Temporal } from 'temporal-polyfill'
import { titleOfPost } from '../../../engine/packs/lookup.js'
import { londonDate } from '../../../kernel/calendar/london.js'
import { schoolDays } from '../../../kernel/calendar/school-calendar.js'
import type { SchoolCalendar } from '../../../kernel/calendar/school-calendar.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PostId } from '../../../kernel/ids.js'
import { myNotifications, myTasks, tasksOfOthers } from '../../communications/index.js'
import { concernUrl, openConcerns } from '../../concerns/index.js'
import type { ConcernLine } from '../../concerns/index.js'
import { calendarOf } from '../../people/index.js'
import { findActivePack } from '../../policy/index.js'

/** What was told longer ago than two weeks is not new; what it asks for stands among the tasks until it is done. */
const newForHours = 14 * 24
/** As many unread concerns, and as much of others' work, as the page shows; the lists themselves have pages. */
const most = 10
/** Of what others have in hand, the oldest few: a longer list belongs to them. */
const mostOfOthers = 6

/** Governors read numbers, promises and references here, never what a child said: what reaches them opens where they act. */
const governs = ({ actor }: ReadTx): boolean => actor.posts.has('any-governor' as PostId)

const fromStart = { after: null, before: null }

/** One person's day: what they owe, what came in, and, for those who decide about concerns, what is new and what others have. */
export async function myDay(tx: ReadTx) {
  const deciding = tx.actor.powers.has('concerns.triage') && !governs(tx)
  const [calendar, tasks, told, fresh, others] = await Promise.all([
    calendarOf(tx),
    myTasks(tx),
    myNotifications(tx),
    deciding ? openConcerns(tx, { show: 'new', place: fromStart }) : [],
    deciding ? othersWork(tx) : [],
  ])
  const shown = new Set(fresh.slice(0, most).map(({ id }): string => id))
  const since = tx.now.subtract({ hours: newForHours }).epochMilliseconds
  return {
    now: tx.now,
    calendar,
    tasks: tasks
      .filter(({ about_id }) => !shown.has(about_id))
      .map((task) => ({ ...task, byMe: task.taken_by !== null && task.taken_by === tx.actor.personId })),
    told: told
      .filter(({ read_at, at, about_id }) => !read_at && at.epochMilliseconds > since && !shown.has(about_id))
      .map(({ words, url, at }) => ({ words, url, at, overnight: isOvernight(calendar, at, tx.now) })),
    desk: deciding ? { fresh: fresh.slice(0, most).map(asNew), others } : null,
  }
}

/** As much of what was said as leaves a list readable on a phone, in characters. */
const inBrief = (text: string): string => (text.length > 90 ? `${text.slice(0, text.lastIndexOf(' ', 88))}…` : text)

const asNew = ({ id, summary, teller, next_due, urgency }: ConcernLine) => ({
  url: concernUrl({ concern: id }),
  summary: inBrief(summary),
  teller,
  due: next_due,
  urgent: urgency === 'urgent',
})

/** What others have in hand of what this reader may see: concerns somebody made theirs, and tasks of other posts. */
async function othersWork(tx: ReadTx) {
  const [concerns, tasks, active] = await Promise.all([
    openConcerns(tx, { show: 'others', place: fromStart }),
    tasksOfOthers(tx, most),
    findActivePack(tx),
  ])
  const taken = new Set(concerns.map(({ id }): string => id))
  const nameOf = (post: string | null): string => (post && active ? titleOfPost(active.pack, post) : 'Nobody by name')
  return [
    ...concerns.map(({ id, summary, reader, next_due }) => ({
      url: concernUrl({ concern: id }),
      words: inBrief(summary),
      whose: reader ?? 'Read by nobody yet',
      due: next_due,
    })),
    ...tasks
      .filter(({ about_id }) => !taken.has(about_id))
      .map(({ url, words, label, whose, post, due_at }) => ({
        url,
        words: `${words}: ${label}`,
        whose: whose ?? nameOf(post),
        due: due_at,
      })),
  ]
    .toSorted((a, b) => (a.due?.epochMilliseconds ?? Infinity) - (b.due?.epochMilliseconds ?? Infinity))
    .slice(0, mostOfOthers)
}

/** Whether something came after the last school day had closed and before the present one, or the next, opens. */
export function isOvernight(calendar: SchoolCalendar, at: Temporal.Instant, now: Temporal.Instant): boolean {
  const days = schoolDays(calendar)
  const today = days.onOrAfter(londonDate(now))
  const before = days.onOrBefore(today.date.subtract({ days: 1 }))
  const ms = at.epochMilliseconds
  return ms >= before.closes.epochMilliseconds && ms < today.opens.epochMilliseconds
}
