import { json } from '../../../kernel/db/json.js'
import { sightOf } from '../../../kernel/db/sight.js'
import type { Sight, SightColumns } from '../../../kernel/db/sight.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { newId } from '../../../kernel/ids.js'
import { record } from '../../../kernel/journal/record.js'
import { sealedContent } from '../../../kernel/journal/sealed.js'
import type { CaseTables } from '../schema.js'
import { sealedTables } from '../sealed.js'

type SealedName = keyof typeof sealedTables

/** What the caller says of a sealed row; the school, its id, who and when are added here. */
export type SealedRowOf<Name extends SealedName> = Omit<
  CaseTables[Name],
  keyof SightColumns | 'school_id' | 'id' | 'at' | 'by_person'
>

/** Columns that are jsonb: they go over the wire as text with a cast. */
const asJson: ReadonlySet<string> = new Set(['answer_values', 'wording'])

/** Writes one sealed record of a case and its journal entry, under the case's own sight. Returns its id. */
export async function writeSealed<Name extends SealedName>(
  tx: Tx,
  table: Name,
  row: SealedRowOf<Name>,
  sight: Sight,
): Promise<string> {
  const id = newId<string>(tx.now.epochMilliseconds)
  const content = { ...row, by_person: tx.actor.personId, at: tx.now }
  const columns = Object.fromEntries(
    Object.entries(content).map(([name, value]) => [name, asJson.has(name) ? json(value) : value]),
  )
  await tables<Record<string, Record<string, unknown>>>(tx)
    .insertInto(table)
    .values({ school_id: tx.actor.schoolId, id, ...columns, ...sightOf(sight) })
    .execute()
  await record(tx, {
    act: `${table}.sealed`,
    about: { table, id },
    sight,
    details: { case: row.case_id },
    content: sealedContent(sealedTables[table], content),
  })
  return id
}
