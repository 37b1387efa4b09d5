import { type CanonicalHost, fromUrlHost, isHost, type NoHost, parsed } from './host.js'

/** A URL as rules see it: no user, port or fragment. */
export interface CanonicalUrl extends CanonicalHost {
  readonly scheme: string
  /** Path and query with one spelling, at most LONGEST_PATH characters; '/' at least. */
  readonly path: string
}

/** Rules look no further into a path than this: what comes after cannot change a prefix that matched. */
export const LONGEST_PATH = 1000

/**
 * An address that is in its one form already, as nearly all are: parsed by the URL standard it would come out as it went
 * in. Scheme, host, path with query. Nothing escaped, no dot or nothing between two slashes, no punycode to be checked.
 */
const PLAIN =
  /^(https?):\/\/((?:[a-z0-9_-]{1,63}\.)+[a-z][a-z0-9_-]{0,62})(\/(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*(?:\/|(?=\?|$)))*(?:\?[A-Za-z0-9._~!$&()*+,;=:@/?-]+)?)$/
const LONGEST_PLAIN = 200

function plain(text: string): CanonicalUrl | null {
  if (text.length > LONGEST_PLAIN || text.includes('xn--')) return null
  const [, scheme, host, path] = PLAIN.exec(text) ?? []
  return scheme === undefined || host === undefined || path === undefined ? null : { scheme, host, kind: 'name', path }
}

/** What `trim` takes away besides, at the ends. */
const SPACE = /\s|\ufeff/

const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'ws:', 'wss:', 'ftp:'])

/**
 * The one form of a URL, or why it is none. Without a scheme it is read as http. What stands before an @ is no host,
 * whatever it looks like; percent-encoded letters and figures are what they stand for (RFC 3986 6.2.2.2).
 */
export function canonicalUrl(text: string): CanonicalUrl | NoHost {
  const same = plain(text)
  if (same !== null) return same
  // The URL standard drops tabs and line ends wherever they stand, and reads 'http:\\host' as browsers do.
  const bare = SPACE.test(text) ? text.trim().replace(/[\t\n\r]/g, '') : text
  const url = parsed(
    /^([a-z][a-z0-9+.-]*:\/\/|(https?|wss?|ftp):|(javascript|data|file|blob|about):)/i.test(bare)
      ? bare
      : `http://${bare}`,
  )
  if (url === null) return { why: 'it is no URL by the URL standard' }
  if (!SCHEMES.has(url.protocol)) return { why: `${url.protocol} is not a scheme of the web` }
  const host = fromUrlHost(url.hostname)
  if (!isHost(host)) return host
  return { ...host, scheme: url.protocol.slice(0, -1), path: canonicalPath(url.pathname + url.search) }
}

/** One spelling of a path: unreserved characters plain, hexadecimal in upper case, no empty segments. */
export function canonicalPath(path: string): string {
  const cut = path.slice(0, LONGEST_PATH)
  const query = cut.indexOf('?')
  const [before, after] = query < 0 ? [cut, ''] : [cut.slice(0, query), cut.slice(query)]
  return unescaped(before).replace(/\/{2,}/g, '/') + unescaped(after)
}

function unescaped(text: string): string {
  if (!text.includes('%')) return text
  return text.replace(/%([0-9a-f]{2})/gi, (whole, digits: string) => {
    const character = String.fromCharCode(Number.parseInt(digits, 16))
    return /[A-Za-z0-9._~-]/.test(character) ? character : whole.toUpperCase()
  })
}
