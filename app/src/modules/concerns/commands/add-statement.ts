import { sightOf } from '../../../kernel/db/sight.js'
import type { Sight } from '../../../kernel/db/sight.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { newId } from '../../../kernel/ids.js'
import type { PostId } from '../../../kernel/ids.js'
import { record } from '../../../kernel/journal/record.js'
import { sealedContent } from '../../../kernel/journal/sealed.js'
import type { ConcernTables, StatementRow } from '../schema.js'
import { sealedStatement } from '../sealed.js'

export interface NewStatement {
  readonly concern: string
  readonly kind: StatementRow['kind']
  readonly words: string
  readonly asPost?: PostId | null
  readonly sight: Sight
}

/** Seals what somebody said into a concern: from here on it can be added to, never changed. */
export async function addStatement(
  tx: Tx,
  { concern, kind, words, asPost = null, sight }: NewStatement,
): Promise<string> {
  const id = newId<string>(tx.now.epochMilliseconds)
  const row = { concern_id: concern, kind, words, by_person: tx.actor.personId, as_post: asPost, at: tx.now }
  await Promise.all([
    tables<ConcernTables>(tx)
      .insertInto('statement')
      .values({ school_id: tx.actor.schoolId, id, ...row, ...sightOf(sight) })
      .execute(),
    record(tx, {
      act: 'statement.sealed',
      about: { table: 'statement', id },
      sight,
      details: { concern, kind },
      content: sealedContent(sealedStatement, row),
    }),
  ])
  return id
}
