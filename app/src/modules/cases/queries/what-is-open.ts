import { remaining, nextStep } from '../../../engine/procedures/index.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import { answeredYet, concernsOfCase } from '../../concerns/index.js'
import { packByHash } from '../../policy/index.js'
import type { CaseRow, CaseTables } from '../schema.js'
import { caseActUrl, caseStepUrl, decideParentsUrl, finishActionUrl } from '../urls.js'
import { childrenOf } from './children-of.js'
import { runningIn } from './progress-of.js'

/** One thing that still keeps a case open, and where it is dealt with. */
export interface OpenThing {
  readonly words: string
  readonly href: string
}

/** Everything that keeps a case open, in the order in which it is best dealt with. Empty when it can be closed. */
export async function whatIsOpen(tx: ReadTx, row: CaseRow): Promise<readonly OpenThing[]> {
  const parts = [openSteps, openParents, openAnswers, openActions, openFacts]
  return (await Promise.all(parts.map((part) => part(tx, row)))).flat()
}

async function openSteps(tx: ReadTx, row: CaseRow): Promise<readonly OpenThing[]> {
  const running = await runningIn(tx, row)
  const now = running && nextStep(running.procedure, running.progress)
  if (!running || !now) return []
  const steps = now.kind === 'close' ? [now] : remaining(running.procedure, running.progress)
  return steps.map(({ title }) => ({
    words: `A step of the procedure: ${title}`,
    href: caseStepUrl({ case: row.id, step: now.id }),
  }))
}

async function openParents(tx: ReadTx, row: CaseRow): Promise<readonly OpenThing[]> {
  const { parentsInformed } = await packByHash(tx, row.pack_hash)
  if (!parentsInformed.requiredBeforeClose) return []
  const undecided = (await childrenOf(tx, row.id)).filter(({ decision }) => decision === null)
  return undecided.map(({ child }, at) => ({
    words: `Whether the adults of child ${at + 1} who is undecided are told, with who, how and when, or why not`,
    href: decideParentsUrl({ case: row.id, person: child.id }),
  }))
}

async function openAnswers(tx: ReadTx, row: CaseRow): Promise<readonly OpenThing[]> {
  const things: OpenThing[] = []
  for (const { id, reference } of await concernsOfCase(tx, row.id))
    if (!(await answeredYet(tx, id)))
      things.push({ words: `Somebody who told ${reference} waits for an answer`, href: `/concerns/${id}` })
  return things
}

async function openActions(tx: ReadTx, row: CaseRow): Promise<readonly OpenThing[]> {
  const actions = await tables<CaseTables>(tx)
    .selectFrom('case_action')
    .select(['id', 'what'])
    .where('case_id', '=', row.id)
    .where('done_at', 'is', null)
    .orderBy('due_at')
    .execute()
  return actions.map(({ id, what }) => ({
    words: `An action to be done, or decided against: ${what}`,
    href: finishActionUrl({ case: row.id, action: id }),
  }))
}

async function openFacts(_: ReadTx, row: CaseRow): Promise<readonly OpenThing[]> {
  const at = (act: string) => caseActUrl({ case: row.id, act })
  return [
    ...(row.risk && row.subtype ? [] : [{ words: 'What kind of risk it was', href: at('risk') }]),
    ...(row.head_informed ? [] : [{ words: 'Whether the headteacher knows, or why not', href: at('headteacher') }]),
  ]
}
