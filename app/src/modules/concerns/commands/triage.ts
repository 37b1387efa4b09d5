import { riskOf } from '../../../engine/packs/lookup.js'
import type { Pack } from '../../../engine/packs/pack.js'
import { sightFrom } from '../../../kernel/db/sight.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { announce } from '../../../kernel/events.js'
import { newId } from '../../../kernel/ids.js'
import type { PersonId } from '../../../kernel/ids.js'
import { record } from '../../../kernel/journal/record.js'
import { Refusal } from '../../../kernel/refusal.js'
import { closeTask } from '../../communications/index.js'
import { packByHash } from '../../policy/index.js'
import { concernJoined, concernTakenUp } from '../events.js'
import { actingPost } from '../queries/acting-post.js'
import { answeredYet } from '../queries/concern-cards.js'
import type { ConcernRow, ConcernState, ConcernTables } from '../schema.js'
import { acknowledge } from './acknowledge.js'
import { addStatement } from './add-statement.js'
import { alwaysFollowed, beginWith, refuseWhereAlwaysFollowed } from './begin-with.js'
import { linkConcerns } from './link-concerns.js'
import { meetClocks } from './start-clocks.js'

/** What kind of risk it is, in the pack's own taxonomy, and how fast it must be dealt with. */
export interface Assessment {
  readonly risk: string
  readonly subtype: string
  readonly urgency: ConcernRow['urgency']
}

/** What is decided. Each but taking up needs words: deciding not to act is a decision too. */
export type Triage =
  /** `procedure`: an id, 'usual' for the one that the pack names for this kind of risk, or 'none'. */
  | { readonly kind: 'take-up'; readonly procedure: string }
  | { readonly kind: 'join-case'; readonly case: string }
  | { readonly kind: 'advise'; readonly words: string }
  | { readonly kind: 'link'; readonly other: string; readonly why: string }
  | { readonly kind: 'close'; readonly reason: string; readonly words: string }

/**
 * Decides what happens with a concern. It is acknowledged on the way if nobody had; what was decided is sealed with its
 * reasons. A concern that is settled already is refused, so that two people at once make one decision.
 */
export async function triage(
  tx: Tx,
  id: string,
  assessment: Assessment,
  decision: Triage,
): Promise<{ readonly case: string | null }> {
  const concern = await acknowledge(tx, id)
  if (settled.has(concern.state))
    throw new Refusal('conflict', 'Somebody has already decided what happens with this concern. Read it again.')
  const pack = await packByHash(tx, concern.pack_hash)
  checkAssessment(pack, assessment)
  if (ends.has(decision.kind)) await childIsAnswered(tx, concern)
  const outcome = await outcomes[decision.kind](tx, concern, decision as never, { pack, assessment })
  const set = { ...assessment, ...outcome.set, triaged_at: tx.now, triaged_by: tx.actor.personId }
  await tables<ConcernTables>(tx).updateTable('concern').set(set).where('id', '=', id).execute()
  await meetClocks(tx, id, pack, 'triaged')
  await closeTask(tx, { key: `concern:${id}:triage` })
  const sight = sightFrom(concern)
  await record(tx, {
    act: 'concern.triaged',
    about: { table: 'concern', id },
    sight,
    details: { ...assessment, decision: decision.kind, case: outcome.set.case_id ?? null },
  })
  await outcome.after?.()
  return { case: outcome.set.case_id ?? null }
}

const settled: ReadonlySet<ConcernState> = new Set(['taken-up', 'advised', 'linked', 'closed'])

function checkAssessment(pack: Pack, { risk, subtype }: Assessment): void {
  const known = riskOf(pack, risk)
  if (!known) throw new Refusal('invalid', 'Choose what kind of risk this is.', 'risk')
  if (!known.subtypes.some(({ id }) => id === subtype))
    throw new Refusal('invalid', `Choose which kind of ${known.title.toLowerCase()} risk this is.`, 'subtype')
}

/** Decisions after which nobody looks at the concern again of themselves. A case asks for the answer when it closes. */
const ends: ReadonlySet<Triage['kind']> = new Set(['advise', 'close'])

/** A child who told and waits must not find the door shut: they are answered before a concern ends. */
async function childIsAnswered(tx: Tx, { id, channel }: ConcernRow): Promise<void> {
  if (channel === 'child' && !(await answeredYet(tx, id)))
    throw new Refusal('invalid', 'The child waits for an answer. Write to them first, then decide.', 'decision')
}

interface Outcome {
  readonly set: Partial<Pick<ConcernRow, 'state' | 'case_id' | 'closed_at' | 'close_reason'>>
  /** What must hear of it once the concern itself is written. */
  readonly after?: () => Promise<void>
}

/** What a decision stands on: the pack that the concern came under, and what kind of risk it is. */
interface Grounds {
  readonly pack: Pack
  readonly assessment: Assessment
}

type Decide<Kind extends Triage['kind']> = (
  tx: Tx,
  concern: ConcernRow,
  decision: Extract<Triage, { kind: Kind }>,
  by: Grounds,
) => Promise<Outcome>

const takeUp: Decide<'take-up'> = async (tx, concern, decision, { pack, assessment }) => {
  const procedure = beginWith(pack, assessment, decision.procedure)
  const caseId = newId<string>(tx.now.epochMilliseconds)
  const lead = tx.actor.personId as PersonId
  const payload = { concern: concern.id, case: caseId, lead, procedure, sight: sightFrom(concern) }
  return { set: { state: 'taken-up', case_id: caseId }, after: () => announce(tx, concernTakenUp, payload) }
}

const joinCase: Decide<'join-case'> = async (tx, concern, decision, { pack, assessment }) => {
  const follows = alwaysFollowed(pack, assessment)
  const payload = { concern: concern.id, case: decision.case, follows, sight: sightFrom(concern) }
  return { set: { state: 'taken-up', case_id: decision.case }, after: () => announce(tx, concernJoined, payload) }
}

const words = (text: string, sentence: string): string => {
  if (text.trim() === '') throw new Refusal('invalid', sentence, 'words')
  return text
}

/** The reasons stay with the concern, under the post that decided. */
async function seal(tx: Tx, concern: ConcernRow, kind: 'advice' | 'closing', text: string): Promise<void> {
  const asPost = await actingPost(tx, concern)
  await addStatement(tx, { concern: concern.id, kind, words: text, asPost, sight: sightFrom(concern) })
}

const advise: Decide<'advise'> = async (tx, concern, decision, { pack, assessment }) => {
  refuseWhereAlwaysFollowed(pack, assessment, 'decision')
  const text = words(decision.words, 'Write what you advised, and to whom.')
  await seal(tx, concern, 'advice', text)
  return { set: { state: 'advised', closed_at: tx.now } }
}

const link: Decide<'link'> = async (tx, concern, { other, why }, { pack, assessment }) => {
  const { case_id } = await linkConcerns(tx, { concern: concern.id, other, why })
  if (!case_id) refuseWhereAlwaysFollowed(pack, assessment, 'other')
  const follows = alwaysFollowed(pack, assessment)
  const payload = { concern: concern.id, case: case_id ?? '', follows, sight: sightFrom(concern) }
  const after = case_id ? () => announce(tx, concernJoined, payload) : undefined
  return { set: { state: 'linked', closed_at: tx.now, case_id }, ...(after && { after }) }
}

const close: Decide<'close'> = async (tx, concern, decision, { pack, assessment }) => {
  const reason = pack.reporting.closeReasons.find(({ id }) => id === decision.reason)
  if (!reason) throw new Refusal('invalid', 'Choose why it can be closed.', 'reason')
  if (reason.dealtWith) refuseWhereAlwaysFollowed(pack, assessment, 'reason')
  const text = reason.needsText ? words(decision.words, 'Write the reasons in your own words.') : decision.words
  if (text.trim() !== '') await seal(tx, concern, 'closing', text)
  return { set: { state: 'closed', closed_at: tx.now, close_reason: reason.id } }
}

const outcomes = {
  'take-up': takeUp,
  'join-case': joinCase,
  advise,
  link,
  close,
} satisfies { [Kind in Triage['kind']]: Decide<Kind> }
