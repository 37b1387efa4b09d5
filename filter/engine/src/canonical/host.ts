import { DOT, FOLD } from '../names/alphabet.js'
import { LONGEST_HOST } from '../names/name-table.js'
import { mappedAddress } from './address.js'

/** A host in its one form: lower case, ASCII (UTS-46), no trailing dot; addresses as the URL standard writes them. */
export interface CanonicalHost {
  readonly host: string
  readonly kind: 'name' | 'ipv4' | 'ipv6'
}

/** Why something is no host, for a list's report and a malformed question. */
export interface NoHost {
  readonly why: string
}

export const isHost = (answer: CanonicalHost | NoHost): answer is CanonicalHost => 'host' in answer

/**
 * The one form of a host, by the URL standard's own rules: percent-encoding undone, UTS-46, figures of any base read as
 * the address they mean. Plain names, nearly all there are, take the short way; the rest is left to the platform's URL.
 * Source: WHATWG URL, host parsing; RFC 1035 2.3.4 for lengths.
 */
export function canonicalHost(text: string): CanonicalHost | NoHost {
  const bare = text.endsWith('.') ? text.slice(0, -1) : text
  if (bare === '') return { why: 'there is nothing in it' }
  if (bare.length > 1024) return { why: 'it is longer than any host' }
  // The standard forgives one dot at the end, which is off already; of '1..' it would make the address 0.0.0.1.
  if (bare.endsWith('.')) return { why: 'it has an empty label' }
  if (PLAIN_IPV4.test(bare)) return { host: bare, kind: 'ipv4' }
  if (
    /^[a-z0-9_.-]+$/.test(bare) &&
    PLAIN_NAME.test(bare) &&
    !/^\.?[0-9]/.test(bare.slice(lastLabelAt(bare))) &&
    !bare.includes('xn--')
  )
    return withinLengths({ host: bare, kind: 'name' })
  return byTheStandard(bare)
}

const PLAIN_NAME = /^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/i

/** Four decimal figures as the standard itself writes them: no zero in front, none above 255. */
const PLAIN_IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/

const lastLabelAt = (host: string): number => Math.max(0, host.lastIndexOf('.'))

const IPV6 = /^[0-9a-f]*:[0-9a-f.]*:[0-9a-f:.]*$/i
const IPV6_IN_BRACKETS = /^\[[0-9a-f:.]+\]$/i

function byTheStandard(given: string): CanonicalHost | NoHost {
  const text = IPV6.test(given) ? `[${given}]` : given
  if (!IPV6_IN_BRACKETS.test(text) && /[/?#@\\:[\]\s]/.test(text)) return { why: 'it holds what no host may hold' }
  const url = parsed(`http://${text}/`)
  // Names that DNS carries whose punycode means nothing are still names: a list may hold them and a device may ask.
  if (url === null && PLAIN_NAME.test(text) && !/(^|\.)[0-9][^.]*$/.test(text))
    return withinLengths({ host: text.toLowerCase(), kind: 'name' })
  if (url === null || url.hostname === '') return { why: 'it is no host by the URL standard' }
  return fromUrlHost(url.hostname)
}

/** From what `URL.hostname` says, which is canonical already but for its trailing dot and addresses inside addresses. */
export function fromUrlHost(hostname: string): CanonicalHost | NoHost {
  if (hostname.startsWith('[')) return mappedAddress(hostname.slice(1, -1))
  const host = hostname.endsWith('.') ? hostname.slice(0, -1) : hostname
  if (/^\d+\.\d+\.\d+\.\d+$/.test(host)) return { host, kind: 'ipv4' }
  return withinLengths({ host, kind: 'name' })
}

export const parsed = (text: string): URL | null => URL.parse(text)

function withinLengths(found: CanonicalHost): CanonicalHost | NoHost {
  if (found.host.length > LONGEST_HOST) return { why: `it is longer than ${LONGEST_HOST} characters` }
  for (const label of found.host.split('.')) {
    if (label === '') return { why: 'it has an empty label' }
    if (label.length > 63) return { why: 'a part between dots is longer than 63 characters' }
  }
  return found
}

/**
 * Whether bytes are a plain name already, so that a list of millions need not become texts: letters, figures, hyphens,
 * underscores and dots, lengths within bounds, no figure first in the last label, no punycode to be checked.
 */
export function isPlainName(bytes: Uint8Array, from: number, to: number): boolean {
  if (to <= from || to - from > LONGEST_HOST) return false
  let labelEnd = to
  for (let at = to - 1; at >= from; at--) {
    const byte = bytes[at] as number
    if (byte === DOT) {
      if (labelEnd - at < 2 || labelEnd - at > 64) return false
      labelEnd = at
    } else if (!PLAIN[byte]) return false
    else if (byte === 0x2d && bytes[at + 1] === 0x2d && at - 2 >= from && FOLD[bytes[at - 1] as number] === 0x6e)
      return false
  }
  if (labelEnd === from || labelEnd - from > 63) return false
  return !startsWithFigure(bytes, from, to)
}

function startsWithFigure(bytes: Uint8Array, from: number, to: number): boolean {
  let at = to - 1
  while (at > from && bytes[at - 1] !== DOT) at--
  const byte = bytes[at] as number
  return byte >= 0x30 && byte <= 0x39
}

const PLAIN = Uint8Array.from({ length: 256 }, (_, byte) =>
  /[A-Za-z0-9_-]/.test(String.fromCharCode(byte)) && byte < 128 ? 1 : 0,
)
