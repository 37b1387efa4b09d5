import { type FirstLine, type Header, LONGEST_TARGET, readFirstLine, readHeaders } from './head-lines.js'

/** The head of one HTTP/1 request to the proxy, read strictly. */
export interface RequestHead {
  readonly kind: 'request'
  readonly method: string
  /** As written: 'http://host/path' to a proxy, 'host:443' for CONNECT, '/path' to ourselves. */
  readonly target: string
  readonly minor: 0 | 1
  /** The Host header, in lower case; '' when there is none (HTTP/1.0 only). */
  readonly host: string
  readonly headers: readonly Header[]
  readonly body: Body
  readonly keepAlive: boolean
  /** How many bytes the head took. */
  readonly length: number
}

/** How the end of the body is known. */
export type Body =
  { readonly kind: 'none' } | { readonly kind: 'length'; readonly bytes: number } | { readonly kind: 'chunked' }

/** A request that is not answered but refused: the HTTP status, and a sentence for the person who made it. */
export interface RefusedHead {
  readonly kind: 'refused'
  readonly status: 400 | 414 | 431 | 501 | 505
  readonly why: string
}

export type ReadHead = RequestHead | RefusedHead | { readonly kind: 'more' }

export const LARGEST_HEAD = 16 * 1024
const MOST_HEADERS = 100
const TOO_LONG = new RegExp(`^[A-Z]+ \\S{${LONGEST_TARGET + 1}}`)

const NO_BODY: Body = { kind: 'none' }
const MORE: ReadHead = { kind: 'more' }
const refused = (status: RefusedHead['status'], why: string): RefusedHead => ({ kind: 'refused', status, why })

const neverInAHead = /[^\t\r\n\x20-\x7e\x80-\xff]/

/**
 * Reads a request head from the bytes that have come so far. Whatever two programs might read in two ways is refused and
 * never repaired (RFC 9112 11.2): folded lines, space before a colon, bare line ends, two Hosts, two lengths, a length
 * beside chunks. What lets a request hide another from a filter is exactly such a difference.
 */
export function readRequestHead(bytes: Buffer): ReadHead {
  const end = bytes.indexOf('\r\n\r\n')
  if (end > LARGEST_HEAD || (end < 0 && bytes.length > LARGEST_HEAD)) return refused(431, 'Its headers are too long.')
  if (end < 0) return unsoundStart(bytes) ?? MORE
  return readWhole(bytes, end)
}

function readWhole(bytes: Buffer, end: number): ReadHead {
  const text = bytes.toString('latin1', 0, end)
  const first = readFirstLine(bytes, text)
  if (first === null && TOO_LONG.test(text)) return refused(414, 'Its address is too long.')
  if (first === null) return malformed(text, 'Its first line is not the first line of an HTTP request.')
  if (first.version !== ' HTTP/1.1' && first.version !== ' HTTP/1.0') return wrongVersion(first.version)
  const headers = readHeaders(bytes, text, first.end, end)
  if (headers === null) return malformed(text, 'One of its headers is not well formed.')
  if (headers.length > MOST_HEADERS) return refused(431, 'It has too many headers.')
  return assemble(first, headers, end + 4)
}

const malformed = (text: string, why: string): RefusedHead =>
  refused(400, neverInAHead.test(text) ? 'It holds characters that no request may hold.' : why)

const wrongVersion = (version: string): RefusedHead =>
  /^ HTTP\/\d\.\d$/.test(version)
    ? refused(505, 'Only HTTP/1.1 and 1.0 are spoken here.')
    : refused(400, 'Its first line is not the first line of an HTTP request.')

/** A client that speaks another protocol is told at once, not after it has sent 16 KB of it. */
function unsoundStart(bytes: Buffer): RefusedHead | null {
  const first = bytes[0]
  if (first === undefined || (first >= 65 && first <= 90)) return null
  return refused(400, 'It does not begin like an HTTP request.')
}

function assemble({ method, target, version }: FirstLine, headers: Header[], length: number): ReadHead {
  const minor = version === ' HTTP/1.1' ? 1 : 0
  const said: Said = { hosts: 0, host: '', lengths: [], codings: [], connection: '' }
  for (const header of headers) note(said, header)
  if (said.hosts > 1 || (said.hosts === 0 && minor === 1)) return refused(400, 'It must name its host once.')
  const body = readBody(said, minor)
  if (body.kind === 'refused') return body
  if (body.kind !== 'none' && method === 'CONNECT') return refused(400, 'CONNECT has no body.')
  const keepAlive = keepsAlive(minor, said.connection)
  return { kind: 'request', method, target, minor, host: said.host, headers, body, keepAlive, length }
}

/** What the headers say that the reader itself needs. */
interface Said {
  hosts: number
  host: string
  readonly lengths: string[]
  readonly codings: string[]
  connection: string
}

function note(said: Said, { name, value }: Header): void {
  if (name === 'host') {
    said.hosts++
    said.host = value.toLowerCase()
  } else if (name === 'content-length') said.lengths.push(value)
  else if (name === 'transfer-encoding') said.codings.push(value)
  else if (name === 'connection' || name === 'proxy-connection') said.connection += `,${value.toLowerCase()}`
}

const keepsAlive = (minor: 0 | 1, connection: string): boolean =>
  minor === 1 ? !connection.includes('close') : connection.includes('keep-alive')

function readBody({ lengths, codings }: Said, minor: 0 | 1): Body | RefusedHead {
  if (codings.length === 0) return lengths.length === 0 ? NO_BODY : readLength(lengths)
  if (lengths.length > 0 || minor === 0) return refused(400, 'It says in two ways where its body ends.')
  const chunked = codings.length === 1 && codings[0]?.toLowerCase() === 'chunked'
  return chunked ? { kind: 'chunked' } : refused(501, 'Its body comes in a form that is not read here.')
}

function readLength(lengths: readonly string[]): Body | RefusedHead {
  const [length = '0'] = lengths
  if (lengths.length > 1 || !/^\d{1,15}$/.test(length)) return refused(400, 'The length of its body is not one number.')
  return Number(length) === 0 ? NO_BODY : { kind: 'length', bytes: Number(length) }
}

/** Every value of a header, in order. */
export function valuesOf(headers: readonly Header[], name: string): string[] {
  const values: string[] = []
  for (const header of headers) if (header.name === name) values.push(header.value)
  return values
}
