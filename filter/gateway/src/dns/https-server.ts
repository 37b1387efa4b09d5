import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2'
import type { Endpoint } from '../endpoint.js'
import { type Listener, listenBounded } from '../bounded-listener.js'
import type { Clients } from '../clients/clients.js'
import { onlyOurs } from './gates.js'
import type { Certificate } from './certificate.js'
import type { NameServer } from './name-server.js'

const PATH = '/dns-query'
const MESSAGE = 'application/dns-message'
const LARGEST_QUESTION = 4_096
const CUT_OFF = 65_536
const LIMIT = 65_535
const IDLE_MS = 30_000
const HANDSHAKE_MS = 10_000

export interface EncryptedParts {
  readonly nameServer: NameServer
  readonly certificate: Certificate
  readonly clients: Clients
}

/**
 * DNS over HTTPS (RFC 8484), HTTP/2 and 1.1, by the platform's own server: unlike the proxy's, what it reads goes nowhere
 * else, so that nothing can be smuggled through it. Connections, streams, sizes and idle time are bounded.
 */
export async function serveHttps(
  at: Endpoint,
  { nameServer, certificate, clients }: EncryptedParts,
): Promise<Listener> {
  const server = createSecureServer(
    {
      ...certificate.material,
      allowHTTP1: true,
      handshakeTimeout: HANDSHAKE_MS,
      maxSessionMemory: 1,
      settings: { maxConcurrentStreams: 64, maxHeaderListSize: 8_192 },
    },
    (request, response) => void respond(request, response, nameServer),
  )
  server.setTimeout(IDLE_MS)
  server.on('sessionError', () => undefined)
  certificate.serves(server)
  return listenBounded(server, at, onlyOurs(clients))
}

interface Refusal {
  readonly status: number
  readonly why: string
}

async function respond(
  request: Http2ServerRequest,
  response: Http2ServerResponse,
  nameServer: NameServer,
): Promise<void> {
  try {
    const asked = await questionIn(request)
    const address = request.socket.remoteAddress ?? ''
    const answer = asked instanceof Buffer ? await nameServer.handle(asked, address, LIMIT) : asked
    if (answer === null) refuse(response, { status: 400, why: 'That is no DNS question.' })
    else if (!(answer instanceof Uint8Array)) refuse(response, answer)
    else {
      // No store: the policy may change before the records' time is over. A copy, because the buffer is used again.
      response.writeHead(200, { 'content-type': MESSAGE, 'content-length': answer.length, 'cache-control': 'no-store' })
      response.end(Buffer.from(answer))
    }
  } catch {
    // Whoever asked has gone in the middle of the question.
    response.destroy()
  }
}

function refuse(response: Http2ServerResponse, { status, why }: Refusal): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    ...(status === 405 ? { allow: 'GET, POST' } : {}),
  })
  response.end(`${why}\n`)
}

async function questionIn(request: Http2ServerRequest): Promise<Buffer | Refusal> {
  const [path = '', query = ''] = request.url.split('?', 2)
  if (path !== PATH) return { status: 404, why: `Questions go to ${PATH}.` }
  if (request.method === 'GET') return fromQuery(new URLSearchParams(query).get('dns') ?? '')
  if (request.method !== 'POST') return { status: 405, why: 'Ask by GET or POST.' }
  if (request.headers['content-type'] !== MESSAGE) return { status: 415, why: `A question is ${MESSAGE}.` }
  return wholeOf(request)
}

const TOO_LONG: Refusal = { status: 413, why: 'Nobody’s question is that long.' }

function fromQuery(text: string): Buffer | Refusal {
  if (text.length > (LARGEST_QUESTION * 4) / 3) return TOO_LONG
  if (!/^[\w-]+$/.test(text)) return { status: 400, why: 'The question, in base64url, is the parameter dns.' }
  return Buffer.from(text, 'base64url')
}

/** What is a little too long is read to its end, so that its sender hears why; who sends on and on is cut off. */
async function wholeOf(request: Http2ServerRequest): Promise<Buffer | Refusal> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > CUT_OFF) throw new Error('A question without an end')
    if (size <= LARGEST_QUESTION) parts.push(part)
  }
  return size <= LARGEST_QUESTION ? Buffer.concat(parts) : TOO_LONG
}
