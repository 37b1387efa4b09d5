import { addressBytes, blocksBetween, masked } from '../canonical/address.js'
import { canonicalHost, isHost } from '../canonical/host.js'
import type { ListGatherer } from './list-gatherer.js'

const HASH = 0x23
const SPACE = 0x20
const SLASH = 0x2f

/** Takes one line of a list, as bytes that are only lent. */
export type LineParser = (bytes: Uint8Array, from: number, to: number, into: ListGatherer) => void

/** One name a line, with all below it. '*.', a leading dot and what stands behind # or white space are let be. */
export const parseDomainLine: LineParser = (bytes, start, end, into) => {
  let from = start
  while (from < end && (bytes[from] as number) <= SPACE) from++
  if (from === end || bytes[from] === HASH) return into.comment()
  if (bytes[from] === 0x2a && bytes[from + 1] === 0x2e) from += 2
  else if (bytes[from] === 0x2e) from += 1
  let to = from
  while (to < end && (bytes[to] as number) > SPACE && bytes[to] !== HASH) to++
  if (bytes[to - 1] === 0x2e) to--
  if (isWhole(bytes, to, end)) takeName(bytes, from, to, into)
  else {
    into.text(bytes, start, end)
    into.refuse('more than one thing on a line')
  }
}

/** Nearly always a name; some lists have blocks of addresses among them. */
function takeName(bytes: Uint8Array, from: number, to: number, into: ListGatherer): void {
  if (bytes.subarray(from, to).includes(SLASH)) takeAddress(into.text(bytes, from, to), into)
  else into.plainHost(bytes, from, to, false)
}

/** Whether nothing but white space and a comment follows. */
function isWhole(bytes: Uint8Array, from: number, end: number): boolean {
  let at = from
  if (bytes[at] === 0x2e) at++
  while (at < end && (bytes[at] as number) <= SPACE) at++
  return at >= end || bytes[at] === HASH
}

/** Squid's dstdomain: '.example.org' is the name and all below it, 'example.org' the name alone. */
export const parseSquidLine: LineParser = (bytes, from, to, into) => {
  const text = into
    .text(bytes, from, to)
    .trim()
    .replace(/\s*#.*$/, '')
  if (text === '') return into.comment()
  if (/[\\^$*(|]/.test(text)) return into.refuse('regular expressions are not supported')
  if (text.includes('/')) return /^[\d.:a-f]+\/\d+$/i.test(text) ? takeAddress(text, into) : into.url(text)
  into.host(text.replace(/^\./, ''), !text.startsWith('.'))
}

const SINKS: ReadonlySet<string> = new Set(['0.0.0.0', '127.0.0.1', '::', '::1', '0'])
const OWN: ReadonlySet<string> = new Set([
  'localhost',
  'localhost.localdomain',
  'local',
  'broadcasthost',
  'ip6-localhost',
  'ip6-loopback',
  '0.0.0.0',
])

/** A hosts file: an address that leads nowhere, and the names that are to lead there, each alone. */
export const parseHostsLine: LineParser = (bytes, from, to, into) => {
  const text = into.text(bytes, from, to).replace(/#.*$/, '').trim()
  if (text === '') return into.comment()
  const [address = '', ...hosts] = text.split(/\s+/)
  if (hosts.length === 0) return into.refuse('a hosts file has an address and then a name')
  if (hosts.every((host) => OWN.has(host.toLowerCase()) || host.startsWith('ip6-'))) return into.comment()
  if (!SINKS.has(address)) return into.refuse('it sends the name to a real address, which is not blocking')
  for (const host of hosts) if (!OWN.has(host.toLowerCase())) into.host(host, true)
}

export const parseUrlLine: LineParser = (bytes, from, to, into) => {
  const text = into.text(bytes, from, to).trim()
  if (text === '' || text.startsWith('#')) return into.comment()
  if (/\s/.test(text)) return into.refuse('more than one thing on a line')
  into.url(text)
}

/** An address, a block (192.0.2.0/24, 2001:db8::/32) or a range (192.0.2.1-192.0.2.9). */
export const parseAddressLine: LineParser = (bytes, from, to, into) => {
  const text = into
    .text(bytes, from, to)
    .replace(/[#;].*$/, '')
    .trim()
  if (text === '') return into.comment()
  takeAddress(text, into)
}

export function takeAddress(text: string, into: ListGatherer): void {
  const range = /^(\S+)\s*-\s*(\S+)$/.exec(text)
  if (range !== null) return takeRange(range[1] ?? '', range[2] ?? '', into)
  const [address = '', bits] = text.split('/')
  const found = canonicalHost(address)
  if (!isHost(found) || found.kind === 'name') return into.refuse('it is no address')
  takeBlock(addressBytes(found), bits, into)
}

function takeBlock(bytes: Uint8Array, bits: string | undefined, into: ListGatherer): void {
  const width = bytes.length * 8
  const length = bits === undefined ? width : Number(bits)
  if (!/^\d+$/.test(bits ?? '0') || length > width) return into.refuse('no such size of block')
  if (length < 8) return into.refuse('a block of more than a 256th of all addresses would shut far too much')
  into.block({ bytes: masked(bytes, length), bits: length })
}

function takeRange(first: string, last: string, into: ListGatherer): void {
  const [from, to] = [canonicalHost(first), canonicalHost(last)]
  if (!isHost(from) || !isHost(to) || from.kind === 'name' || to.kind === 'name')
    return into.refuse('it is no range of addresses')
  const blocks = blocksBetween(addressBytes(from), addressBytes(to))
  if (blocks.length === 0) return into.refuse('the range ends before it begins')
  if (blocks.some(({ bits }) => bits < 8))
    return into.refuse('a block of more than a 256th of all addresses would shut far too much')
  for (const block of blocks) into.block(block)
}

/** Files of a folder whose lines we cannot take: each is refused with the same reason, and counted. */
export const refuseLine =
  (why: string): LineParser =>
  (bytes, from, to, into) => {
    if (into.text(bytes, from, to).trim() === '') return into.comment()
    into.refuse(why)
  }
