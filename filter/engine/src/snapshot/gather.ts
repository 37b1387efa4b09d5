import { isHost } from '../canonical/host.js'
import { canonicalUrl } from '../canonical/url.js'
import type { ListReport } from '../list-source.js'
import { type Gathered, gathering, ListGatherer } from '../lists/list-gatherer.js'
import { takeAddress } from '../lists/parse-lines.js'
import { readDiffs } from '../lists/read-diffs.js'
import { type ListPart, readFiles, takersOf } from '../lists/read-list.js'
import { exactTag } from '../names/tagged-names.js'
import type { Policy } from '../policy.js'
import { SAFE_SEARCH } from '../search/safe-search.js'
import type { Carry } from './carry.js'
import type { ListTable } from './list-table.js'
import { ownHosts } from './own-hosts.js'

/** Where the hash of names begins. It need not be secret, for a collision only costs time; it must only not be 0. */
const SEED = 0x5eed_1e55

/** What was read of lists and policy. */
export interface Read {
  readonly gathered: Gathered
  /** What diffs took out of lists that are taken over. */
  readonly gone: Gathered
  readonly reports: ReadonlyMap<ListPart, ListReport>
  /** What the policy names that is no address, in sentences. */
  readonly problems: readonly string[]
}

/** Reads everything but the lists that are taken over; of those only their new diffs. */
export async function gather(
  policy: Policy,
  table: ListTable,
  { carry, expected }: { carry: Carry | null; expected: number | undefined },
): Promise<Read> {
  const [gathered, gone] = [gathering(SEED, expected), gathering(SEED)]
  const problems = gatherOwn(policy, table, { gathered, held: new Set(carry?.rows) })
  const reports = new Map<ListPart, ListReport>()
  for (const part of table.parts) {
    const carried = carry?.lists.get(part)
    const takers = takersOf(part, gathered)
    if (carried === undefined) await readFiles(part, takers)
    await readDiffs(part, carried?.diffs ?? part.source.diffs ?? [], { takers, into: gathered, gone })
    const report = takers.listed.done()
    const refused = together([...(carried?.held.refused ?? []), ...report.refused])
    reports.set(part, { ...report, carried: carried !== undefined, refused })
  }
  return { gathered, gone, reports, problems }
}

function together(refused: ListReport['refused']): ListReport['refused'] {
  const lines = new Map<string, number>()
  for (const { why, lines: more } of refused) lines.set(why, (lines.get(why) ?? 0) + more)
  return [...lines].map(([why, count]) => ({ why, lines: count }))
}

/** What the policy names itself: help, rules' hosts and search engines, but for rows that are `held` already. */
function gatherOwn(
  policy: Policy,
  { rows }: ListTable,
  { gathered, held }: { gathered: Gathered; held: ReadonlySet<number> },
): readonly string[] {
  const problems: string[] = []
  for (const [list, row] of rows.entries()) {
    if (held.has(list)) continue
    const gatherer = new ListGatherer(row.id, list, gathered)
    for (const host of ownHosts(row, { policy, engines: SAFE_SEARCH }))
      if (row.kind === 'safe-search') gathered.names.addText(host, exactTag(list))
      else takeOwn(host, gatherer)
    for (const { why } of gatherer.done().refused)
      problems.push(
        `${row.kind === 'help' ? 'Help' : `The rule ${row.id}`} names something that is no address: ${why}.`,
      )
  }
  return problems
}

function takeOwn(text: string, into: ListGatherer): void {
  if (/^[\d.]+(\/\d+|\s*-\s*[\d.]+)$|^\[?[0-9a-f:]*:[0-9a-f:]*\]?(\/\d+)?$/i.test(text)) return takeAddress(text, into)
  const url = canonicalUrl(text.replace(/^\*?\./, ''))
  if (isHost(url)) into.url(text.replace(/^\*?\./, ''))
  else into.refuse(url.why)
}
