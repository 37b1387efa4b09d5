import { BlockList, isIP } from 'node:net'
import { type } from '../dns/question.js'
import type { Recursion } from '../dns/recursion.js'
import { type Range, plainAddress } from '../clients/range.js'

/** An address to connect to, or why there is none. */
export type Destination =
  | { readonly kind: 'at'; readonly address: string }
  | { readonly kind: 'inside' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unanswered' }

/**
 * Finds the address of a host, once: what was checked is what is connected to. Addresses inside the school (and the
 * gateway's own) are refused unless the school opened them: a proxy that reaches the office's printer or its own status
 * page for whoever asks is a hole in the wall. A name of the world's that leads inside (DNS rebinding) is refused alike.
 */
export class Destinations {
  readonly #recursion: Recursion
  readonly #opened: readonly Range[]

  constructor(recursion: Recursion, opened: readonly Range[]) {
    this.#recursion = recursion
    this.#opened = opened
  }

  /** The address at once where it is written out, else a promise. */
  find(host: string): Destination | Promise<Destination> {
    return isIP(host) === 0 ? this.#resolve(host) : this.#checked(host)
  }

  async #resolve(host: string): Promise<Destination> {
    const v4 = await this.#recursion.addresses(host, type.A)
    const first = v4?.[0]
    if (first !== undefined) return this.#checked(first.join('.'))
    const v6 = await this.#recursion.addresses(host, type.AAAA)
    const only = v6?.[0]
    if (only !== undefined) return this.#checked(written(only))
    return { kind: v4 === null && v6 === null ? 'unanswered' : 'unknown' }
  }

  #checked(found: string): Destination {
    const address = plainAddress(found)
    const inside = inner.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6')
    if (inside && !this.#opened.some((range) => range.holds(address))) return { kind: 'inside' }
    return { kind: 'at', address }
  }
}

const written = (bytes: Uint8Array): string =>
  Array.from({ length: 8 }, (_, at) => (((bytes[at * 2] ?? 0) << 8) | (bytes[at * 2 + 1] ?? 0)).toString(16)).join(':')

/** Addresses that no public site has (IANA's special-purpose registries): this host, private, link-local, shared, multicast. */
const inner = new BlockList()
for (const [address, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  inner.addSubnet(address, bits, 'ipv4')
// Unspecified and loopback, IPv4 in IPv6's clothes (mapped, translated, tunnelled), unique local, link-local, multicast.
for (const [address, bits] of [
  ['::', 96],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  inner.addSubnet(address, bits, 'ipv6')
