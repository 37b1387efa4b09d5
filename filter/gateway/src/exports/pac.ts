import { Problem } from '../problem.js'
import type { Export } from './export-file.js'
import type { Ruled, Ruling } from './ruled-names.js'

/** Browsers read no more than this of a PAC file. */
const LARGEST = 1024 * 1024

/**
 * A PAC file that blocks in the browser itself: blocked names are sent to the gateway's proxy, which shows why; open
 * ones go straight. For laptops that leave the school, and for sites without a proxy of their own.
 */
export function pacExport({ otherwise, names }: Ruled, proxy: string): Export {
  const at: Record<string, string> = {}
  for (const { host, self, below } of names) at[host] = letter(self) + letter(below)
  const text = `// Made by Hedgerow from the school's policy. Do not change it here.
var RULED = ${JSON.stringify(at)};
function FindProxyForURL(url, host) {
  var asked = host.toLowerCase().replace(/\\.$/, '');
  var found = ${JSON.stringify(letter(otherwise))};
  for (var rest = asked, first = true; rest; rest = rest.indexOf('.') < 0 ? '' : rest.slice(rest.indexOf('.') + 1), first = false) {
    if (Object.prototype.hasOwnProperty.call(RULED, rest)) {
      found = RULED[rest].charAt(first ? 0 : 1);
      break;
    }
  }
  return found === 'b' ? ${JSON.stringify(`PROXY ${proxy}`)} : 'DIRECT';
}
`
  if (text.length > LARGEST)
    throw new Problem(
      `A PAC file may hold 1 MB; this one would have ${(text.length / 1024 / 1024).toFixed(1)}. Send everything through the proxy instead ("proxy.pac" of the gateway).`,
    )
  const safe = names.filter(({ self }) => typeof self === 'object').length
  const leftOut =
    safe === 0 ? [] : [`${safe} names for safe search: a PAC file cannot change what a search engine answers.`]
  return { files: [{ name: 'hedgerow.pac', text }], comment: '//', leftOut }
}

const letter = (ruling: Ruling): string => (ruling === 'blocked' ? 'b' : 'o')
