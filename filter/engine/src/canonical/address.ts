import type { CanonicalHost } from './host.js'

/** An address as 4 or 16 bytes. */
export type AddressBytes = Uint8Array

/**
 * An IPv6 address in its one form; one that only wraps an IPv4 address (::ffff:192.0.2.1, 64:ff9b::192.0.2.1,
 * 2002:c000:201::) is that IPv4 address, or a pupil could step around a list of addresses. `text` has been through URL.
 * Sources: RFC 4291 2.5.5.2, RFC 6052 2.1, RFC 3056 2.
 */
export function mappedAddress(text: string): CanonicalHost {
  const bytes = ipv6Bytes(text)
  const inner = wrappedIpv4(bytes)
  return inner === null ? { host: `[${text}]`, kind: 'ipv6' } : { host: inner.join('.'), kind: 'ipv4' }
}

function wrappedIpv4(bytes: AddressBytes): Uint8Array | null {
  const begins = (...prefix: readonly number[]): boolean => prefix.every((byte, at) => bytes[at] === byte)
  if (begins(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff)) return bytes.slice(12)
  if (begins(0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0)) return bytes.slice(12)
  return begins(0x20, 0x02) ? bytes.slice(2, 6) : null
}

/** The bytes of a canonical host that is an address: '192.0.2.1' or '[2001:db8::1]'. */
export function addressBytes({ host, kind }: CanonicalHost): AddressBytes {
  return kind === 'ipv4' ? Uint8Array.from(host.split('.'), Number) : ipv6Bytes(host.slice(1, -1))
}

function ipv6Bytes(text: string): AddressBytes {
  const [left = '', right] = text.split('::')
  const groups = (part: string | undefined): readonly number[] =>
    part === undefined || part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16))
  const head = groups(left)
  const tail = groups(right)
  const all = [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => 0), ...tail]
  return Uint8Array.from(all.flatMap((group) => [group >>> 8, group & 255]))
}

/** A block of addresses: so many leading bits of these bytes. */
export interface AddressBlock {
  readonly bytes: AddressBytes
  readonly bits: number
}

/** The first `bits` of an address, the others zero. */
export function masked(bytes: AddressBytes, bits: number): AddressBytes {
  return bytes.map((byte, at) => byte & (0xff00 >> Math.min(8, Math.max(0, bits - at * 8))))
}

/**
 * How a block is named in a snapshot's table: '/4/24/c00002'. The slash in front keeps it apart from every host and path.
 * One look for each length of block that the snapshot holds finds all blocks that an address is in.
 */
export function blockKey({ bytes, bits }: AddressBlock): string {
  const digits = Array.from(masked(bytes, bits), (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `/${bytes.length === 4 ? 4 : 6}/${bits}/${digits.slice(0, Math.ceil(bits / 4))}`
}

/** The blocks that together are the addresses from `first` to `last`, both included; none when they are in the wrong order. */
export function blocksBetween(first: AddressBytes, last: AddressBytes): readonly AddressBlock[] {
  if (first.length !== last.length) return []
  const width = first.length * 8
  const blocks: AddressBlock[] = []
  let at = asNumber(first)
  const end = asNumber(last)
  while (at <= end) {
    let size = 0
    while (size < width && (at & ((1n << BigInt(size + 1)) - 1n)) === 0n && at + (1n << BigInt(size + 1)) - 1n <= end)
      size++
    blocks.push({ bytes: asBytes(at, first.length), bits: width - size })
    at += 1n << BigInt(size)
  }
  return blocks
}

const asNumber = (bytes: AddressBytes): bigint => bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)

const asBytes = (value: bigint, length: number): AddressBytes =>
  Uint8Array.from({ length }, (_, at) => Number((value >> BigInt(8 * (length - 1 - at))) & 255n))
