import { titleOfPost } from '../../../engine/packs/lookup.js'
import type { Pack } from '../../../engine/packs/pack.js'
import type { Actor } from '../../../kernel/actor.js'
import { deadline } from '../../../kernel/calendar/deadline.js'
import type { SchoolCalendar } from '../../../kernel/calendar/school-calendar.js'
import { rememberForRequest } from '../../../kernel/db/known.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx, Tx } from '../../../kernel/db/tx.js'
import { thisSchool } from '../../../kernel/school.js'
import { calendarOf, personCards } from '../../people/index.js'
import { actorOf } from '../../policy/index.js'
import type { RequestSession, Stage } from '../session/request-session.js'
import type { AccessTables, AccountRow, SessionRow } from '../schema.js'
import { isFresh, isLive, isWorthNoting, sessionEnds } from '../session/session-life.js'
import { hasSecondFactor } from './second-factors.js'
import { signInRules } from './sign-in-rules.js'
import type { SignInRules } from './sign-in-rules.js'

type Found = Omit<SessionRow, 'ended_at' | 'device'> &
  Partial<Pick<AccountRow, 'must_change_since' | 'password_changed_at'>> & { readonly account_ended: unknown }

/** What looking a session up left to be written down: its end, or that its person was seen. */
export interface SessionNote {
  readonly session: string
  readonly set: Partial<Pick<SessionRow, 'ended_at' | 'seen_at'>>
}

/** A session as a request found it, and what there is to write down of that. */
export interface LookedUp {
  readonly session: RequestSession | null
  readonly note: SessionNote | null
}

const nothing: LookedUp = { session: null, note: null }

/**
 * The session that a token opens, with what its person may do at this moment, or none: no such token, too long ago, or
 * the person has left. Run on the door's channel, for every request: two rounds of questions, each asked all at once.
 */
export async function lookUpSession(tx: ReadTx, hash: Buffer): Promise<LookedUp> {
  const [found, rules, calendar, school] = await Promise.all([
    sessionOfToken(tx, hash),
    signInRules(tx),
    calendarOf(tx),
    thisSchool(tx),
  ])
  if (!found || found.account_ended) return nothing
  const times = { signedInAt: found.started_at, lastSeenAt: found.seen_at, shared: found.shared }
  const ends = sessionEnds(calendar, rules.session, times)
  if (!isLive(ends, tx.now)) return over(found, ends)
  const whose = await whoseSession(tx, found)
  if (whose.actor.posts.size === 0) return over(found, tx.now)
  rememberForRequest(tx, whose.actor)
  const stage = stageOf(tx, found, { rules, calendar, ...whose })
  const named = nameIn(rules.pack, whose)
  const session = { ...sessionFacts(tx, found), ...named, stage, actor: whose.actor, school, pack: rules.pack }
  return { session, note: isWorthNoting(found.seen_at, tx.now) ? seen(tx, found) : null }
}

/** A session that is over, and the time to write down for that. */
const over = ({ id }: Found, ended_at: SessionRow['seen_at']): LookedUp => ({
  session: null,
  note: { session: id, set: { ended_at } },
})

/** The person of a session as they are now, and whether their account has a second factor. */
async function whoseSession(tx: ReadTx, { person_id, account_id }: Found) {
  const [actor, cards, proved] = await Promise.all([
    actorOf(tx, person_id),
    personCards(tx, [person_id]),
    account_id === null ? false : hasSecondFactor(tx, account_id),
  ])
  return { actor, card: cards.get(person_id) ?? null, proved }
}

/** Writes down what looking a session up found: at most once a minute that its person was seen. */
export async function noteOfSession(tx: Tx, { session, set }: SessionNote): Promise<void> {
  await tables<AccessTables>(tx).updateTable('session').set(set).where('id', '=', session).execute()
}

const seen = (tx: ReadTx, { id }: Found): SessionNote => ({ session: id, set: { seen_at: tx.now } })

const sessionFacts = (tx: ReadTx, found: Found) => ({
  schoolId: found.school_id,
  sessionId: found.id,
  accountId: found.account_id,
  personId: found.person_id,
  shared: found.shared,
  fresh: isFresh(found.proved_at, tx.now),
})

const sessionOfToken = (tx: ReadTx, hash: Buffer): Promise<Found | undefined> =>
  tables<AccessTables>(tx)
    .selectFrom('session_token')
    .innerJoin('session', (join) =>
      join
        .onRef('session.school_id', '=', 'session_token.school_id')
        .onRef('session.id', '=', 'session_token.session_id'),
    )
    .leftJoin('account', (join) =>
      join.onRef('account.school_id', '=', 'session.school_id').onRef('account.id', '=', 'session.account_id'),
    )
    .select(['session.school_id', 'session.id', 'session.account_id', 'session.person_id', 'session.kind'])
    .select(['session.shared', 'started_at', 'whole_at', 'seen_at', 'proved_at'])
    .select(['must_change_since', 'password_changed_at', 'account.ended_at as account_ended'])
    .where('session_token.hash', '=', hash)
    .where('session.ended_at', 'is', null)
    .executeTakeFirst() as Promise<Found | undefined>

interface Surroundings {
  readonly rules: SignInRules
  readonly calendar: SchoolCalendar
  readonly actor: Actor
  /** Whether the account has a second factor. */
  readonly proved: boolean
}

function stageOf(tx: ReadTx, found: Found, { rules, calendar, actor, proved }: Surroundings): Stage {
  if (found.kind === 'example' || found.account_id === null) return 'in'
  if (found.whole_at === null) return 'second-step'
  if (found.must_change_since || isExpired(found, rules, calendar, tx)) return 'new-password'
  return !rules.needsSecondFactor(actor.posts) || proved ? 'in' : 'set-up-factor'
}

function isExpired(
  { password_changed_at: changed }: Found,
  { expires }: SignInRules,
  calendar: SchoolCalendar,
  tx: ReadTx,
) {
  if (!expires || !changed) return false
  return deadline(calendar, changed, expires).epochMilliseconds <= tx.now.epochMilliseconds
}

/** What the header says of somebody: their name, and the post they act in or their job. */
const nameIn = (pack: Pack | null, { card, actor }: Awaited<ReturnType<typeof whoseSession>>) => ({
  name: card?.name ?? '',
  post: postActedIn(pack, actor) ?? card?.job_title ?? null,
})

/** The first of the person’s posts in the order of the policy: the one they would be called by. */
function postActedIn(pack: Pack | null, { posts }: Actor): string | null {
  const first = pack?.posts.find(({ id }) => posts.has(id))
  return pack && first ? titleOfPost(pack, first.id) : null
}
