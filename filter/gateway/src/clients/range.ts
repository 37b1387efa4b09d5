import { BlockList, isIP } from 'node:net'

/** Addresses 'from a network': '10.20.0.0/16', '2001:db8::/32', or one address. */
export interface Range {
  readonly text: string
  /** How narrow it is; the narrowest range that holds an address says whose it is. */
  readonly bits: number
  holds(address: string): boolean
}

/** Reads a range; null when the text is none. A number of bits that the address does not fill up is a slip, not a range. */
export function readRange(text: string): Range | null {
  const [address = '', bitsText, ...rest] = text.trim().split('/')
  const version = isIP(address)
  if (version === 0 || rest.length > 0) return null
  const width = version === 4 ? 32 : 128
  const bits = bitsText === undefined ? width : /^\d{1,3}$/.test(bitsText) ? Number(bitsText) : -1
  if (bits < 0 || bits > width) return null
  const family = version === 4 ? 'ipv4' : 'ipv6'
  const list = new BlockList()
  list.addSubnet(address, bits, family)
  return { text, bits, holds: (asked) => isIP(asked) === version && list.check(asked, family) }
}

/** IPv4 inside IPv6 ('::ffff:10.0.0.1', what a socket open to both says) as plain IPv4. */
export const plainAddress = (address: string): string =>
  address.startsWith('::ffff:') && isIP(address.slice(7)) === 4 ? address.slice(7) : address
