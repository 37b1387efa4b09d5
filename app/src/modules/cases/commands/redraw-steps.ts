import { nextStep, whoActs } from '../../../engine/procedures/index.js'
import type { Step } from '../../../engine/procedures/index.js'
import { deadline } from '../../../kernel/calendar/deadline.js'
import { spanOf } from '../../../kernel/calendar/span.js'
import { sightFrom } from '../../../kernel/db/sight.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import type { PersonId, PostId } from '../../../kernel/ids.js'
import { closeTask, openTask, tell } from '../../communications/index.js'
import { calendarOf } from '../../people/index.js'
import { whoActsFor } from '../queries/can-see.js'
import { runningIn } from '../queries/progress-of.js'
import type { CaseRow, CaseTables, DutyRow } from '../schema.js'
import { caseUrl } from '../urls.js'
import { addDuties } from './duties.js'

const taskKey = (caseId: string): string => `case:${caseId}:step`

/**
 * Brings the step in hand of a case up to date after anything that may have moved it: the duty of the step before is met,
 * the new one is written down with its time, and its task goes to whose it is. A correction that draws the path anew is
 * nothing special here.
 */
export async function redrawSteps(tx: Tx, row: CaseRow): Promise<void> {
  const inHand = row.state === 'open' ? await stepInHand(tx, row) : null
  const open = await openStep(tx, row.id)
  if (inHand && open && isSame(row, open, inHand)) return
  if (open) await meetOpenSteps(tx, row.id)
  await closeTask(tx, { key: taskKey(row.id) })
  if (inHand === null) return
  const { step, post } = inHand
  const due = await dueOf(tx, step)
  await addDuties(tx, row, [
    { kind: 'step', name: step.id, procedure: row.procedure, post, must: step.must, due_at: due },
  ])
  await giveStep(tx, row, step, { post, due })
}

interface InHand {
  readonly step: Step
  readonly post: PostId
}

async function stepInHand(tx: Tx, row: CaseRow): Promise<InHand | null> {
  const running = await runningIn(tx, row)
  const step = running && nextStep(running.procedure, running.progress)
  return running && step ? { step, post: whoActs(running.procedure, running.progress, step) } : null
}

const isSame = ({ procedure }: CaseRow, open: DutyRow, { step, post }: InHand): boolean =>
  open.name === step.id && open.procedure === procedure && open.post === post

const openStep = (tx: Tx, caseId: string): Promise<DutyRow | undefined> =>
  tables<CaseTables>(tx)
    .selectFrom('case_duty')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('kind', '=', 'step')
    .where('met_at', 'is', null)
    .executeTakeFirst()

const meetOpenSteps = (tx: Tx, caseId: string): Promise<unknown> =>
  tables<CaseTables>(tx)
    .updateTable('case_duty')
    .set({ met_at: tx.now })
    .where('case_id', '=', caseId)
    .where('kind', '=', 'step')
    .where('met_at', 'is', null)
    .execute()

async function dueOf(tx: Tx, step: Step): Promise<DutyRow['due_at']> {
  const span = step.kind === 'wait' ? step.for : step.within
  return span === undefined ? null : deadline(await calendarOf(tx), tx.now, spanOf(span))
}

/**
 * The task of a step: the post's, where that post may see the case; the lead's otherwise, who then asks them, writes down
 * what they did, or lets them see the case. A step widens nobody's sight by itself.
 */
async function giveStep(
  tx: Tx,
  row: CaseRow,
  step: Step,
  { post, due }: { readonly post: PostId; readonly due: DutyRow['due_at'] },
): Promise<void> {
  const sees = row.sight_posts.includes(post)
  const about = { table: 'case_file', id: row.id }
  const shared = { about, url: caseUrl({ case: row.id }), sight: sightFrom(row) }
  await openTask(tx, {
    ...shared,
    key: taskKey(row.id),
    kind: step.kind === 'approve' ? 'approve-step' : 'procedure-step',
    post: sees ? post : null,
    person: sees ? null : row.lead,
    label: row.number,
    due,
  })
  const acting: readonly PersonId[] = sees
    ? (await whoActsFor(tx, row, [post])).map(({ person }) => person)
    : [row.lead]
  await tell(tx, { ...shared, persons: acting.filter((person) => person !== tx.actor.personId), kind: 'step-due' })
}
