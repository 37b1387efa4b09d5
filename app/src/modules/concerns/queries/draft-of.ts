import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { ConcernTables, DraftRow } from '../schema.js'

/** A draft of the actor's own, or null: it was sent, thrown away, or is somebody else's. */
export const draftOf = async (tx: ReadTx, id: string): Promise<DraftRow | null> =>
  (await tables<ConcernTables>(tx).selectFrom('draft').selectAll().where('id', '=', id).executeTakeFirst()) ?? null

/** The actor's unfinished reports, newest first, ten at most. */
export const myDrafts = (tx: ReadTx): Promise<readonly DraftRow[]> =>
  tables<ConcernTables>(tx)
    .selectFrom('draft')
    .selectAll()
    .where('person_id', '=', tx.actor.personId)
    .orderBy('saved_at', 'desc')
    .limit(10)
    .execute()
