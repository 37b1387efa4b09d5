import type { Temporal } from 'temporal-polyfill'
import { titleOfPost } from '../../../engine/packs/lookup.js'
import type { Pack } from '../../../engine/packs/pack.js'
import { londonDate } from '../../../kernel/calendar/london.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { newId } from '../../../kernel/ids.js'
import { record } from '../../../kernel/journal/record.js'
import { Refusal } from '../../../kernel/refusal.js'
import { everyoneSignedIn } from '../../people/index.js'
import { stepStates } from '../adoption-steps.js'
import type { AdoptionTables, PolicyApprovalRow } from '../adoption-schema.js'
import { activePack } from '../queries/active-pack.js'
import { actsOn } from '../queries/approvals.js'
import { holdDraft } from '../queries/drafts.js'
import { oweNextStep } from './owe-next-step.js'

export interface StepAct {
  readonly step: string
  /** The text that the person was shown: an act never lands on words that were changed meanwhile. */
  readonly hash: string
  readonly outcome: PolicyApprovalRow['outcome']
  readonly meetingOn: Temporal.PlainDate | null
  readonly minute: string | null
  readonly note: string | null
}

/**
 * One person takes one step on the submitted text, in a post that the pack names for it, or sends it back with a reason.
 * Two at once make one act each; the same person pressing twice makes one.
 */
export async function takeStep(tx: Tx, act: StepAct): Promise<void> {
  const { pack } = await activePack(tx)
  const who = whoTakes(tx, pack, act.step)
  const draft = await holdDraft(tx)
  if (draft.content_hash !== act.hash)
    throw new Refusal('conflict', 'The text was changed since you opened this page. Read it again before you act.')
  const state = stepStates(pack, await actsOn(tx, draft.id), draft.content_hash).find(
    ({ step }) => step.id === act.step,
  )
  if (!state?.open) throw new Refusal('conflict', 'An earlier step has to be done first.')
  checkWords(tx, act, state.step.meeting === true)
  await addAct(tx, draft.id, act, who)
  if (act.outcome === 'sent-back') await reopen(tx, draft.id)
  await oweNextStep(tx, act.outcome === 'sent-back' ? { ...draft, content_hash: null } : draft)
}

/** The actor, and the post in which they may take this step. Asked before anything is held or told of the draft. */
function whoTakes({ actor }: Tx, pack: Pack, id: string): Pick<PolicyApprovalRow, 'post' | 'person_id'> {
  const step = pack.adoption.steps.find((each) => each.id === id)
  if (!step) throw new Refusal('not-found', 'This policy has no such step.')
  const post = step.by.find((each) => actor.posts.has(each))
  if (post && actor.personId) return { post, person_id: actor.personId }
  throw new Refusal('not-allowed', `This is for: ${step.by.map((each) => titleOfPost(pack, each)).join(', ')}.`)
}

function checkWords(tx: Tx, { outcome, meetingOn, note }: StepAct, meeting: boolean): void {
  if (outcome === 'sent-back' && !note) throw new Refusal('invalid', 'Say what should be changed', 'note')
  if (outcome === 'done' && meeting && !meetingOn)
    throw new Refusal('invalid', 'Give the day of the meeting', 'meetingOn')
  if (meetingOn && meetingOn.toString() > londonDate(tx.now).toString())
    throw new Refusal('invalid', 'Give the day of a meeting that has taken place', 'meetingOn')
}

async function addAct(
  tx: Tx,
  draft: string,
  { step, hash, outcome, meetingOn, minute, note }: StepAct,
  who: Pick<PolicyApprovalRow, 'post' | 'person_id'>,
): Promise<void> {
  const id = newId<string>(tx.now.epochMilliseconds)
  const row = { school_id: tx.actor.schoolId, id, draft_id: draft, hash, step, ...who, outcome }
  const made = await tables<AdoptionTables>(tx)
    .insertInto('policy_approval')
    .values({ ...row, meeting_on: meetingOn, minute, note, at: tx.now })
    .onConflict((conflict) => conflict.columns(['school_id', 'draft_id', 'hash', 'step', 'person_id']).doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows !== 1n) throw new Refusal('conflict', 'You have done this already. It counts once.')
  const details = { draft, step, hash, outcome, meeting: meetingOn?.toString() ?? null }
  const about = { table: 'policy_approval', id }
  await record(tx, { act: 'policy.step-taken', about, sight: everyoneSignedIn, details })
}

/** Back to its author: the acts on the old text stay on record and count for nothing new. */
const reopen = (tx: Tx, draft: string): Promise<unknown> =>
  tables<AdoptionTables>(tx)
    .updateTable('policy_draft')
    .set({ content: null, content_hash: null, submitted_at: null, submitted_by: null })
    .where('id', '=', draft)
    .execute()
