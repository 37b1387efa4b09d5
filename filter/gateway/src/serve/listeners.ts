import type { ConnectionLimits } from '../bounded-listener.js'
import { serveHttps } from '../dns/https-server.js'
import { serveTcp, serveTls } from '../dns/tcp-server.js'
import { serveUdp } from '../dns/udp-server.js'
import type { Endpoint } from '../endpoint.js'
import type { Desk } from '../http/conversation.js'
import { RequestServer, usualProxyLimits } from '../http/request-server.js'
import { PageDesk } from '../page/page-desk.js'
import { StatusDesk } from '../status/status-desk.js'
import { readNamed } from '../config/read-named.js'
import { endpointsOf, openAt } from './endpoints.js'
import { gatewayMetrics } from './gateway-metrics.js'
import { partHealth } from './part-health.js'
import type { Parts } from './parts.js'

/** What listens. */
export interface Listeners {
  /** The ports as they came out, the first of each kind; for tests that ask for any free one. */
  readonly ports: Readonly<Partial<Record<'dns' | 'tls' | 'https' | 'proxy' | 'page' | 'status', number>>>
  close(graceMs: number): Promise<void>
}

/** Opens every port that the configuration names, or none: a gateway that serves half of what it should is not started. */
export async function listen(parts: Parts, shared: boolean): Promise<Listeners> {
  const closers: ((graceMs: number) => Promise<unknown>)[] = []
  const close = async (graceMs: number): Promise<void> => void (await Promise.all(closers.map((shut) => shut(graceMs))))
  try {
    const ports = {
      ...(await listenDns(parts, shared, closers)),
      ...(await listenEncrypted(parts, shared, closers)),
      ...(await listenProxy(parts, shared, closers)),
      ...(await listenPages(parts, shared, closers)),
      ...(await listenStatus(parts, shared, closers)),
    }
    return { ports, close }
  } catch (fault) {
    await close(0)
    throw fault
  }
}

type Closers = ((graceMs: number) => Promise<unknown>)[]

async function listenDns({ config, nameServer }: Parts, shared: boolean, closers: Closers) {
  if (config.dns === undefined || nameServer === null) return {}
  const places = endpointsOf(config.dns.listen, shared)
  const servers = await openAt(places, 'DNS over TCP', (at) => serveTcp(at, nameServer))
  closers.push((graceMs) => Promise.all(servers.map((server) => server.close(graceMs))))
  const dns = servers[0]?.port ?? 0
  // Any free port (0) was asked for: UDP must have the same one as TCP. TCP first, for its ports are the crowded ones:
  // every connection of every program on the machine holds one for a minute after it ended.
  const sockets = await openAt(
    places.map((at) => ({ ...at, port: at.port || dns })),
    'DNS',
    (at) => serveUdp(at, nameServer),
  )
  closers.push(() => Promise.all(sockets.map((socket) => new Promise<void>((resolve) => socket.close(resolve)))))
  return { dns }
}

async function listenEncrypted(parts: Parts, shared: boolean, closers: Closers) {
  const { config, nameServer, certificate, clients, discovery } = parts
  const encrypted = config.dns?.encrypted
  if (encrypted === undefined || nameServer === null || certificate === null) return {}
  const serving = { nameServer, certificate, clients }
  const ports: { tls?: number; https?: number } = {}
  for (const [kind, what, open] of ENCRYPTED) {
    const listeners = await openAt(endpointsOf(encrypted[kind] ?? [], shared), what, (at) => open(at, serving))
    closers.push((graceMs) => Promise.all(listeners.map((listener) => listener.close(graceMs))))
    if (listeners[0] !== undefined) ports[kind] = listeners[0].port
  }
  discovery.ports = ports
  return ports
}

const ENCRYPTED = [
  ['tls', 'DNS over TLS', serveTls],
  ['https', 'DNS over HTTPS', serveHttps],
] as const

async function listenProxy({ config, proxy }: Parts, shared: boolean, closers: Closers) {
  if (config.proxy === undefined || proxy === null) return {}
  const serving = { desk: proxy, limits: usualProxyLimits, what: 'The proxy' }
  return { proxy: await serve(serving, endpointsOf(config.proxy.listen, shared), closers) }
}

async function listenPages({ config, clients, pages, pac, faulty }: Parts, shared: boolean, closers: Closers) {
  if (config.page.listen === undefined) return {}
  const serving = { desk: new PageDesk({ clients, pages, pac, faulty }), limits: FEW, what: 'The block page' }
  return { page: await serve(serving, endpointsOf(config.page.listen, shared), closers) }
}

async function listenStatus(parts: Parts, shared: boolean, closers: Closers) {
  const { config, rulings, clients, log, clock, faulty } = parts
  if (config.status === undefined) return {}
  const file = config.status.tokenFile
  const token = file === undefined ? null : readNamed(file, 'the token for status and decisions').trim()
  const view = () => ({
    school: config.school,
    snapshot: `${counted(config.networks.length, 'network')}, ${counted(parts.events.alarms, 'alarm')} lately.`,
    parts: partHealth(parts, clock()),
    events: parts.events.latest,
    figures: gatewayMetrics(parts).map(
      ({ name, labels, value }) => [nameOf(name, labels), value.toLocaleString('en-GB')] as const,
    ),
  })
  const desk = new StatusDesk({
    rulings,
    clients,
    log,
    clock,
    faulty,
    token,
    view,
    metrics: () => gatewayMetrics(parts),
  })
  const serving = { desk, limits: FEW, what: 'The status page' }
  return { status: await serve(serving, endpointsOf(config.status.listen, shared), closers) }
}

/** Every pupil's browser may sit on a block page at once; nobody alone may take the places of all. */
const FEW: ConnectionLimits = { connections: 4_096, perAddress: 256 }

interface Serving<Who> {
  readonly desk: Desk<Who>
  readonly limits: ConnectionLimits
  readonly what: string
}

/** Lets a desk answer HTTP at each place. Returns the first port. */
async function serve<Who>({ what, ...parts }: Serving<Who>, places: readonly Endpoint[], closers: Closers) {
  const clock = (): number => performance.now()
  const opened = await openAt(places, what, async (at) => {
    const server = new RequestServer({ ...parts, clock })
    const listener = await server.listen(at)
    closers.push((graceMs) => listener.close(graceMs))
    return listener.port
  })
  return opened[0] ?? 0
}

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

const nameOf = (name: string, labels: Readonly<Record<string, string>> | undefined): string =>
  [name.replace('hedgerow_filter_', '').replaceAll('_', ' '), ...Object.values(labels ?? {})].join(', ')
