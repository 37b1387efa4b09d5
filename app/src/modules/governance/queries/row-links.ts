import type { Finding } from '../../../engine/clauses/clause-state.js'
import type { Deps } from '../../../engine/deps.js'
import type { ReadTx } from '../../../kernel/db/tx.js'

/** Where the rows behind findings can be read, for those that this reader may see; the others are only counted. */
export async function rowLinks(
  tx: ReadTx,
  modules: Deps['modules'],
  findings: readonly Finding[],
): Promise<ReadonlyMap<string, string>> {
  const rows = findings.flatMap((finding) => finding.rows)
  const links = new Map<string, string>()
  for (const { table, url, visible } of modules.flatMap(({ recordPages = [] }) => recordPages)) {
    const ids = rows.filter((row) => row.table === table).map(({ id }) => id)
    for (const id of ids.length > 0 ? await visible(tx, ids) : []) links.set(id, url(id))
  }
  return links
}
