import type { Temporal } from 'temporal-polyfill'
import { londonDate } from '../../../kernel/calendar/london.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PeopleTables } from '../schema.js'

/** One import that was carried out. */
export interface DoneImport {
  /** The day in London. */
  readonly on: Temporal.PlainDate
  readonly files: readonly string[]
  readonly outcome: Readonly<Record<string, number>>
}

/** The last ten imports, newest first. */
export async function doneImports(tx: ReadTx): Promise<readonly DoneImport[]> {
  const rows = await tables<PeopleTables>(tx)
    .selectFrom('import_run')
    .select(['started_at', 'files', 'outcome'])
    .orderBy('started_at', 'desc')
    .limit(10)
    .execute()
  return rows.map(({ started_at, files, outcome }) => ({ on: londonDate(started_at), files, outcome }))
}
