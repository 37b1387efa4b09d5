import { Problem } from '../problem.js'
import type { Export } from './export-file.js'
import { isSame, type Ruled, type Ruling } from './ruled-names.js'

/** Chromium takes no more entries than this in each list, and forgets the rest without a word. */
const MOST = 1_000

/**
 * Chromium's managed policies URLBlocklist and URLAllowlist. 'host' stands for the host with all below it, '.host' for
 * the host alone; the longer host wins, and of two that are equal the one that allows.
 */
export function chromiumPolicy({ otherwise, names }: Ruled): Export {
  const block: string[] = plain(otherwise) === 'blocked' ? ['*'] : []
  const allow: string[] = []
  const write = (entry: string, ruling: Ruling): number => (plain(ruling) === 'blocked' ? block : allow).push(entry)
  for (const { host, self, below } of names) {
    write(host, below)
    if (!isSame(plain(self), plain(below))) write(`.${host}`, self)
  }
  if (block.length > MOST || allow.length > MOST)
    throw new Problem(
      `Chromium takes ${MOST} entries in each list; there would be ${block.length} blocked and ${allow.length} allowed. Use the gateway or the extension for lists of this size.`,
    )
  const safe = names.filter(({ self }) => typeof self === 'object').length
  const text = JSON.stringify({ URLBlocklist: block, URLAllowlist: allow, ...(safe > 0 ? SAFE : {}) }, null, 2)
  return { files: [{ name: 'hedgerow.json', text: `${text}\n` }], comment: null, leftOut: [] }
}

/** Chromium has switches of its own for the search engines it knows. */
const SAFE = { ForceGoogleSafeSearch: true, ForceYouTubeRestrict: 2 }

const plain = (ruling: Ruling): 'open' | 'blocked' => (typeof ruling === 'object' ? 'open' : ruling)
