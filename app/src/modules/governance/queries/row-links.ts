import type { Finding } from '../../../engine/clauses/clause-state.js'
import type { Deps } from '../../../engine/deps.js'
import type { ReadTx } from '../../../kernel/db/tx.js'

/** Where the rows behind findings can be read, for those that this reader may see; the others are only counted. */
export async function rowLinks(
  tx: ReadTx,
  modules: Deps['modules'],
  findings: readonly Pick<Finding, 'rows'>[],
): Promise<ReadonlyMap<string, string>> {
  const rows = findings.flatMap((finding) => finding.rows)
  const links = new Map<string, string>()
  const pages = modules.flatMap(({ recordPages = [] }) => recordPages)
  const seen = await Promise.all(
    pages.map(async ({ table, visible }) => {
      const ids = [...new Set(rows.filter((row) => row.table === table).map(({ id }) => id))]
      return ids.length > 0 ? visible(tx, ids) : []
    }),
  )
  pages.forEach(({ url }, at) => seen[at]?.forEach((id) => links.set(id, url(id))))
  return links
}
