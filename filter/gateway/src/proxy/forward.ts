import type { Socket } from 'node:net'
import { bodyEnd } from './body-end.js'
import type { Header } from '../http/head-lines.js'
import type { RequestHead } from '../http/request-head.js'
import { carryBack, connectToSite, endOnce } from './site-connection.js'

/** A plain HTTP request that the policy allows. */
export interface ForwardPlan {
  readonly client: Socket
  readonly head: RequestHead
  /** Host and port as the client wrote them, for the Host header. */
  readonly hostHeader: string
  readonly path: string
  /** What safe search adds; replaces headers of the same name. */
  readonly extra: Readonly<Record<string, string>>
  readonly address: string
  readonly port: number
  /** What has come behind the head already. */
  readonly early: Buffer
  readonly failed: (why: 'unreachable' | 'unsound-body') => void
  readonly settled: () => void
}

const CONNECT_MS = 10_000
const IDLE_MS = 2 * 60_000

/** Headers for one hop (RFC 9110 7.6.1) and those that would tell the site about the school's inside. */
const notPassedOn: ReadonlySet<string> = new Set([
  'connection',
  'proxy-connection',
  'proxy-authorization',
  'proxy-authenticate',
  'keep-alive',
  'te',
  'trailer',
  'upgrade',
  'http2-settings',
  'forwarded',
  'x-forwarded-for',
  'via',
  'host',
  'expect',
])

/**
 * Sends one request on, over a connection of its own that ends with the answer. Connections to sites are not shared
 * between requests: plain HTTP is rare by now, and what is never shared can neither mix two pupils' answers up nor carry
 * a second request that nobody judged.
 */
export function forward(plan: ForwardPlan): void {
  const { client } = plan
  const server = connectToSite(plan, client)
  const answered = (): boolean => server.bytesRead > 0
  const fail = (): void => {
    server.destroy()
    if (answered()) client.destroy()
    else plan.failed('unreachable')
  }
  server.setTimeout(CONNECT_MS, fail)
  server.once('error', fail)
  client.once('close', () => server.destroy())
  server.once('connect', () => {
    plan.settled()
    server.setTimeout(IDLE_MS)
    server.write(written(plan))
    sendBody(plan, server)
    carryBack(server, client)
  })
  server.once('close', () => (answered() ? endOnce(client) : fail()))
}

/** The head for the site: asked as of itself, and told to close, so that the end of the answer is the end of the connection. */
function written({ head, hostHeader, path, extra }: ForwardPlan): Buffer {
  const added = Object.entries(extra)
  const replaced = new Set(added.map(([name]) => name.toLowerCase()))
  const named = new Set(namedInConnection(head.headers))
  const kept = head.headers.filter(({ name }) => !notPassedOn.has(name) && !replaced.has(name) && !named.has(name))
  const lines = [
    `${head.method} ${path} HTTP/1.1`,
    `host: ${hostHeader}`,
    ...kept.map(({ name, value }) => `${name}: ${value}`),
    ...added.map(([name, value]) => `${name}: ${value}`),
    'connection: close',
  ]
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1')
}

/** Headers that the client itself named as meant for us alone. */
const namedInConnection = (headers: readonly Header[]): string[] =>
  headers
    .filter(({ name }) => name === 'connection')
    .flatMap(({ value }) => value.toLowerCase().split(','))
    .map((name) => name.trim())
    // What says where the body ends is no hop's own business: taking it away would hide a request in a body.
    .filter((name) => name !== 'content-length' && name !== 'transfer-encoding')

function sendBody(plan: ForwardPlan, server: Socket): void {
  const { client, head, early } = plan
  const end = bodyEnd(head.body)
  let over = false
  function pass(part: Buffer): void {
    // A second request behind the first waits until we have closed, and is sent again by a browser that meant it.
    if (over) return
    const { taken, state } = end.take(part)
    if (state === 'unsound') {
      over = true
      server.destroy()
      plan.failed('unsound-body')
      return
    }
    if (!server.write(part.subarray(0, taken))) client.pause()
    over = state === 'done'
  }
  if (head.body.kind === 'none') {
    client.resume()
    return
  }
  server.on('drain', () => client.resume())
  client.on('data', pass)
  if (early.length > 0) pass(early)
  client.resume()
}
