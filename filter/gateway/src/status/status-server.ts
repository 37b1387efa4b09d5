import { createHash, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Endpoint } from '../endpoint.js'
import { answerDecision, type DecisionParts } from './decision-api.js'
import { type Metric, metricsText } from './metrics.js'
import { statusPage, type StatusView } from './status-page.js'
import { statusStyle } from './status-style.js'

/** What the status server shows. */
export interface StatusParts extends DecisionParts {
  /** Null: only this machine itself is answered. */
  readonly token: string | null
  readonly view: () => StatusView
  readonly metrics: () => readonly Metric[]
}

interface Reply {
  readonly status: number
  readonly type: string
  readonly body: string
}

const CSP = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(statusStyle).digest('base64')}'; frame-ancestors 'none'`

/** Status, metrics and decisions over HTTP: for the machine itself, and for others only with the token. */
export async function serveStatus(at: Endpoint, parts: StatusParts): Promise<Server> {
  const server = createServer(
    { maxHeaderSize: 16 * 1024, requestTimeout: 10_000, noDelay: true },
    (request, response) => send(response, answerTo(request, parts)),
  )
  server.maxConnections = 1_024
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port: at.port, host: at.address, reusePort: at.shared }, resolve)
  })
  return server
}

function answerTo(request: IncomingMessage, parts: StatusParts): Reply {
  if (!mayAsk(request, parts.token)) return plain(401, 'This answers only with the token of this gateway.')
  if (request.method !== 'GET') return plain(405, 'Only GET is answered here.')
  // Not by the URL standard: the paths are ours and few, and taking an address apart costs more than the answer.
  const [path = '', query = ''] = (request.url ?? '/').split(/\?(.*)/s)
  const page = Object.hasOwn(PAGES, path) ? PAGES[path] : undefined
  return page === undefined ? plain(404, `There is ${Object.keys(PAGES).join(', ')}.`) : page(parts, request, query)
}

const PAGES: Readonly<Record<string, (parts: StatusParts, request: IncomingMessage, query: string) => Reply>> = {
  '/': ({ view }) => ({ status: 200, type: 'text/html; charset=utf-8', body: statusPage(view()) }),
  '/health': ({ view }) => health(view()),
  '/metrics': ({ metrics }) => ({ status: 200, type: 'text/plain; version=0.0.4', body: metricsText(metrics()) }),
  '/decision': (parts, request, query) => ({ type: 'application/json', ...answerDecision(request, query, parts) }),
}

/** For whatever watches the gateway: 200 while every part works. */
function health({ parts }: StatusView): Reply {
  const failing = parts.filter(({ state }) => state === 'failing').map(({ title }) => title)
  return failing.length === 0 ? plain(200, 'well') : plain(503, failing.join(', '))
}

/**
 * Another machine needs the token. This machine itself needs none, but a browser on it that some page sends here does:
 * its Host is then that page's, not ours (DNS rebinding).
 */
function mayAsk(request: IncomingMessage, token: string | null): boolean {
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  if (token !== null && given !== undefined) return same(given, token)
  const address = request.socket.remoteAddress ?? ''
  const host = (request.headers.host ?? '').replace(/:\d+$/, '')
  return isThisMachine(address) && ['localhost', '127.0.0.1', '[::1]'].includes(host)
}

const isThisMachine = (address: string): boolean =>
  address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1'

const same = (given: string, token: string): boolean =>
  timingSafeEqual(createHash('sha256').update(given).digest(), createHash('sha256').update(token).digest())

const plain = (status: number, text: string): Reply => ({
  status,
  type: 'text/plain; charset=utf-8',
  body: `${text}\n`,
})

function send(response: ServerResponse, { status, type, body }: Reply): void {
  const length = Buffer.byteLength(body)
  const headers: Record<string, string | number> = {
    'Content-Type': type,
    'Content-Length': length,
    'Cache-Control': 'no-store',
  }
  if (type.startsWith('text/html')) headers['Content-Security-Policy'] = CSP
  response.writeHead(status, headers)
  // Of ASCII alone both are the same bytes, and latin1 is written in one pass.
  response.end(body, length === body.length ? 'latin1' : 'utf8')
}
