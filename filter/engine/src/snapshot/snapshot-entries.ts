import { eachName } from '../names/spelled-out.js'
import type { OpenSnapshot } from './open-snapshot.js'

/** One thing that a snapshot has something to say about, in canonical form. */
export interface SnapshotEntry {
  /** A host, an address, or a block of addresses ('192.0.2.0/24'). */
  readonly host: string
  readonly kind: 'host' | 'block'
  /** Whether it means what is below the host as well. */
  readonly below: boolean
  /** For a rule about part of a site, the path it begins with. */
  readonly path: string | null
}

/**
 * Calls `visit` with every entry of a snapshot: what the lists hold, the hosts that rules name, help, and the search engines. An export
 * asks the snapshot for the verdict of each, so that precedence is written only once.
 */
export function eachSnapshotEntry(snapshot: OpenSnapshot, visit: (entry: SnapshotEntry) => void): void {
  const { starts, tags } = snapshot.sets
  const below = Uint8Array.from({ length: starts.length - 1 }, (_, set) =>
    tags.subarray(starts[set], starts[set + 1]).some((tag) => (tag & 1) === 0) ? 1 : 0,
  )
  eachName(snapshot.names.parts, (name, set) => visit(entryOf(name, below[set] === 1)))
}

function entryOf(name: string, below: boolean): SnapshotEntry {
  const slash = name.indexOf('/')
  if (slash < 0) return { host: name, kind: 'host', below, path: null }
  if (slash > 0) return { host: name.slice(0, slash), kind: 'host', below, path: name.slice(slash) }
  const [, family, bits, digits = ''] = name.split('/')
  return { host: `${written(family === '4' ? 8 : 32, digits)}/${bits}`, kind: 'block', below: true, path: null }
}

function written(digits: number, known: string): string {
  const whole = known.padEnd(digits, '0')
  if (digits === 8) return (whole.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)).join('.')
  return (whole.match(/..../g) ?? []).join(':')
}
