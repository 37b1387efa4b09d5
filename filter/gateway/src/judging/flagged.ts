import { canonicalUrl, searchTermOf } from '../../../engine/src/index.js'
import { localText } from '../school-clock.js'
import { list } from '../clients/read-table.js'
import { type LogRow, readLog } from '../log/read-log.js'

/** What somebody did in a day that a person is to judge: one, however often the page was asked for. */
export class Flagged {
  /** The decisions of that day about it; to judge one is to judge all. */
  readonly decisions = new Set<string>()
  readonly rules = new Set<string>()
  readonly first: LogRow
  /** What was typed and where, or the address. */
  readonly about: string
  times = 0
  /** When it was last done (ISO, UTC). */
  last = ''

  constructor(first: LogRow, about: string) {
    this.first = first
    this.about = about
  }

  add({ at, decision, kind, raised }: LogRow): void {
    this.decisions.add(decision)
    if (at > this.last) this.last = at
    // The block page's line stands beside its request's own.
    if (kind !== 'page') this.times += 1
    for (const rule of list(raised)) this.rules.add(rule)
  }
}

/** What a log says is to be judged, the oldest first. */
export async function flaggedIn(log: string): Promise<readonly Flagged[]> {
  const found = new Map<string, Flagged>()
  for await (const row of readLog(log)) {
    if (row === null || row.raised === '') continue
    const about = searchIn(row.target) ?? row.target
    const day = localText(Date.parse(row.at)).slice(0, 10)
    const key = JSON.stringify([day, row.group, row.person || row.device || row.address, about])
    const known = found.get(key) ?? new Flagged(row, about)
    known.add(row)
    found.set(key, known)
  }
  return [...found.values()]
}

/**
 * A search is one, whatever else its address says: its second page, or the form that searches safely. What was typed may not steer
 * the terminal that it is read on.
 */
function searchIn(target: string): string | null {
  const url = canonicalUrl(target)
  if (!('host' in url)) return null
  const typed = searchTermOf(url.host, url.path)
  return typed === null ? null : `“${typed.replace(/[\p{Cc}\p{Cf}]/gu, ' ')}”, typed at ${url.host}`
}
