import { accepts, stepOf, whoActs, wordingOf } from '../../../engine/procedures/index.js'
import type { Circumstances, Offer, Step } from '../../../engine/procedures/index.js'
import { titleOfPost } from '../../../engine/packs/lookup.js'
import type { Pack } from '../../../engine/packs/pack.js'
import { Temporal } from 'temporal-polyfill'
import { sightFrom } from '../../../kernel/db/sight.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { Refusal } from '../../../kernel/refusal.js'
import { actingPost } from '../queries/acting-post.js'
import { calendarOf } from '../../people/index.js'
import { packByHash } from '../../policy/index.js'
import { openCaseOf } from '../queries/case-of.js'
import { runningIn } from '../queries/progress-of.js'
import type { Running } from '../queries/progress-of.js'
import type { CaseRow } from '../schema.js'
import { londonTimeOf } from './london-time-of.js'
import { circumstancesOf } from './circumstances.js'
import type { Telling } from './decide-parents.js'
import { afterStep, beforeStep, NOBODY_TOLD } from './step-effects.js'
import { redrawSteps } from './redraw-steps.js'
import { writeSealed } from './write-sealed.js'

/**
 * Enters a step of the procedure in hand, or corrects one that is done: the engine says whether it can be taken as things
 * stand. It is sealed with the words that were on the screen; then the path is drawn anew, and what the step does besides
 * (a referral, a telling, another procedure) is done in the same transaction. The answer that parents were told needs the
 * `telling`, as long as a child's are not on record as told.
 */
export async function enterStep(tx: Tx, caseId: string, offer: Offer, telling: Telling = NOBODY_TOLD): Promise<void> {
  const row = await openCaseOf(tx, caseId)
  const running = await runningIn(tx, row)
  if (!running) throw new Refusal('conflict', 'This case runs no procedure. Start one first.')
  const pack = await packByHash(tx, row.pack_hash)
  const refusal = refusalOf(running, offer, pack, circumstancesOf(tx, row, pack, await calendarOf(tx)))
  if (refusal) throw refusal
  const step = stepOf(running.procedure, offer.step) as Step
  checkTimes(tx, step, offer)
  await beforeStep(tx, row, pack, { step, offer, telling })
  await sealStep(tx, row, step, offer)
  const after = await afterStep(tx, row, { running, step, offer, telling })
  await redrawSteps(tx, after)
}

/** The engine's refusal. An approval is always given in person: a lead who wrote it down for somebody would approve it. */
function refusalOf(running: Running, offer: Offer, pack: Pack, circumstances: Circumstances): Refusal | null {
  const step = stepOf(running.procedure, offer.step)
  if (step?.kind !== 'approve') return accepts(running.procedure, running.progress, offer, circumstances)
  const mayActAs: Circumstances['mayActAs'] = (post) => circumstances.mayActAs?.(post, true) ?? false
  const refusal = accepts(running.procedure, running.progress, offer, { ...circumstances, mayActAs })
  if (refusal?.kind !== 'not-allowed') return refusal
  const approver = titleOfPost(pack, whoActs(running.procedure, running.progress, step))
  return new Refusal('not-allowed', `Only this post can approve it, in person: ${approver}.`)
}

/** Nothing that is written down as done has happened in the future. */
function checkTimes(tx: Tx, step: Step, { values = {} }: Offer): void {
  const fields =
    step.kind === 'record' ? step.fields : step.kind === 'refer' ? [{ id: 'told-at', type: 'date-time' }] : []
  for (const { id, type } of fields) {
    const value = values[id]
    if (type !== 'date-time' || !value) continue
    const at = londonTimeOf(value)
    if (Temporal.Instant.compare(at, tx.now) > 0)
      throw new Refusal('invalid', 'This time has not come yet. Check the date and the time.', id)
  }
}

async function sealStep(tx: Tx, row: CaseRow, step: Step, offer: Offer): Promise<void> {
  const content = {
    case_id: row.id,
    procedure: row.procedure as string,
    run: row.run,
    step: step.id,
    outcome: offer.outcome,
    answers: [...(offer.answers ?? [])],
    answer_values: { ...offer.values },
    reason: offer.reason?.trim() ? offer.reason : null,
    wording: wordingOf(step),
    as_post: await actingPost(tx, row),
  }
  await writeSealed(tx, 'procedure_entry', content, sightFrom(row))
}
