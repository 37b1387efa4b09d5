import type { Provenance } from '../contract.js'
import type { ListRow } from '../decide/list-row.js'
import type { ListFile, ListSource } from '../list-source.js'
import { foldersOf } from '../lists/folders-of.js'
import type { ListPart } from '../lists/read-list.js'
import type { Policy } from '../policy.js'
import { SAFE_SEARCH } from '../search/safe-search.js'

const OWN: Provenance = { author: 'Hedgerow', approver: 'the policy in force', date: '' }

export interface ListTable {
  readonly rows: readonly ListRow[]
  readonly parts: readonly ListPart[]
  /** Folders that the source does not name a category for. */
  readonly unknownFolders: readonly {
    readonly source: ListSource
    readonly folder: string
    readonly files: readonly ListFile[]
  }[]
}

/** Numbers every list there is: the two marks, help, search engines, the rules' own hosts, then what was supplied. */
export function listTable(policy: Policy, sources: readonly ListSource[]): ListTable {
  const own = (kind: ListRow['kind'], id: string, title: string): ListRow => ({
    kind,
    id,
    title,
    category: -1,
    of: -1,
    ...OWN,
  })
  const rows: ListRow[] = [
    own('mark', 'paths', 'Hosts with rules about paths'),
    own('mark', 'patterns', 'Hosts with rules about patterns'),
    own('help', 'help', 'Help'),
    ...SAFE_SEARCH.map(({ id, title }) => own('safe-search', id, title)),
    ...policy.rules
      .filter(({ about }) => 'hosts' in about)
      .map((rule): ListRow => ({
        ...own('rule', rule.id, rule.reason),
        author: rule.author,
        approver: rule.approver,
        date: rule.date,
      })),
  ]
  const parts: ListPart[] = []
  const unknownFolders: { source: ListSource; folder: string; files: readonly ListFile[] }[] = []
  for (const source of sources) {
    for (const [folder, files] of foldersOf(source)) {
      const category = folder === null ? source.category : source.folders?.[folder]
      if (category === undefined) unknownFolders.push({ source, folder: folder ?? '', files })
      else if (folder === null || category !== null)
        parts.push(
          addPart(
            rows,
            { source, folder, files },
            policy.categories.findIndex(({ id }) => id === category),
          ),
        )
    }
  }
  return { rows, parts, unknownFolders }
}

function addPart(
  rows: ListRow[],
  { source, folder, files }: { source: ListSource; folder: string | null; files: readonly ListFile[] },
  category: number,
): ListPart {
  const list = rows.length
  const id = folder === null ? source.id : `${source.id}/${folder}`
  const title = folder === null ? source.title : `${source.title}: ${folder}`
  const { author, approver, date } = source
  rows.push({ kind: 'supplied', id, title, category, of: -1, author, approver, date })
  if (source.format === 'adblock')
    rows.push({ kind: 'exceptions', id, title, category: -1, of: list, author, approver, date })
  return { source: { ...source, id }, list, exceptions: list + 1, files }
}
