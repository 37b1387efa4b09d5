import { sql } from 'kysely'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { ConcernRow, ConcernTables, StatementRow } from '../schema.js'

/** A concern as the person who reported it sees it: how it stands, and nothing of what others wrote. */
export interface MyReport extends Pick<
  ConcernRow,
  'id' | 'reference' | 'state' | 'urgency' | 'reported_at' | 'post' | 'pack_hash'
> {
  /** When the first of its clocks ran, or runs, out. */
  readonly due_at: ConcernRow['next_due']
}

/** What the actor reported, newest first. Through a function of the database, because a reporter is not in its sight. */
export async function myReports(tx: ReadTx, most = 100): Promise<readonly MyReport[]> {
  const { rows } = await sql<MyReport>`SELECT * FROM my_reports(${most})`.execute(tables<ConcernTables>(tx))
  return rows
}

/** What the actor said in a concern of theirs: at first, and since. */
export async function myWords(
  tx: ReadTx,
  concern: string,
): Promise<readonly Pick<StatementRow, 'id' | 'kind' | 'words' | 'at'>[]> {
  const { rows } = await sql<Pick<StatementRow, 'id' | 'kind' | 'words' | 'at'>>`
    SELECT * FROM my_words(${concern}::uuid)`.execute(tables<ConcernTables>(tx))
  return rows
}
