import { sightFrom, sightOf } from '../../../kernel/db/sight.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { newId } from '../../../kernel/ids.js'
import { record } from '../../../kernel/journal/record.js'
import { Refusal } from '../../../kernel/refusal.js'
import { concernOf } from '../queries/concern-of.js'
import type { ConcernRow, ConcernTables } from '../schema.js'

export interface NewLink {
  readonly concern: string
  readonly other: string
  readonly why: string
}

/**
 * Says that two concerns belong together. Both keep everything they hold, and each keeps who may see it; whoever one of
 * them bars does not see the link either. Returns the other concern.
 */
export async function linkConcerns(tx: Tx, { concern, other, why }: NewLink): Promise<ConcernRow> {
  if (other === concern) throw new Refusal('invalid', 'Choose another concern to link this one to.', 'other')
  if (why.trim() === '') throw new Refusal('invalid', 'Write why the two belong together.', 'words')
  const [one, two] = [await concernOf(tx, concern), await concernOf(tx, other)]
  const sight = { ...sightFrom(one), never: [...new Set([...one.never_persons, ...two.never_persons])] }
  const id = newId<string>(tx.now.epochMilliseconds)
  const row = { concern_id: concern, other_id: other, why: why.trim(), at: tx.now, by_person: tx.actor.personId }
  await tables<ConcernTables>(tx)
    .insertInto('concern_link')
    .values({ school_id: tx.actor.schoolId, id, ...row, ...sightOf(sight) })
    .execute()
  await record(tx, { act: 'concern.linked', about: { table: 'concern', id: concern }, sight, details: { other } })
  return two
}
