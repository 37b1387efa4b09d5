import { createHash } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import { isOver } from '../../../kernel/calendar/time-left.js'
import { isSchoolDay } from '../../../kernel/calendar/school-calendar.js'
import type { SchoolCalendar } from '../../../kernel/calendar/school-calendar.js'
import { londonDate } from '../../../kernel/calendar/london.js'
import { workerIn } from '../../../kernel/actor.js'
import { inSchool, reading } from '../../../kernel/db/in-school.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { Core } from '../../../kernel/core.js'
import type { PersonId, SchoolId } from '../../../kernel/ids.js'
import type { RecurringJob } from '../../../kernel/jobs/job.js'
import { addressesOf, calendarOf, holdersOf } from '../../people/index.js'
import { actorOf } from '../../policy/index.js'
import { myTasks } from '../queries/my-tasks.js'
import type { CommunicationsTables, MessageRow } from '../schema.js'
import { withoutWeeklyMail } from './choices.js'

/** How much waits for somebody: all that a mail may say. */
export interface Waiting {
  readonly waiting: number
  readonly late: number
}

/** Whether pupils are in school on any day of the week that this Monday begins. Holidays bring no mail. */
export const isTermWeek = (calendar: SchoolCalendar, monday: Temporal.PlainDate): boolean =>
  [0, 1, 2, 3, 4].some((days) => isSchoolDay(calendar, monday.add({ days })))

/** One mail a person and week, however often the job runs: its id follows from both (RFC 9562, version 8). */
export function weeklyId(person: PersonId, monday: Temporal.PlainDate): string {
  const bytes = createHash('sha256').update(`weekly mail ${person} ${monday.toString()}`).digest().subarray(0, 16)
  bytes.writeUInt16BE(0x8000 | (bytes.readUInt16BE(6) & 0x0fff), 6)
  bytes.writeUInt16BE(0x8000 | (bytes.readUInt16BE(8) & 0x3fff), 8)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** Everybody who may owe something: holders of posts, and those whom an open task names. */
async function mayOwe(tx: ReadTx): Promise<readonly PersonId[]> {
  const [holders, named] = await Promise.all([
    holdersOf(tx, null),
    tables<CommunicationsTables>(tx)
      .selectFrom('task')
      .select('person_id')
      .distinct()
      .where('closed_at', 'is', null)
      .where('person_id', 'is not', null)
      .execute(),
  ])
  return [...new Set([...holders.map(({ person }) => person), ...named.flatMap(({ person_id }) => person_id ?? [])])]
}

/** Who gets the mail of this week, and where. */
async function recipients(tx: ReadTx): Promise<ReadonlyMap<PersonId, string>> {
  const [persons, none] = await Promise.all([mayOwe(tx), withoutWeeklyMail(tx)])
  return addressesOf(
    tx,
    persons.filter((person) => !none.has(person)),
  )
}

/** What waits for a person, counted as that person: what they may not see is not counted. */
async function waitingFor(core: Core, schoolId: SchoolId, person: PersonId): Promise<Waiting> {
  const actor = await reading(core.db, workerIn(schoolId), (tx) => actorOf(tx, person))
  if (actor.posts.size === 0) return { waiting: 0, late: 0 }
  return reading(core.db, actor, async (tx) => {
    const tasks = await myTasks(tx)
    const late = tasks.filter(({ due_at }) => due_at && isOver(tx.now, due_at))
    return { waiting: tasks.length, late: late.length }
  })
}

/** Puts the mails of the week of one school into the outbox. Returns how many people have something waiting. */
export async function writeWeeklyMails(core: Core, schoolId: SchoolId): Promise<number> {
  const found = await reading(core.db, workerIn(schoolId), async (tx) => ({
    today: londonDate(tx.now),
    calendar: await calendarOf(tx),
    addresses: await recipients(tx),
  }))
  const monday = found.today.subtract({ days: found.today.dayOfWeek - 1 })
  if (!isTermWeek(found.calendar, monday)) return 0
  const rows: MessageRow[] = []
  for (const [person, address] of found.addresses) {
    const counts = await waitingFor(core, schoolId, person)
    if (counts.waiting > 0) rows.push(messageTo({ schoolId, person, address, monday, at: core.db.clock.now() }, counts))
  }
  if (rows.length > 0)
    await inSchool(core.db, workerIn(schoolId), (tx) =>
      tables<CommunicationsTables>(tx)
        .insertInto('message')
        .values(rows)
        .onConflict((conflict) => conflict.doNothing())
        .execute(),
    )
  return rows.length
}

interface Recipient {
  readonly schoolId: SchoolId
  readonly person: PersonId
  readonly address: string
  readonly monday: Temporal.PlainDate
  readonly at: Temporal.Instant
}

const messageTo = ({ schoolId, person, address, monday, at }: Recipient, counts: Waiting): MessageRow => ({
  school_id: schoolId,
  id: weeklyId(person, monday),
  person_id: person,
  address,
  kind: 'week',
  url: '/today',
  about_id: person,
  at,
  sent_at: null,
  tries: 0,
  last_fault: null,
  ...counts,
  sight_posts: [],
  sight_persons: [person],
  never_persons: [],
})

/** Mondays at half past seven in London; the sending itself follows within five minutes. */
export const weeklyMail: RecurringJob = {
  name: 'communications.weekly-mail',
  cron: '30 7 * * 1',
  run: async (core, schoolId) => void (await writeWeeklyMails(core, schoolId)),
}
