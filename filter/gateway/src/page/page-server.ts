import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Clients } from '../clients/clients.js'
import type { Endpoint } from '../endpoint.js'
import type { OwnAnswer } from '../proxy/answers.js'
import type { Pages } from './pages.js'

const MOST_CONNECTIONS = 1_024

/** What the page server needs. */
export interface PageServerParts {
  readonly clients: Clients
  readonly pages: Pages
  readonly pac: OwnAnswer
}

/**
 * The web server behind the address that DNS gives for blocked names: it answers for every one of them with the reason
 * why that name is blocked for who asks. Only http: a browser that wants https finds the port shut at once, for nobody
 * but the site itself could show a page there.
 */
export async function servePages(at: Endpoint, parts: PageServerParts): Promise<Server> {
  const server = createServer(
    {
      maxHeaderSize: 16 * 1024,
      requestTimeout: 10_000,
      headersTimeout: 10_000,
      keepAliveTimeout: 5_000,
      noDelay: true,
    },
    (request, response) => send(response, answerTo(request, parts), request.method === 'HEAD'),
  )
  server.maxConnections = MOST_CONNECTIONS
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port: at.port, host: at.address, reusePort: at.shared }, resolve)
  })
  return server
}

function answerTo(request: IncomingMessage, { clients, pages, pac }: PageServerParts): OwnAnswer {
  const client = clients.at(request.socket.remoteAddress ?? '')
  if (client === null) return pages.stranger
  if (request.url === '/proxy.pac' || request.url === '/wpad.dat') return pac
  const host = request.headers.host ?? ''
  return pages.forVisit(`http://${host}${request.url ?? '/'}`, client)
}

function send(response: ServerResponse, answer: OwnAnswer, bodiless: boolean): void {
  response.writeHead(answer.status, {
    'Content-Type': answer.type,
    'Content-Length': answer.body.length,
    'Cache-Control': 'no-store',
    ...answer.headers,
  })
  response.end(bodiless ? undefined : answer.body)
}
