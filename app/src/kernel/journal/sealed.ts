import { sql } from 'kysely'
import type { Plain } from '../canonical.js'
import { tables } from '../db/tx.js'
import type { ReadTx } from '../db/tx.js'

/** A table whose rows, once written, may never change in these columns. `hedgerow verify` reads them all against the journal. */
export interface SealedTable {
  readonly table: string
  readonly columns: readonly string[]
}

export interface SealedRow {
  readonly id: string
  readonly content: { readonly [column: string]: Plain }
}

/** The sealed columns of a row as the content to hand to record(): the one way to build it, so that verify agrees. */
export const sealedContent = (
  sealed: SealedTable,
  row: { readonly [column: string]: unknown },
): { readonly [column: string]: Plain } =>
  Object.fromEntries(sealed.columns.map((column) => [column, (row[column] ?? null) as Plain]))

/** A page of a sealed table's rows after an id, in order of id. */
export async function sealedRows(
  tx: ReadTx,
  sealed: SealedTable,
  after: string,
  limit: number,
): Promise<readonly SealedRow[]> {
  const columns = ['id', ...sealed.columns].map((column) => sql.ref(column))
  const { rows } = await sql<{ id: string; [column: string]: unknown }>`
    SELECT ${sql.join(columns)} FROM ${sql.table(sealed.table)} WHERE id > ${after} ORDER BY id LIMIT ${limit}`.execute(
    tables<object>(tx),
  )
  return rows.map((row) => ({ id: row.id, content: sealedContent(sealed, row) }))
}
