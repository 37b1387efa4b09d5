import { isIPv6 } from 'node:net'
import type { RequestHead } from '../http/request-head.js'

/** Where a request to the proxy wants to go. */
export interface Target {
  /** Without brackets, in lower case, no dot at its end. */
  readonly host: string
  readonly port: number
  /** What is asked of the policy: the host alone for CONNECT, the whole address for plain HTTP. */
  readonly asked: string
  /** Path and query for the server; '' for CONNECT. */
  readonly path: string
}

const authority = /^(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9._~-]+)(?::(\d{1,5}))?$/
const address = /^http:\/\/([^/?#@\\]+)([/?][^#\\]*)?$/i

/** Reads where a request goes. Null when it does not say so in the one way that both we and the server would read it. */
export function readTarget(head: RequestHead): Target | null {
  if (head.method !== 'CONNECT') return urlTarget(head)
  const at = readAuthority(head.target, 0)
  return at === null ? null : { ...at, asked: at.host, path: '' }
}

function urlTarget({ target, host }: RequestHead): Target | null {
  const read = address.exec(target)
  if (read === null) return null
  const named = (read[1] ?? '').toLowerCase()
  const at = readAuthority(named, 80)
  if (at === null || !isSame(at, named, host)) return null
  const path = read[2] ?? '/'
  const full = path.startsWith('?') ? `/${path}` : path
  return { host: at.host, port: at.port, asked: `http://${named}${full}`, path: full }
}

type Place = Pick<Target, 'host' | 'port'>

/** The server believes the Host header, the policy the address: they must be one. */
function isSame(at: Place, named: string, hostHeader: string): boolean {
  if (hostHeader === '' || hostHeader === named) return true
  const said = readAuthority(hostHeader, 80)
  return said !== null && said.host === at.host && said.port === at.port
}

function readAuthority(text: string, standard: number): Place | null {
  const read = authority.exec(text)
  if (read === null) return null
  const port = Number(read[2] ?? standard)
  const host = plainHost(read[1] ?? '')
  return host === '' || port < 1 || port > 65_535 ? null : { host: host.toLowerCase(), port }
}

/** Without the brackets of an IPv6 address or the dot at a name's end; '' when there is nothing sound left. */
function plainHost(named: string): string {
  if (!named.startsWith('[')) return named.replace(/\.$/, '')
  const inside = named.slice(1, -1)
  return isIPv6(inside) ? inside : ''
}
