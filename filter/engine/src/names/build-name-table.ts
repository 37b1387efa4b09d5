import { AS_IT_IS } from './alphabet.js'
import { countName, makeNameCode, newCounts } from './name-code.js'
import { Speller } from './speller.js'
import { bloomOf, bucketOf } from './name-hash.js'
import type { NamePool } from './name-pool.js'
import { LARGE_SET, LONG_CODE, type NameTableParts } from './name-table.js'

/** Names in a bucket on average: eight bytes of index between them, and a word that is wrong once in a hundred. */
export const PER_BUCKET = 2.5

/**
 * Lays names out for a snapshot. `sets[number]` is the set of each name of the pool; names whose set is negative are
 * left out. The same names in any order give the same answers; in the same order, the same bytes.
 */
export function buildNameTable(pool: NamePool, sets: Int32Array): NameTableParts {
  const counts = newCounts()
  for (let number = 0; number < pool.count; number++)
    if ((sets[number] as number) >= 0) countName(counts, pool.bytes, pool.starts[number] as number, pool.end(number))
  const code = makeNameCode(counts)
  const buckets = Math.max(1, Math.ceil(pool.count / PER_BUCKET))
  const order = inBucketOrder(pool, sets, buckets)
  const index = new Uint32Array((buckets + 1) * 2)
  const entries = new EntryWriter(code, order.length * 10)
  let bucket = -1
  for (const number of order) {
    const hash = pool.hashes[number] as number
    const own = bucketOf(hash, buckets)
    while (bucket < own) index[(++bucket << 1) + 1] = entries.length
    index[own << 1] = ((index[own << 1] as number) | bloomOf(hash)) >>> 0
    entries.write(pool.bytes, pool.starts[number] as number, pool.end(number), sets[number] as number)
  }
  while (bucket < buckets) index[(++bucket << 1) + 1] = entries.length
  return { seed: pool.seed, buckets, index, entries: entries.done(), code }
}

/** A counting sort: two passes over the hashes, no comparison. */
function inBucketOrder(pool: NamePool, sets: Int32Array, buckets: number): Uint32Array {
  const ends = new Uint32Array(buckets + 1)
  let kept = 0
  for (let number = 0; number < pool.count; number++) {
    if ((sets[number] as number) < 0) continue
    const bucket = bucketOf(pool.hashes[number] as number, buckets)
    ends[bucket + 1] = (ends[bucket + 1] as number) + 1
    kept += 1
  }
  for (let bucket = 1; bucket <= buckets; bucket++)
    ends[bucket] = (ends[bucket] as number) + (ends[bucket - 1] as number)
  const order = new Uint32Array(kept)
  for (let number = 0; number < pool.count; number++) {
    if ((sets[number] as number) < 0) continue
    const bucket = bucketOf(pool.hashes[number] as number, buckets)
    const place = ends[bucket] as number
    ends[bucket] = place + 1
    order[place] = number
  }
  return order
}

/** Writes entries: a head byte (code length, set), what did not fit into it, and the code. */
export class EntryWriter {
  length = 0
  #bytes: Uint8Array
  readonly #speller: Speller

  constructor(code: Uint32Array, expected: number) {
    this.#bytes = new Uint8Array(expected + 4096)
    this.#speller = new Speller(code)
  }

  write(name: Uint8Array, from: number, to: number, set: number): void {
    const speller = this.#speller
    speller.start()
    speller.push(name, from, to, AS_IT_IS)
    this.writeCode(speller.bytes, 0, speller.finish(), set)
  }

  writeCode(code: Uint8Array, from: number, size: number, set: number): void {
    if (this.length + size + 8 > this.#bytes.length) this.#grow()
    const bytes = this.#bytes
    let at = this.length
    bytes[at++] = Math.min(size, LONG_CODE) | (Math.min(set, LARGE_SET) << 4)
    if (size >= LONG_CODE) {
      bytes[at++] = size
      bytes[at++] = size >>> 8
    }
    if (set >= LARGE_SET) {
      bytes[at++] = set
      bytes[at++] = set >>> 8
      bytes[at++] = set >>> 16
    }
    for (let step = 0; step < size; step++) bytes[at++] = code[from + step] as number
    this.length = at
  }

  /** Takes over entries as they lie. */
  copy(entries: Uint8Array, from: number, to: number): void {
    while (this.length + to - from + 8 > this.#bytes.length) this.#grow()
    this.#bytes.set(entries.subarray(from, to), this.length)
    this.length += to - from
  }

  done(): Uint8Array {
    return this.#bytes.subarray(0, this.length)
  }

  #grow(): void {
    const next = new Uint8Array(Math.ceil(this.#bytes.length * 1.5))
    next.set(this.#bytes)
    this.#bytes = next
  }
}
