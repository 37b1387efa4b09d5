import { Temporal } from 'temporal-polyfill'
import { sightFrom } from '../../../kernel/db/sight.js'
import type { ReadTx, Tx } from '../../../kernel/db/tx.js'
import { Refusal } from '../../../kernel/refusal.js'
import { closeTask } from '../../communications/index.js'
import { packByHash } from '../../policy/index.js'
import { neededWords } from '../needed-words.js'
import { openCaseOf } from '../queries/case-of.js'
import { childrenOf } from '../queries/children-of.js'
import type { CaseRow, ParentsDecisionRow } from '../schema.js'
import { meetCaseClocks } from './duties.js'
import { writeSealed } from './write-sealed.js'

/** Which adults were told, by what means and when; null where they were not, or as long as nobody says. */
export interface Telling {
  readonly adults: string | null
  readonly how: string | null
  readonly toldAt: Temporal.Instant | null
}

export interface ParentsDecision extends Telling {
  readonly decision: ParentsDecisionRow['decision']
  /** Told: what they said. Not told or later: why. */
  readonly words: string
}

/**
 * Decides for one child of a case whether their adults are told, not told or told later, with who, how and when, or why.
 * A later decision lies over an earlier one, which stays. Where the pack says that they are always told, not telling is
 * refused; telling later is not, because a child may be at risk tonight.
 */
export async function decideParents(
  tx: Tx,
  caseId: string,
  personInCase: string,
  decision: ParentsDecision,
): Promise<string> {
  const row = await openCaseOf(tx, caseId)
  const child = (await childrenOf(tx, caseId)).find((one) => one.child.id === personInCase)?.child
  if (!child) throw new Refusal('not-found', 'This case has no such child.')
  await checkDecision(tx, row, decision)
  const id = await sealParents(tx, row, child.id, decision)
  await settleParents(tx, row)
  return id
}

async function checkDecision(tx: Tx, row: CaseRow, decided: ParentsDecision) {
  const { decision, words } = decided
  if (decision === 'not-told' && (await mustTell(tx, row)))
    throw new Refusal(
      'not-allowed',
      'The policy says that parents are told every time something like this happens.',
      'decision',
    )
  if (decision === 'told') checkTelling(tx, decided)
  else neededWords(words, 'Write the reason.')
}

/** Refuses a telling of which it is not said who was told, how and when. */
export function checkTelling(tx: ReadTx, { adults, how, toldAt }: Telling): void {
  neededWords(adults ?? '', 'Write which adults were told.', 'adults')
  neededWords(how ?? '', 'Write how they were told: by phone, at school, by letter.', 'how')
  if (toldAt === null) throw new Refusal('invalid', 'Give the day and time when they were told.', 'toldAt')
  if (Temporal.Instant.compare(toldAt, tx.now) > 0)
    throw new Refusal('invalid', 'This time has not come yet. Check the date and the time.', 'toldAt')
}

/** Whether the pack leaves no decision to take in the procedure that runs. */
export async function mustTell(tx: ReadTx, row: CaseRow): Promise<boolean> {
  const { parentsInformed } = await packByHash(tx, row.pack_hash)
  return row.procedure !== null && parentsInformed.automaticFor.includes(row.procedure)
}

/** Seals a decision that a command has checked already. */
export const sealParents = (tx: Tx, row: CaseRow, child: string, decision: ParentsDecision): Promise<string> =>
  writeSealed(
    tx,
    'parents_decision',
    {
      case_id: row.id,
      case_person_id: child,
      decision: decision.decision,
      adults: decision.adults,
      how: decision.how,
      words: decision.words,
      told_at: decision.toldAt,
    },
    sightFrom(row),
  )

/** Once every child has a decision, the clock stops and its task is done. */
export async function settleParents(tx: Tx, row: CaseRow): Promise<void> {
  const undecided = (await childrenOf(tx, row.id)).some(({ decision }) => decision === null)
  if (undecided) return
  const { clocks } = await packByHash(tx, row.pack_hash)
  await meetCaseClocks(tx, row, 'parents-decided')
  for (const { id, met } of clocks) if (met === 'parents-decided') await closeTask(tx, { key: `case:${row.id}:${id}` })
}
