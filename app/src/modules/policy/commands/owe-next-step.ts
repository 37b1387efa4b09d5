import { postOf } from '../../../engine/packs/lookup.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { announce } from '../../../kernel/events.js'
import type { PostId } from '../../../kernel/ids.js'
import { stepStates } from '../adoption-steps.js'
import type { StepState } from '../adoption-steps.js'
import type { PolicyDraftRow } from '../adoption-schema.js'
import { policyOwed, policySettled } from '../events.js'
import { activePack } from '../queries/active-pack.js'
import { actsOn } from '../queries/approvals.js'
import { draftUrl } from '../urls.js'

/**
 * After anything that moves a draft: whoever holds a post of the step now open owes it, and nobody owes a step that is
 * done, not open yet, or of a draft that was sent back or ended. Audiences are not asked: a task for everybody is a task
 * for nobody.
 */
export async function oweNextStep(
  tx: Tx,
  draft: Pick<PolicyDraftRow, 'id' | 'content_hash' | 'ended_at'>,
): Promise<void> {
  const { pack } = await activePack(tx)
  const hash = draft.ended_at ? null : draft.content_hash
  for (const state of stepStates(pack, await actsOn(tx, draft.id), hash))
    for (const post of state.step.by.filter((each) => postOf(pack, each)))
      await (hash !== null && state.open && !state.done
        ? owe(tx, draft.id, state, post)
        : settle(tx, draft.id, state, post))
}

const keyOf = (draft: string, { step }: StepState, post: PostId): string => `policy-step:${draft}:${step.id}:${post}`

const owe = (tx: Tx, draft: string, state: StepState, post: PostId): Promise<void> =>
  announce(tx, policyOwed, {
    key: keyOf(draft, state, post),
    kind: 'take-step',
    post,
    person: null,
    about: { table: 'policy_draft', id: draft },
    label: state.step.title,
    url: draftUrl(),
    dueOn: null,
  })

const settle = (tx: Tx, draft: string, state: StepState, post: PostId): Promise<void> =>
  announce(tx, policySettled, { key: keyOf(draft, state, post) })
