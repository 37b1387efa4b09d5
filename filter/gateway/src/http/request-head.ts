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

export interface Header {
  /** In lower case. */
  readonly name: string
  readonly value: string
}

/** How the end of the body is known. */
export type Body =
  { readonly kind: 'none' } | { readonly kind: 'length'; readonly bytes: number } | { readonly kind: 'chunked' }

/** A request that is not answered but refused: the HTTP status, and a sentence for the person who made it. */
export interface RefusedHead {
  readonly kind: 'refused'
  readonly status: 400 | 413 | 431 | 501 | 505
  readonly why: string
}

export type ReadHead = RequestHead | RefusedHead | { readonly kind: 'more' }

export const LARGEST_HEAD = 16 * 1024
const MOST_HEADERS = 100

const MORE: ReadHead = { kind: 'more' }
const refused = (status: RefusedHead['status'], why: string): RefusedHead => ({ kind: 'refused', status, why })

const requestLine = /^([A-Z]{3,20}) ([\x21-\x7e]{1,8192}) HTTP\/(\d\.\d)$/
const headerLine = /^([!#$%&'*+\-.^_`|~0-9A-Za-z]+):[ \t]*(.*)$/
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
  const text = bytes.toString('latin1', 0, end)
  if (neverInAHead.test(text)) return refused(400, 'It holds characters that no request may hold.')
  const lines = text.split('\r\n')
  const first = readFirstLine(lines[0] ?? '')
  if (first.kind === 'refused') return first
  const headers = readHeaders(lines)
  return Array.isArray(headers) ? assemble({ ...first, headers, length: end + 4 }) : headers
}

type FirstLine = Pick<RequestHead, 'kind' | 'method' | 'target' | 'minor'>

function readFirstLine(line: string): FirstLine | RefusedHead {
  const read = requestLine.exec(line)
  if (read === null) return refused(400, 'Its first line is not the first line of an HTTP request.')
  const [, method = '', target = '', version = ''] = read
  if (version !== '1.1' && version !== '1.0') return refused(505, 'Only HTTP/1.1 and 1.0 are spoken here.')
  return { kind: 'request', method, target, minor: version === '1.1' ? 1 : 0 }
}

/** A client that speaks another protocol is told at once, not after it has sent 16 KB of it. */
function unsoundStart(bytes: Buffer): RefusedHead | null {
  const first = bytes[0]
  if (first === undefined || (first >= 65 && first <= 90)) return null
  return refused(400, 'It does not begin like an HTTP request.')
}

function readHeaders(lines: readonly string[]): Header[] | RefusedHead {
  if (lines.length - 1 > MOST_HEADERS) return refused(431, 'It has too many headers.')
  const headers: Header[] = []
  for (let at = 1; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const read = headerLine.exec(line)
    if (read === null || line.includes('\n') || line.includes('\r'))
      return refused(400, 'One of its headers is not well formed.')
    headers.push({ name: (read[1] ?? '').toLowerCase(), value: (read[2] ?? '').trimEnd() })
  }
  return headers
}

type Start = Omit<RequestHead, 'host' | 'body' | 'keepAlive'>

function assemble(start: Start): RequestHead | RefusedHead {
  const hosts = valuesOf(start.headers, 'host')
  if (hosts.length > 1 || (hosts.length === 0 && start.minor === 1)) return refused(400, 'It must name its host once.')
  const body = readBody(start)
  if (body.kind === 'refused') return body
  if (body.kind !== 'none' && start.method === 'CONNECT') return refused(400, 'CONNECT has no body.')
  const connection = [...valuesOf(start.headers, 'connection'), ...valuesOf(start.headers, 'proxy-connection')]
  return {
    ...start,
    host: (hosts[0] ?? '').toLowerCase(),
    body,
    keepAlive: keepsAlive(start.minor, connection.join().toLowerCase()),
  }
}

const keepsAlive = (minor: 0 | 1, connection: string): boolean =>
  minor === 1 ? !connection.includes('close') : connection.includes('keep-alive')

function readBody({ headers, minor }: Start): Body | RefusedHead {
  const lengths = valuesOf(headers, 'content-length')
  const codings = valuesOf(headers, 'transfer-encoding')
  if (codings.length === 0) return readLength(lengths)
  if (lengths.length > 0 || minor === 0) return refused(400, 'It says in two ways where its body ends.')
  const chunked = codings.length === 1 && codings[0]?.toLowerCase() === 'chunked'
  return chunked ? { kind: 'chunked' } : refused(501, 'Its body comes in a form that is not read here.')
}

function readLength(lengths: readonly string[]): Body | RefusedHead {
  const [length = '0'] = lengths
  if (lengths.length > 1 || !/^\d{1,15}$/.test(length)) return refused(400, 'The length of its body is not one number.')
  return Number(length) === 0 ? { kind: 'none' } : { kind: 'length', bytes: Number(length) }
}

/** Every value of a header, in order. */
export function valuesOf(headers: readonly Header[], name: string): string[] {
  const values: string[] = []
  for (const header of headers) if (header.name === name) values.push(header.value)
  return values
}
