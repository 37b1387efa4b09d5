import { sightFrom, sightOf } from '../../../kernel/db/sight.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { newId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import { neededWords } from '../needed-words.js'
import { openCaseOf } from '../queries/case-of.js'
import type { CaseTables } from '../schema.js'
import { linkedTo } from './bar-from-links.js'
import { writeEntry } from './write-entry.js'

/**
 * Links a case to another that the actor may see too, by its number. Both keep everything they hold. Whom either bars sees
 * neither the link nor the line that tells of it: that there is another case would tell them enough.
 */
export async function linkCases(tx: Tx, caseId: string, number: string, why: string): Promise<void> {
  const row = await openCaseOf(tx, caseId)
  neededWords(why, 'Write why the two belong together.', 'why')
  const db = tables<CaseTables>(tx)
  const other = await db
    .selectFrom('case_file')
    .selectAll()
    .where('number', '=', number.trim().toUpperCase())
    .executeTakeFirst()
  if (!other) throw new Refusal('not-found', 'There is no case of that number that you may see.', 'number')
  if (other.id === caseId) throw new Refusal('invalid', 'That is this case. Give the number of another.', 'number')
  const { sight_posts, sight_persons } = sightOf(sightFrom(row))
  const never_persons = [...new Set([...row.never_persons, ...other.never_persons])]
  const link = { case_id: caseId, other_id: other.id, why, by_person: tx.actor.personId, at: tx.now }
  await db
    .insertInto('case_link')
    .values({
      school_id: tx.actor.schoolId,
      id: newId<string>(tx.now.epochMilliseconds),
      ...link,
      sight_posts,
      sight_persons,
      never_persons,
    })
    .execute()
  await writeEntry(tx, { ...row, never_persons }, { kind: 'linked', words: `${linkedTo(other.number)} ${why}` })
}
