import { procedureOf } from '../../../engine/packs/lookup.js'
import { sightFrom, sightOf } from '../../../kernel/db/sight.js'
import type { Sight } from '../../../kernel/db/sight.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { announce } from '../../../kernel/events.js'
import type { PersonId } from '../../../kernel/ids.js'
import { record } from '../../../kernel/journal/record.js'
import { Refusal } from '../../../kernel/refusal.js'
import { openTask, tell } from '../../communications/index.js'
import { concernsOfCase, newReference } from '../../concerns/index.js'
import { activePack } from '../../policy/index.js'
import { caseOpened } from '../events.js'
import type { CaseRow, CaseTables } from '../schema.js'
import { caseUrl } from '../urls.js'
import { copyPeople } from './copy-people.js'
import { startCaseClocks } from './duties.js'
import { redrawSteps } from './redraw-steps.js'
import { writeEntry } from './write-entry.js'

/** What concerns says when somebody takes a concern up. */
export interface TakenUp {
  readonly concern: string
  readonly case: string
  readonly lead: PersonId
  readonly procedure: string | null
  readonly sight: Sight
}

/**
 * Opens a case from a concern that was taken up, in the same transaction: under the pack in force, with the concern's
 * people in their roles, its procedure at the first step, the pack's clocks running and its lead told.
 */
export async function openCase(tx: Tx, taken: TakenUp): Promise<void> {
  const row = await newCase(tx, taken)
  await tables<CaseTables>(tx).insertInto('case_file').values(row).execute()
  const details = { number: row.number, concern: taken.concern, procedure: row.procedure, lead: row.lead }
  await record(tx, { act: 'case.opened', about: { table: 'case_file', id: row.id }, sight: sightFrom(row), details })
  await copyPeople(tx, row, taken.concern)
  await writeEntry(tx, row, { kind: 'opened', words: 'Case opened from a concern that was taken up.' })
  const clocks = await startCaseClocks(tx, row, ({ starts }) => starts === 'taken-up')
  for (const { name, due_at } of clocks) await openClockTask(tx, row, name, due_at)
  await redrawSteps(tx, row)
  await tellLead(tx, row, 'case-opened')
  await announce(tx, caseOpened, { case: row.id, concern: taken.concern })
}

async function newCase(tx: Tx, taken: TakenUp): Promise<CaseRow> {
  const { pack, hash } = await activePack(tx)
  if (taken.procedure !== null && !procedureOf(pack, taken.procedure))
    throw new Refusal('invalid', 'The policy in force has no such procedure. Choose another.', 'procedure')
  if (taken.sight.never.includes(taken.lead))
    throw new Refusal('not-allowed', 'Somebody a case is about cannot lead it. Choose another lead.', 'lead')
  const concern = (await concernsOfCase(tx, taken.case)).find(({ id }) => id === taken.concern)
  return {
    school_id: tx.actor.schoolId,
    id: taken.case,
    number: newReference('K'),
    state: 'open',
    lead: taken.lead,
    risk: concern?.risk ?? null,
    subtype: concern?.subtype ?? null,
    urgency: concern?.urgency ?? 'ordinary',
    pack_hash: hash,
    procedure: taken.procedure,
    run: 1,
    opened_at: tx.now,
    closed_at: null,
    head_informed: null,
    ...sightOf({ ...taken.sight, persons: [...new Set([...taken.sight.persons, taken.lead])] }),
  }
}

/** The tasks that go with clocks of a case, by what meets the clock. The lead's: they answer for the case. */
export async function openClockTask(tx: Tx, row: CaseRow, clock: string, due: CaseRow['closed_at']): Promise<void> {
  const parents = clock.startsWith('parents')
  await openTask(tx, {
    key: `case:${row.id}:${clock}`,
    kind: parents ? 'decide-parents' : 'review-case',
    post: null,
    person: row.lead,
    about: { table: 'case_file', id: row.id },
    label: row.number,
    url: caseUrl({ case: row.id }),
    due,
    sight: sightFrom(row),
  })
}

/** Tells the lead that a case is theirs, unless they made it so themselves. */
export async function tellLead(tx: Tx, row: CaseRow, kind: 'case-opened' | 'case-handed-over'): Promise<void> {
  if (row.lead === tx.actor.personId) return
  const about = { table: 'case_file', id: row.id }
  await tell(tx, { persons: [row.lead], kind, about, url: caseUrl({ case: row.id }), sight: sightFrom(row) })
}
