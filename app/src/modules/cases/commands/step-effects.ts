import { whoIsTold } from '../../../engine/procedures/index.js'
import type { Offer, Step } from '../../../engine/procedures/index.js'
import type { Pack } from '../../../engine/packs/pack.js'
import { sightFrom } from '../../../kernel/db/sight.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { tell } from '../../communications/index.js'
import { whoActsFor } from '../queries/can-see.js'
import { childrenOf } from '../queries/children-of.js'
import type { Running } from '../queries/progress-of.js'
import type { CaseRow, ParentsDecisionRow } from '../schema.js'
import { asksOfParents, notYetTold, saysTold } from '../parents-step.js'
import { caseUrl } from '../urls.js'
import { changeProcedureOf } from './change-procedure.js'
import { checkOrder, sealContact } from './contact-agency.js'
import { checkTelling, sealParents, settleParents, type Telling } from './decide-parents.js'
import { londonTimeOf } from './london-time-of.js'

interface Entered {
  readonly running: Running
  readonly step: Step
  readonly offer: Offer
  /** Goes with the answer that parents were told. */
  readonly telling: Telling
}

/** What must hold before a step is sealed, beyond what its own procedure asks. */
export async function beforeStep(
  tx: Tx,
  row: CaseRow,
  pack: Pack,
  { step, offer, telling }: Omit<Entered, 'running'>,
): Promise<void> {
  if (step.kind === 'refer' && offer.outcome !== 'skipped')
    await checkOrder(tx, row, pack, { agency: step.agency, kind: 'referral' })
  if (asksOfParents(step) && saysTold(offer) && notYetTold(await childrenOf(tx, row.id)).length > 0)
    checkTelling(tx, telling)
}

/** What a step does besides being entered. Returns the case as it is afterwards. */
export async function afterStep(tx: Tx, row: CaseRow, entered: Entered): Promise<CaseRow> {
  const { step, offer } = entered
  if (offer.outcome === 'skipped') return row
  if (step.kind === 'refer') await writeReferral(tx, row, step, offer)
  if (step.kind === 'notify') await tellPosts(tx, row, entered)
  if (asksOfParents(step)) await decideForChildren(tx, row, entered)
  if (step.kind === 'close' && step.opens) return changeProcedureOf(tx, row, step.opens, `“${step.title}”`)
  return row
}

async function writeReferral(
  tx: Tx,
  row: CaseRow,
  step: Extract<Step, { kind: 'refer' }>,
  { values = {} }: Offer,
): Promise<void> {
  const advice = values['advice']?.trim()
  await sealContact(tx, row, {
    agency: step.agency,
    kind: 'referral',
    at: values['told-at'] ? londonTimeOf(values['told-at']) : tx.now,
    spokeWith: values['spoke-to'] ?? null,
    theirReference: values['reference'] ?? null,
    words: advice ? `${step.title}. ${advice}` : step.title,
  })
}

/** Those of the posts who may see the case are told in Hedgerow as well; the others hear it from the person who says so. */
async function tellPosts(tx: Tx, row: CaseRow, { running, step }: Entered): Promise<void> {
  const posts = whoIsTold(running.procedure, running.progress, step).filter((post) => row.sight_posts.includes(post))
  const persons = (await whoActsFor(tx, row, posts)).map(({ person }) => person)
  await tell(tx, {
    persons: persons.filter((person) => person !== tx.actor.personId),
    kind: 'case-told',
    about: { table: 'case_file', id: row.id },
    url: caseUrl({ case: row.id }),
    sight: sightFrom(row),
  })
}

/**
 * The procedure's own question about parents is asked once for all children: its answer is the decision of each child who
 * has none yet. 'Not told, at least one of them' says nothing of which one, so several children are decided one by one.
 */
async function decideForChildren(tx: Tx, row: CaseRow, { offer, telling }: Entered): Promise<void> {
  const { answers = [], reason } = offer
  const decision = decisions.find((one) => answers.includes(one))
  const children = notYetTold(await childrenOf(tx, row.id))
  if (!decision || (decision === 'not-told' && children.length > 1)) return
  const words = reason?.trim() ? reason : 'As answered in the procedure, for all children of the case.'
  const told = decision === 'told' ? telling : NOBODY_TOLD
  for (const { child } of children) await sealParents(tx, row, child.id, { decision, words, ...told })
  await settleParents(tx, row)
}

/** The telling of an answer that nobody was told, or of any other step. */
export const NOBODY_TOLD: Telling = { adults: null, how: null, toldAt: null }

const decisions = ['told', 'delayed', 'not-told'] as const satisfies readonly ParentsDecisionRow['decision'][]
