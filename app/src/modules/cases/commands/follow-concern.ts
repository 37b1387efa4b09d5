import type { Sight } from '../../../kernel/db/sight.js'
import { sightFrom } from '../../../kernel/db/sight.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import type { PersonId } from '../../../kernel/ids.js'
import { record } from '../../../kernel/journal/record.js'
import { whoActsFor } from '../queries/can-see.js'
import { openCaseOf } from '../queries/case-of.js'
import type { CaseRow, CaseTables } from '../schema.js'
import { copyPeople } from './copy-people.js'
import { followProcedure } from './follow-procedure.js'
import { changeLead } from './hand-over.js'
import { redrawSteps } from './redraw-steps.js'
import { resightCase } from './resight-case.js'
import { settleParents } from './decide-parents.js'
import { writeEntry } from './write-entry.js'

const distinct = <Item>(items: readonly Item[]): readonly Item[] => [...new Set(items)]

/**
 * A concern joins a case, which follows the procedure that its kind of risk always asks for: its people come in, and the case
 * is from now on seen only by posts that may see both. Nobody sees the whole who might not see a part; whoever joined them
 * keeps sight by name.
 */
export async function joinConcern(
  tx: Tx,
  joined: { readonly concern: string; readonly case: string; readonly follows: string | null; readonly sight: Sight },
): Promise<void> {
  const found = await openCaseOf(tx, joined.case)
  const row = await followProcedure(tx, found, joined.follows)
  const own = tx.actor.personId
  const before = sightFrom(row)
  const never = distinct([...before.never, ...joined.sight.never])
  const sight: Sight = {
    posts: before.posts.filter((post) => joined.sight.posts.includes(post)),
    persons: distinct([...before.persons, ...(own ? [own] : [])]).filter((person) => !never.includes(person)),
    never,
  }
  await resightCase(tx, row.id, sight)
  const changed = withSight(row, sight)
  await copyPeople(tx, changed, joined.concern)
  await writeEntry(tx, changed, { kind: 'joined', words: 'Another concern joined this case.' })
  await settleParents(tx, changed)
  if (row.run !== found.run) await redrawSteps(tx, changed)
  const about = { table: 'case_file', id: row.id }
  await record(tx, { act: 'case.joined', about, sight, details: { concern: joined.concern } })
}

/**
 * A concern of a case is seen by others than before, because somebody was barred: the case follows at once. What was given
 * by name is withdrawn, and a lead who may not go on is replaced by whoever acts for the posts that are left. Runs in the
 * worker's transaction.
 */
export async function followConcern(
  tx: Tx,
  moved: { readonly concern: string; readonly case: string | null; readonly sight: Sight },
): Promise<void> {
  if (moved.case === null) return
  const row = await findCase(tx, moved.case)
  if (!row) return
  const before = sightFrom(row)
  const never = distinct([...before.never, ...moved.sight.never])
  if (never.length === before.never.length) return
  const both = before.posts.filter((post) => moved.sight.posts.includes(post))
  const posts = both.length > 0 ? both : moved.sight.posts
  const acting = (await whoActsFor(tx, { ...row, never_persons: [...never] }, posts)).map(({ person }) => person)
  const lead = acting.includes(row.lead) ? row.lead : (acting[0] ?? row.lead)
  const sight: Sight = { posts, persons: never.includes(lead) ? [] : [lead], never }
  await resightCase(tx, row.id, sight)
  const about = { table: 'case_file', id: row.id }
  await record(tx, { act: 'case.resighted', about, sight, details: { posts: [...posts] } })
  const changed = withSight(row, sight)
  await copyPeople(tx, changed, moved.concern)
  if (lead !== row.lead) await replaceLead(tx, changed, lead)
}

const replaceLead = (tx: Tx, row: CaseRow, lead: PersonId): Promise<CaseRow> =>
  changeLead(tx, row, lead, 'Who may see this case has changed.')

const findCase = (tx: Tx, id: string): Promise<CaseRow | undefined> =>
  tables<CaseTables>(tx).selectFrom('case_file').selectAll().where('id', '=', id).executeTakeFirst()

const withSight = (row: CaseRow, { posts, persons, never }: Sight): CaseRow => ({
  ...row,
  sight_posts: [...posts],
  sight_persons: [...persons],
  never_persons: [...never],
})
