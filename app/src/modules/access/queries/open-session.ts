import { titleOfPost } from '../../../engine/packs/lookup.js'
import type { Pack } from '../../../engine/packs/pack.js'
import type { Actor } from '../../../kernel/actor.js'
import { deadline } from '../../../kernel/calendar/deadline.js'
import type { SchoolCalendar } from '../../../kernel/calendar/school-calendar.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
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

/**
 * The session that a token opens, with what its person may do at this moment, or null: no such token, too long ago, or
 * the person has left. Run on the door's channel. Notes at most once a minute that the person was seen, and writes
 * down the end of a session that it finds over.
 */
export async function openSession(tx: Tx, hash: Buffer): Promise<RequestSession | null> {
  const found = await sessionOfToken(tx, hash)
  if (!found || found.account_ended) return null
  const [rules, calendar] = [await signInRules(tx), await calendarOf(tx)]
  const times = { signedInAt: found.started_at, lastSeenAt: found.seen_at, shared: found.shared }
  const ends = sessionEnds(calendar, rules.session, times)
  const actor = isLive(ends, tx.now) ? await actorOf(tx, found.person_id) : null
  if (!actor || actor.posts.size === 0) return endedSession(tx, found.id, actor === null ? ends : tx.now)
  await noteSeen(tx, found)
  const stage = await stageOf(tx, found, { rules, calendar, actor })
  return { ...sessionFacts(tx, found), ...(await whoTheyAre(tx, found, rules.pack, actor)), stage, actor }
}

const sessionFacts = (tx: Tx, found: Found) => ({
  schoolId: found.school_id,
  sessionId: found.id,
  accountId: found.account_id,
  personId: found.person_id,
  shared: found.shared,
  fresh: isFresh(found.proved_at, tx.now),
})

async function whoTheyAre(tx: Tx, { person_id }: Found, pack: Pack | null, actor: Actor) {
  const card = (await personCards(tx, [person_id])).get(person_id)
  return { name: card?.name ?? '', post: postActedIn(pack, actor) ?? card?.job_title ?? null }
}

const sessionOfToken = (tx: Tx, hash: Buffer): Promise<Found | undefined> =>
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

async function endedSession(tx: Tx, id: string, at: SessionRow['seen_at']): Promise<null> {
  await tables<AccessTables>(tx).updateTable('session').set({ ended_at: at }).where('id', '=', id).execute()
  return null
}

async function noteSeen(tx: Tx, { id, seen_at }: Found): Promise<void> {
  if (!isWorthNoting(seen_at, tx.now)) return
  await tables<AccessTables>(tx).updateTable('session').set({ seen_at: tx.now }).where('id', '=', id).execute()
}

interface Surroundings {
  readonly rules: SignInRules
  readonly calendar: SchoolCalendar
  readonly actor: Actor
}

async function stageOf(tx: Tx, found: Found, { rules, calendar, actor }: Surroundings): Promise<Stage> {
  if (found.kind === 'example' || found.account_id === null) return 'in'
  if (found.whole_at === null) return 'second-step'
  if (found.must_change_since || isExpired(found, rules, calendar, tx)) return 'new-password'
  if (!rules.needsSecondFactor(actor.posts) || (await hasSecondFactor(tx, found.account_id))) return 'in'
  return 'set-up-factor'
}

function isExpired(
  { password_changed_at: changed }: Found,
  { expires }: SignInRules,
  calendar: SchoolCalendar,
  tx: Tx,
) {
  if (!expires || !changed) return false
  return deadline(calendar, changed, expires).epochMilliseconds <= tx.now.epochMilliseconds
}

/** The first of the person's posts in the order of the policy: the one they would be called by. */
function postActedIn(pack: Pack | null, { posts }: Actor): string | null {
  const first = pack?.posts.find(({ id }) => posts.has(id))
  return pack && first ? titleOfPost(pack, first.id) : null
}
