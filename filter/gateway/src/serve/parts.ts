import { isIP } from 'node:net'
import { dirname } from 'node:path'
import type { Snapshot } from '../../../engine/src/index.js'
import { addressBytes } from '../clients/address-bytes.js'
import { Clients } from '../clients/clients.js'
import { SignIn } from '../clients/sign-in.js'
import type { GatewayConfig } from '../config/gateway-config.js'
import { rangeOf } from '../config/read-config.js'
import { readNamed } from '../config/read-named.js'
import { BlockAnswer } from '../dns/block-answer.js'
import { usualLimits } from '../dns/cache.js'
import { Certificate } from '../dns/certificate.js'
import { Discovery } from '../dns/discovery.js'
import { Forwarder } from '../dns/forwarder.js'
import { NameServer } from '../dns/name-server.js'
import { Recursion } from '../dns/recursion.js'
import { LogLines } from '../log/log-lines.js'
import { Sender } from '../log/sender.js'
import { Spool } from '../log/spool.js'
import { Pages } from '../page/pages.js'
import { Problem } from '../problem.js'
import type { OwnAnswer } from '../http/answers.js'
import { Destinations } from '../proxy/destinations.js'
import { pacFile } from '../proxy/pac-file.js'
import { ProxyDesk } from '../proxy/proxy-desk.js'
import { Rulings } from '../rulings/rulings.js'
import { Events, type GatewayEvent } from '../status/health.js'
import { endpointsOf } from './endpoints.js'
import { LayerMemory } from './layer-memory.js'
import { peopleOf } from './registers.js'

/** Everything a gateway is made of, before anything listens. */
export interface Parts {
  readonly config: GatewayConfig
  readonly rulings: Rulings
  readonly layerMemory: LayerMemory
  readonly clients: Clients
  readonly spool: Spool
  readonly log: LogLines
  readonly sender: Sender | null
  readonly events: Events
  /** Told of a mistake of our own over a question. */
  readonly faulty: (fault: unknown) => void
  readonly recursion: Recursion
  readonly nameServer: NameServer | null
  /** Of encrypted DNS. */
  readonly certificate: Certificate | null
  readonly discovery: Discovery
  readonly signIn: SignIn | null
  readonly proxy: ProxyDesk | null
  readonly pages: Pages
  readonly pac: OwnAnswer
  readonly clock: () => number
  /** Bytes that this process may still take. */
  readonly freeMemory: () => number
}

export interface PartsOptions {
  readonly config: GatewayConfig
  readonly snapshot: Snapshot
  /** Tells the log files of processes that serve together apart. */
  readonly writer: string
  readonly tell: (event: GatewayEvent) => void
  readonly clock: () => number
  readonly freeMemory: () => number
}

const MEGABYTE = 1024 * 1024
const TIMEOUT_MS = 1_500
const MOST_AT_ONCE = 2_048

/** Puts the parts together as the configuration says. */
export function makeParts({ config, snapshot, writer, tell, clock, freeMemory }: PartsOptions): Parts {
  const rulings = new Rulings(snapshot)
  const clients = new Clients()
  const { folder, megabytes = 512 } = config.log
  const spool = new Spool({ folder, writer, bytes: megabytes * MEGABYTE, clock })
  const log = new LogLines(spool)
  const recursion = recursionOf(config)
  const pages = new Pages({ rulings, log, clock, words: { school: config.school, ...config.page } })
  const people = peopleOf(config)
  const events = new Events(tell)
  const faulty = (fault: unknown): void => events.fault(fault, clock())
  const certificate = config.dns?.encrypted === undefined ? null : new Certificate(config.dns.encrypted)
  const parts = {
    config,
    rulings,
    events,
    faulty,
    clients,
    spool,
    log,
    recursion,
    pages,
    clock,
    certificate,
    discovery: new Discovery(certificate),
    signIn: people && new SignIn(people),
  }
  return {
    ...parts,
    freeMemory,
    layerMemory: new LayerMemory(config.data ?? dirname(folder), writer),
    sender: senderOf(config, spool),
    nameServer: config.dns === undefined ? null : new NameServer({ ...parts, block: blockAnswerOf(config.dns) }),
    pac: pacOf(config),
    proxy: config.proxy === undefined ? null : proxyOf(config.proxy, { ...parts, pac: pacOf(config) }),
  }
}

function senderOf({ log }: GatewayConfig, spool: Spool): Sender | null {
  if (log.centre === undefined) return null
  const token = readNamed(log.centre.tokenFile, 'the token for the centre').trim()
  return new Sender(spool, { url: log.centre.url, token })
}

/** A gateway with a proxy alone still looks names up: at the upstreams of `dns`, else at this machine's own resolver. */
function recursionOf({ dns }: GatewayConfig): Recursion {
  const upstreams = endpointsOf(dns?.upstreams ?? ['127.0.0.1:53'], false)
  const forwarder = new Forwarder({ upstreams, timeoutMs: dns?.timeoutMs ?? TIMEOUT_MS, mostAtOnce: MOST_AT_ONCE })
  const megabytes = dns?.cacheMegabytes ?? usualLimits.bytes / MEGABYTE
  return withinMemory(
    () =>
      new Recursion({ forwarder, ech: dns?.ech ?? 'strip', limits: { ...usualLimits, bytes: megabytes * MEGABYTE } }),
    `This machine has not the memory for a DNS cache of ${megabytes} MB (dns, cacheMegabytes).`,
  )
}

/** The cache takes its memory whole, and at once: what does not fit is told at the start, in words. */
function withinMemory<T>(make: () => T, otherwise: string): T {
  try {
    return make()
  } catch (fault) {
    throw fault instanceof RangeError ? new Problem(otherwise) : fault
  }
}

function blockAnswerOf({ blocked = 'page', pageAddresses = [] }: NonNullable<GatewayConfig['dns']>): BlockAnswer {
  const bytes = (version: number): Uint8Array | null => {
    const address = pageAddresses.find((one) => isIP(one) === version)
    return address === undefined ? null : addressBytes(address)
  }
  return new BlockAnswer(blocked, bytes(4), bytes(6))
}

function proxyOf(
  proxy: NonNullable<GatewayConfig['proxy']>,
  parts: Pick<Parts, 'rulings' | 'clients' | 'log' | 'faulty' | 'recursion' | 'signIn' | 'pages' | 'pac' | 'clock'>,
): ProxyDesk {
  return new ProxyDesk({
    ...parts,
    destinations: new Destinations(parts.recursion, (proxy.inside ?? []).map(rangeOf)),
    signIn: parts.signIn && { check: parts.signIn, required: proxy.signIn === 'required' },
    ports: new Set(proxy.ports ?? [443]),
  })
}

const pacOf = ({ proxy }: GatewayConfig): OwnAnswer => ({
  status: proxy === undefined ? 404 : 200,
  type: 'application/x-ns-proxy-autoconfig',
  body: Buffer.from(proxy === undefined ? '' : pacFile({ proxy: proxy.name, direct: proxy.direct ?? [] })),
})
