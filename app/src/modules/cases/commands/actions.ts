import type { Temporal } from 'temporal-polyfill'
import { sightFrom, sightOf } from '../../../kernel/db/sight.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx, Tx } from '../../../kernel/db/tx.js'
import { isId, newId } from '../../../kernel/ids.js'
import type { PersonId } from '../../../kernel/ids.js'
import { record } from '../../../kernel/journal/record.js'
import { Refusal } from '../../../kernel/refusal.js'
import { closeTask, openTask, tell } from '../../communications/index.js'
import { personCards } from '../../people/index.js'
import { neededWords } from '../needed-words.js'
import { canSee } from '../queries/can-see.js'
import { openCaseOf } from '../queries/case-of.js'
import type { ActionRow, CaseTables } from '../schema.js'
import { caseUrl } from '../urls.js'
import { sealDecision } from './decide.js'
import { writeEntry } from './write-entry.js'

export interface NewAction {
  readonly what: string
  readonly owner: PersonId
  readonly due: Temporal.Instant
}

/** Gives one person something to do by a day. They must be able to see the case: an action tells of it. */
export async function addAction(tx: Tx, caseId: string, { what, owner, due }: NewAction): Promise<string> {
  const row = await openCaseOf(tx, caseId)
  neededWords(what, 'Write what is to be done.', 'what')
  const sight = sightFrom(row)
  if (!(await canSee(tx, row, sight, owner)))
    throw new Refusal(
      'not-allowed',
      'That person cannot see this case. Let them see it first, or choose another.',
      'owner',
    )
  const id = newId<string>(tx.now.epochMilliseconds)
  const action = { id, case_id: caseId, what, owner, due_at: due, added_at: tx.now, done_at: null, outcome: null }
  await tables<CaseTables>(tx)
    .insertInto('case_action')
    .values({ school_id: tx.actor.schoolId, ...action, ...sightOf(sight) })
    .execute()
  const name = (await personCards(tx, [owner])).get(owner)?.name ?? 'Somebody'
  await writeEntry(tx, row, { kind: 'action', words: `${name} is to do this: ${what}` })
  const about = { table: 'case_file', id: caseId }
  const shared = { about, url: caseUrl({ case: caseId }), sight }
  const task = { key: `action:${id}`, kind: 'case-action', post: null, person: owner, label: row.number, due } as const
  await openTask(tx, { ...shared, ...task })
  if (owner !== tx.actor.personId) await tell(tx, { ...shared, persons: [owner], kind: 'action-due' })
  await record(tx, {
    act: 'action.added',
    about: { table: 'case_action', id },
    sight,
    details: { case: caseId, owner },
  })
  return id
}

export interface ActionEnd {
  /** False where it was not done after all: that is a decision, and is sealed as one with its reasons. */
  readonly done: boolean
  readonly words: string
}

/** Ends an action: done with what came of it, or not to be done with the reasons. */
export async function finishAction(
  tx: Tx,
  caseId: string,
  actionId: string,
  { done, words }: ActionEnd,
): Promise<void> {
  const row = await openCaseOf(tx, caseId)
  const action = await actionOf(tx, caseId, actionId)
  if (action.done_at !== null) throw new Refusal('conflict', 'This action was ended already. Read it again.')
  neededWords(words, done ? 'Write what was done, and what came of it.' : 'Write why it is not done after all.')
  await tables<CaseTables>(tx)
    .updateTable('case_action')
    .set({ done_at: tx.now, outcome: words })
    .where('id', '=', actionId)
    .execute()
  if (done) await writeEntry(tx, row, { kind: 'action', words: `Done: ${action.what}\n${words}` })
  else await sealDecision(tx, row, { decided: `Not done after all: ${action.what}`, reasons: words, acting: false })
  await closeTask(tx, { key: `action:${actionId}` })
  const about = { table: 'case_action', id: actionId }
  await record(tx, { act: 'action.ended', about, sight: sightFrom(row), details: { case: caseId, done } })
}

/** An action of a case that the actor may see. */
export async function actionOf(tx: ReadTx, caseId: string, actionId: string): Promise<ActionRow> {
  const action = isId(actionId)
    ? await tables<CaseTables>(tx)
        .selectFrom('case_action')
        .selectAll()
        .where('id', '=', actionId)
        .where('case_id', '=', caseId)
        .executeTakeFirst()
    : undefined
  if (!action) throw new Refusal('not-found', 'This case has no such action.')
  return action
}
