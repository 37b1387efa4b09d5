import { Temporal } from 'temporal-polyfill'
import type { Actor } from '../../../kernel/actor.js'
import type { Db } from '../../../kernel/db/database.js'
import { inSchool } from '../../../kernel/db/in-school.js'
import { once } from '../../../kernel/db/once.js'
import { sightOf } from '../../../kernel/db/sight.js'
import type { Sight } from '../../../kernel/db/sight.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { announce } from '../../../kernel/events.js'
import { newId } from '../../../kernel/ids.js'
import type { PersonId, PostId } from '../../../kernel/ids.js'
import { record } from '../../../kernel/journal/record.js'
import { openTask } from '../../communications/index.js'
import { calendarOf } from '../../people/index.js'
import { activePack } from '../../policy/index.js'
import { concernReported } from '../events.js'
import { planRoute } from '../plan-route.js'
import { newReference } from '../reference.js'
import type { ConcernRoute } from '../route-concern.js'
import type { ConcernChannel, ConcernClockRow, ConcernRow, ConcernTables } from '../schema.js'
import { addStatement } from './add-statement.js'
import { openConversation } from './open-conversation.js'
import type { NewConversation } from './open-conversation.js'
import { clocksFor, startClocks } from './start-clocks.js'
import { tellOf } from './tell-of.js'

/** Somebody in the report: picked from the roster, or described. */
export interface ReportedPerson {
  readonly person: PersonId | null
  readonly described: string | null
  readonly role: string
}

/** What a reporter tells. Nothing here can carry a picture. */
export interface Report extends Pick<
  ConcernRow,
  'told_by' | 'happened' | 'known_at' | 'platform' | 'device' | 'place' | 'address' | 'danger' | 'done_already'
> {
  /** Comes with the form, so that a repeated submit makes one concern. */
  readonly key: string
  readonly channel: ConcernChannel
  readonly words: string
  readonly people: readonly ReportedPerson[]
  /** Posts or audiences it is about, where nobody was named: 'any-staff', 'headteacher'. */
  readonly aboutPosts: readonly PostId[]
  readonly reporterName: string | null
  readonly reporterContact: string | null
  readonly conversation: NewConversation | null
}

/** What the reporter is told afterwards. */
export interface Reported {
  readonly concern: string
  readonly reference: string
  /** Who hears first, by post; null when nobody of the school is left to hear it. */
  readonly post: PostId | null
  /** ISO instant by which somebody has read it, or for a conversation answered it. */
  readonly by: string | null
}

const isUrgent = ({ danger }: Report): boolean => danger === 'yes'

/** An adult in this part is complained of, and must not see the concern. A rule of need-to-know, not of blame. */
const complainedOfRole = 'caused-harm'

/** Whom a report names as having caused harm. */
export const complainedOf = ({ people }: Pick<Report, 'people'>): readonly PersonId[] =>
  people.flatMap(({ person, role }) => (person && role === complainedOfRole ? [person] : []))

/**
 * Takes a report in, by any door: routed, sealed, its clocks started, the first contact told, all or nothing. Safe to
 * repeat under the same key. `planned` is the route of this very report, where the page has just told its reporter who reads it.
 * The reporter learns a reference and who reads it, never who may not.
 */
export async function reportConcern(
  db: Db,
  actor: Actor,
  report: Report,
  planned: ConcernRoute | null = null,
): Promise<Reported> {
  const how = { channel: report.channel, urgent: isUrgent(report) }
  const about = { persons: complainedOf(report), posts: report.aboutPosts }
  const route = planned ?? (await planRoute(db, actor, about, how))
  return inSchool(db, actor, (tx) => once(tx, report.key, () => takeIn(tx, report, route)))
}

async function takeIn(tx: Tx, report: Report, route: ConcernRoute): Promise<Reported> {
  const [{ pack, hash }, calendar] = await Promise.all([activePack(tx), calendarOf(tx)])
  const made = { concern: newId<string>(tx.now.epochMilliseconds), reference: newReference('C'), hash }
  const { concern, reference } = made
  const { sight, post } = route
  const urgency = urgencyOf(report)
  const given = { concern, pack, calendar, urgency, sight } as const
  const clocks = clocksFor(tx, { ...given, event: 'reported' })
  const answers = report.conversation ? clocksFor(tx, { ...given, event: 'bother-received' }) : []
  const [due, answerBy] = [soonest(clocks), soonest(answers)]
  const next_due = soonest([...clocks, ...answers]) ?? tx.now
  const details = { reference, channel: report.channel, urgency, post, rules: route.rules }
  const by = answerBy ?? due
  // Nothing here waits for anything else here: sent together, they are one wait for the database and not twelve.
  await Promise.all([
    tables<ConcernTables>(tx)
      .insertInto('concern')
      .values({ ...concernRow(tx, report, route, made), next_due })
      .execute(),
    record(tx, { act: 'concern.reported', about: { table: 'concern', id: concern }, sight, details }),
    addStatement(tx, { concern, kind: 'report', words: report.words, sight }),
    addPeople(tx, concern, report.people, sight),
    startClocks(tx, [...clocks, ...answers]),
    openConversation(tx, concern, report, { sight, promisedBy: by }),
    tellFirst(tx, { concern, reference, route, urgency, due, answerBy }),
  ])
  await announce(tx, concernReported, { concern })
  return { concern, reference, post, by: by?.toString() ?? null }
}

const urgencyOf = (report: Report): ConcernRow['urgency'] => (isUrgent(report) ? 'urgent' : 'ordinary')

/** The first deadline of some clocks, or null where there are none. */
const soonest = (clocks: readonly ConcernClockRow[]): Temporal.Instant | null =>
  clocks.map(({ due_at }) => due_at).toSorted((a, b) => Temporal.Instant.compare(a, b))[0] ?? null

/** How a concern stands before anybody has looked at it. */
const untouched = {
  state: 'new',
  risk: null,
  subtype: null,
  acknowledged_at: null,
  acknowledged_by: null,
  triaged_at: null,
  triaged_by: null,
  closed_at: null,
  close_reason: null,
  case_id: null,
} as const satisfies Partial<ConcernRow>

function concernRow(
  tx: Tx,
  report: Report,
  route: ConcernRoute,
  made: { concern: string; reference: string; hash: string },
): Omit<ConcernRow, 'next_due'> {
  const { channel, told_by, happened, known_at, platform, device, place, address, danger, done_already } = report
  return {
    ...untouched,
    school_id: tx.actor.schoolId,
    id: made.concern,
    reference: made.reference,
    channel,
    urgency: urgencyOf(report),
    reporter_id: tx.actor.personId,
    reporter_name: report.reporterName,
    reporter_contact: report.reporterContact,
    reported_at: tx.now,
    told_by,
    happened,
    known_at,
    platform,
    device,
    place,
    address,
    danger,
    done_already,
    pack_hash: made.hash,
    post: route.post,
    chain: [...route.chain],
    rules: [...route.rules],
    about_posts: [...report.aboutPosts],
    ...sightOf(route.sight),
  }
}

async function addPeople(tx: Tx, concern: string, people: readonly ReportedPerson[], sight: Sight): Promise<void> {
  if (people.length === 0) return
  const rows = people.map(({ person, described, role }) => ({
    school_id: tx.actor.schoolId,
    id: newId<string>(tx.now.epochMilliseconds),
    concern_id: concern,
    person_id: person,
    described,
    role,
    added_at: tx.now,
    added_by: tx.actor.personId,
    ...sightOf(sight),
  }))
  await tables<ConcernTables>(tx).insertInto('concern_person').values(rows).execute()
}

interface FirstContact {
  readonly concern: string
  readonly reference: string
  readonly route: ConcernRoute
  readonly urgency: 'ordinary' | 'urgent'
  readonly due: Temporal.Instant | null
  readonly answerBy: Temporal.Instant | null
}

/** The first contact gets a notification and a task at once; the posts to be informed get a notification. */
async function tellFirst(tx: Tx, { concern, reference, route, urgency, due, answerBy }: FirstContact): Promise<void> {
  const { sight, post, first, informed } = route
  const kind = urgency === 'urgent' ? 'concern-urgent' : 'concern-waiting'
  const about = { table: 'concern', id: concern }
  const task = { post, person: null, about, label: reference, url: `/concerns/${concern}`, sight }
  const answer = { ...task, key: `concern:${concern}:answer`, kind: 'answer-bother', due: answerBy } as const
  await Promise.all([
    tellOf(tx, { concern, sight, acting: first, kind, why: 'first' }),
    tellOf(tx, { concern, sight, acting: informed, kind: 'concern-informed', why: 'informed' }),
    openTask(tx, { ...task, key: `concern:${concern}:acknowledge`, kind: 'acknowledge-concern', due }),
    answerBy ? openTask(tx, answer) : null,
  ])
}
