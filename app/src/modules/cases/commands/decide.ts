import { sightFrom } from '../../../kernel/db/sight.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { actingPost } from '../queries/acting-post.js'
import { neededWords } from '../needed-words.js'
import { openCaseOf } from '../queries/case-of.js'
import type { CaseRow } from '../schema.js'
import { writeSealed } from './write-sealed.js'

export interface NewDecision {
  readonly decided: string
  readonly reasons: string
  /** False where the decision is not to act: that needs its reasons no less. */
  readonly acting: boolean
}

/** Seals a decision with its reasons. */
export async function decide(tx: Tx, caseId: string, decision: NewDecision): Promise<string> {
  const row = await openCaseOf(tx, caseId)
  neededWords(decision.decided, 'Write what was decided.', 'decided')
  neededWords(
    decision.reasons,
    decision.acting ? 'Write the reasons.' : 'Write why nothing is done: a decision not to act needs its reasons too.',
    'reasons',
  )
  return sealDecision(tx, row, decision)
}

/** Seals a decision that a command has checked already. */
export const sealDecision = async (tx: Tx, row: CaseRow, { decided, reasons, acting }: NewDecision): Promise<string> =>
  writeSealed(
    tx,
    'decision',
    { case_id: row.id, decided, reasons, acting, as_post: await actingPost(tx, row) },
    sightFrom(row),
  )
