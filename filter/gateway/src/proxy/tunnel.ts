import type { Socket } from 'node:net'
import { LARGEST_HELLO, readClientHello } from './client-hello.js'
import { carryBack, carryOut, connectToSite, endOnce } from './site-connection.js'

/** A CONNECT that the policy let through so far. */
export interface TunnelPlan {
  readonly client: Socket
  /** What the client sent already behind its request. */
  readonly early: Buffer
  readonly host: string
  readonly address: string
  readonly port: number
  /** Asks the policy about the name that the TLS connection itself gives. */
  readonly mayGoTo: (name: string) => boolean
  /** Why the tunnel was shut before it carried anything. */
  readonly refused: (why: TunnelRefusal) => void
  /** The tunnel is open, or gone: no deadline of the request applies any longer. */
  readonly settled: () => void
}

export type TunnelRefusal = 'unreachable' | 'not-tls' | 'no-name' | 'name-blocked' | 'hello-late' | 'hello-in-crumbs'

const CONNECT_MS = 10_000
const HELLO_MS = 10_000
const IDLE_MS = 10 * 60_000
/** How long a site has to take what a client that has gone left for it. */
const LAST_MS = 30_000
/** TLS libraries send their first message in one or two parts; a filter-dodger in dozens. */
const MOST_PARTS = 64

const ESTABLISHED = 'HTTP/1.1 200 Connection established\r\n\r\n'
const UNREACHABLE = 'HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'

/**
 * Opens a tunnel in the order that leaves no gap: connect, say so, read the ClientHello to its end, ask the policy about
 * the name in it, and only then let the first byte through. A host that was allowed in CONNECT is no cover for another
 * one behind it on the same address.
 */
export function openTunnel(plan: TunnelPlan): void {
  const { client } = plan
  const server = connectToSite(plan, client)
  server.setTimeout(CONNECT_MS, () => fail(plan, server, 'unreachable'))
  server.once('error', () => fail(plan, server, 'unreachable'))
  client.once('close', () => leave(client, server))
  server.once('connect', () => {
    client.write(ESTABLISHED)
    awaitHello(plan, server)
  })
}

/** The client has gone. One that had said all it wanted may have gone before a slow site has taken the end of it. */
function leave(client: Socket, server: Socket): void {
  if (!client.readableEnded || server.writableLength === 0) return void server.destroy()
  // In all, not since the site last did something: one that sends without end would be read for nobody for ever.
  const late = setTimeout(() => server.destroy(), LAST_MS)
  server.once('close', () => clearTimeout(late))
}

function fail(plan: TunnelPlan, server: Socket, why: TunnelRefusal): void {
  plan.refused(why)
  server.destroy()
  if (why === 'unreachable') plan.client.end(UNREACHABLE)
  else plan.client.destroy()
  plan.settled()
}

function awaitHello(plan: TunnelPlan, server: Socket): void {
  const { client } = plan
  let bytes = plan.early
  let parts = 0
  const late = (): void => fail(plan, server, 'hello-late')
  server.setTimeout(0).removeAllListeners('timeout')
  const timer = setTimeout(late, HELLO_MS)
  server.removeAllListeners('error').on('error', () => client.destroy())
  const stop = (): void => {
    clearTimeout(timer)
    client.off('data', more)
    client.off('close', stop)
  }
  function judge(): void {
    const why = judgeHello(plan, bytes, parts)
    if (why === 'more') return
    stop()
    if (why === null) join(plan, server, bytes)
    else fail(plan, server, why)
  }
  function more(part: Buffer): void {
    bytes = bytes.length === 0 ? part : Buffer.concat([bytes, part])
    parts++
    judge()
  }
  client.on('data', more)
  client.once('close', stop)
  client.resume()
  if (bytes.length > 0) judge()
}

/** Null when the first bytes may pass; 'more' when they do not say yet. */
function judgeHello(plan: TunnelPlan, bytes: Buffer, parts: number): TunnelRefusal | 'more' | null {
  const hello = readClientHello(bytes)
  if (hello.kind === 'unsound') return 'not-tls'
  if (hello.kind === 'more') return parts > MOST_PARTS || bytes.length > 2 * LARGEST_HELLO ? 'hello-in-crumbs' : 'more'
  // TLS to an address written in figures gives no name, and the policy has judged that address.
  if (hello.name === null) return plan.host === plan.address ? null : 'no-name'
  return hello.name === plan.host || plan.mayGoTo(hello.name) ? null : 'name-blocked'
}

function join(plan: TunnelPlan, server: Socket, first: Buffer): void {
  const { client } = plan
  plan.settled()
  server.write(first)
  const shut = (): void => void (client.destroy(), server.destroy())
  client.setTimeout(IDLE_MS, shut)
  carryOut(client, server)
  carryBack(server, client)
  // Ended, not destroyed: what the site sent last may still wait here for a client that reads slowly.
  server.once('close', () => endOnce(client))
}
