import type { Temporal } from 'temporal-polyfill'
import { titleOfPost } from '../../../engine/packs/lookup.js'
import { londonDate } from '../../../kernel/calendar/london.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { record } from '../../../kernel/journal/record.js'
import { Refusal } from '../../../kernel/refusal.js'
import { everyoneSignedIn } from '../../people/index.js'
import { missingStep, stepStates } from '../adoption-steps.js'
import type { AdoptionTables, PolicyDraftRow } from '../adoption-schema.js'
import { activePack } from '../queries/active-pack.js'
import { actsOn } from '../queries/approvals.js'
import { holdDraft } from '../queries/drafts.js'
import { discussedWith } from '../queries/sessions.js'
import { activate } from './activate-pack.js'
import { oweNextStep } from './owe-next-step.js'

/**
 * Puts the submitted text in force from a day on: a dated act of a named person, who may not do it before every step of
 * the policy in force was taken on this exact text. Whole or not at all.
 */
export async function bringIntoForce(tx: Tx, from: Temporal.PlainDate): Promise<string> {
  const draft = await holdDraft(tx)
  if (!tx.actor.powers.has('policy.activate') || !tx.actor.personId)
    throw new Refusal('not-allowed', 'Your post may not put a policy in force.')
  if (!draft.content || !draft.content_hash) throw new Refusal('conflict', 'This version was not submitted yet.')
  if (from.toString() < londonDate(tx.now).toString())
    throw new Refusal('invalid', 'A policy takes force today or on a day to come, never in the past', 'from')
  await everyStepTaken(tx, draft, draft.content_hash)
  const activation = await activate(tx, { pack: draft.content, hash: draft.content_hash }, from)
  await end(tx, draft, { ended_as: 'in-force', activation_id: activation })
  return activation
}

async function everyStepTaken(tx: Tx, draft: PolicyDraftRow, hash: string): Promise<void> {
  const { pack } = await activePack(tx)
  const missing = missingStep(stepStates(pack, await actsOn(tx, draft.id), hash))
  if (missing) {
    const left = missing.needed - missing.acts.length
    const more = missing.needed > 1 ? ` (${left} more ${left === 1 ? 'person' : 'people'})` : ''
    throw new Refusal('conflict', `It cannot take force yet. Still missing: ${missing.step.title}${more}.`)
  }
  for (const audience of pack.adoption.discuss ?? [])
    if (!(await discussedWith(tx, hash, audience)))
      throw new Refusal(
        'conflict',
        `It cannot take force yet. It was not talked through with: ${titleOfPost(pack, audience)}.`,
      )
}

/** Gives the draft up. What was written, said and agreed stays on record. */
export async function withdrawDraft(tx: Tx): Promise<void> {
  await end(tx, await holdDraft(tx), { ended_as: 'withdrawn' })
}

async function end(
  tx: Tx,
  draft: PolicyDraftRow,
  how: Pick<PolicyDraftRow, 'ended_as'> & { readonly activation_id?: string },
): Promise<void> {
  await tables<AdoptionTables>(tx)
    .updateTable('policy_draft')
    .set({ ended_at: tx.now, ended_by: tx.actor.personId, ...how })
    .where('id', '=', draft.id)
    .execute()
  const about = { table: 'policy_draft', id: draft.id }
  await record(tx, { act: 'policy.draft-ended', about, sight: everyoneSignedIn, details: { as: how.ended_as } })
  await oweNextStep(tx, { ...draft, ended_at: tx.now })
}
