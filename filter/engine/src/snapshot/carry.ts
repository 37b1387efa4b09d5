import type { ListFile } from '../list-source.js'
import { PATHS_MARK, PATTERNS_MARK } from '../lists/list-gatherer.js'
import type { ListPart } from '../lists/read-list.js'
import { PER_BUCKET } from '../names/build-name-table.js'
import type { ListRow } from '../decide/list-row.js'
import type { Policy } from '../policy.js'
import { SAFE_SEARCH } from '../search/safe-search.js'
import { diffsHeld, type ListContents, type ListState } from './list-contents.js'
import type { ListTable } from './list-table.js'
import type { SnapshotMeta } from './meta.js'
import { type Naming, ownHosts } from './own-hosts.js'
import type { OpenSnapshot } from './open-snapshot.js'

/** More new names than this share are laid out anew as quickly. */
const MOST_NEW = 0.1
/** Names in a bucket: more would slow every question down, fewer would waste memory. */
const FULLEST = 1.25 * PER_BUCKET
const EMPTIEST = 0.6 * PER_BUCKET

/** What a new snapshot takes over from the one before, instead of reading it. */
export interface Carry {
  readonly previous: OpenSnapshot
  /** Each list that is taken over: how the snapshot has it, and the diffs that it does not hold yet. */
  readonly lists: ReadonlyMap<ListPart, { readonly held: ListState; readonly diffs: readonly ListFile[] }>
  /** Row in the old table of lists → row in the new one, or -1 for what is not taken over. */
  readonly rows: Int32Array
}

/** What can be taken over; null when so much has to be read that all of it had better be. */
export function carryFrom(
  previous: OpenSnapshot,
  policy: Policy,
  table: ListTable,
  contents: ReadonlyMap<ListPart, ListContents | null>,
): Carry | null {
  const { states = [], names } = previous.meta
  const lists = new Map(
    table.parts.flatMap((part) => {
      const held = states.find(({ list }) => list === part.source.id)
      const count = held === undefined ? -1 : diffsHeld(held, contents.get(part) ?? null)
      return held === undefined || count < 0 ? [] : [[part, { held, diffs: (part.source.diffs ?? []).slice(count) }]]
    }),
  )
  const taken = [...lists.values()].reduce((sum, { held }) => sum + held.entries, 0)
  const before = states.reduce((sum, { entries }) => sum + entries, 0)
  if (lists.size === 0 || before - taken > MOST_NEW * names.count) return null
  const rows = rowsOf(previous, [...lists.keys()])
  takeOwn(rows, table, { before: previous.meta, now: { policy, engines: SAFE_SEARCH } })
  return { previous, lists, rows }
}

/** Whether so many changed names may go into the old table. */
export function isRoomFor(changed: number, { previous: { meta } }: Carry): boolean {
  const { count, buckets } = meta.names
  const each = (count + changed) / buckets
  return changed <= MOST_NEW * count && each <= FULLEST && each >= EMPTIEST
}

function rowsOf({ meta }: OpenSnapshot, parts: readonly ListPart[]): Int32Array {
  const rows = new Int32Array(meta.lists.length).fill(-1)
  const set = (kind: string, id: string, row: number): void => {
    const old = meta.lists.findIndex((list) => list.kind === kind && list.id === id)
    if (old >= 0) rows[old] = row
  }
  for (const mark of [PATHS_MARK, PATTERNS_MARK]) rows[mark] = mark
  for (const { source, list, exceptions } of parts) {
    set('supplied', source.id, list)
    set('exceptions', source.id, exceptions)
  }
  return rows
}

/** Rules, help and search engines whose hosts are the same stay as well. */
function takeOwn(rows: Int32Array, table: ListTable, { before, now }: { before: SnapshotMeta; now: Naming }): void {
  for (const [number, row] of table.rows.entries()) {
    const old = before.lists.findIndex(({ kind, id }) => kind === row.kind && id === row.id)
    if (old < 0 || rows[old] !== -1) continue
    const [was, is] = [ownHosts(before.lists[old] as ListRow, before), ownHosts(row, now)]
    if (is.length > 0 && was.join('\n') === is.join('\n')) rows[old] = number
  }
}
