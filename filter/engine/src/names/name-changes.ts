import { AS_IT_IS } from './alphabet.js'
import { bloomOf, bucketOf, hashName } from './name-hash.js'
import { grown } from './name-pool.js'
import type { NameTableParts } from './name-table.js'
import { Speller } from './speller.js'
import type { TaggedNames } from './tagged-names.js'

/** A name that comes into lists or goes out of them. Its code is `size` bytes from `codeAt` on. */
export interface NameChange {
  readonly bucket: number
  readonly codeAt: number
  readonly size: number
  readonly bloom: number
  readonly isPlus: boolean
  readonly tags: readonly number[]
  isDone: boolean
}

export interface NameChanges {
  /** In the order of buckets; of one name what goes before what comes. */
  readonly list: readonly NameChange[]
  readonly codes: Uint8Array
}

/** Changes of a table, spelled in its code. */
export function changesOf(
  { code, buckets, seed }: NameTableParts,
  { out, into }: { out: TaggedNames; into: TaggedNames },
): NameChanges {
  const speller = new Speller(code)
  const list: NameChange[] = []
  let codes = new Uint8Array(65_536)
  let codeAt = 0
  for (const [{ pool, sets, setOf }, isPlus] of [[out, false] as const, [into, true] as const])
    for (let number = 0; number < pool.count; number++) {
      const tags = sets.members(setOf[number] as number)
      if (tags.length === 0) continue
      const [from, to] = [pool.starts[number] as number, pool.end(number)]
      const hash = hashName(seed, pool.bytes, from, to)
      speller.start()
      speller.push(pool.bytes, from, to, AS_IT_IS)
      const size = speller.finish()
      if (codeAt + size > codes.length) codes = grown(codes, codeAt + size)
      codes.set(speller.bytes.subarray(0, size), codeAt)
      list.push({ bucket: bucketOf(hash, buckets), codeAt, size, bloom: bloomOf(hash), isPlus, tags, isDone: false })
      codeAt += size
    }
  return { list: list.toSorted((a, b) => a.bucket - b.bucket), codes }
}
