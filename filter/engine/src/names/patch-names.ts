import { EntryWriter } from './build-name-table.js'
import { eachEntry } from './each-entry.js'
import { changesOf, type NameChange, type NameChanges } from './name-changes.js'
import type { NameTableParts } from './name-table.js'
import type { TagSets } from './tag-sets.js'
import type { TaggedNames } from './tagged-names.js'

/** What becomes of a table of names: first `out` is taken from its sets, then `into` is added. */
export interface NamePatch {
  readonly into: TaggedNames
  readonly out: TaggedNames
  /** The sets of the table's entries; gets those that come about. */
  readonly sets: TagSets
  /** How many names are in each set; kept true. */
  readonly sizes: number[]
}

/**
 * A table after some changes. Only the buckets that a change touches are written anew; all others are copied as they lie,
 * so the work follows the change and not the table.
 */
export function patchNames(parts: NameTableParts, patch: NamePatch): NameTableParts {
  const changes = changesOf(parts, patch)
  const { list } = changes
  if (list.length === 0) return parts
  const index = parts.index.slice()
  const writer = new EntryWriter(parts.code, parts.entries.length + list.length * 24)
  let [copied, bucket] = [0, 0]
  for (let at = 0; at < list.length;) {
    const { bucket: touched } = list[at] as NameChange
    let end = at + 1
    while (list[end]?.bucket === touched) end++
    const here = list.slice(at, end)
    const [from, to] = [parts.index[(touched << 1) + 1] as number, parts.index[(touched << 1) + 3] as number]
    writer.copy(parts.entries, copied, from)
    shift(index, bucket + 1, touched, writer.length - from)
    new BucketPatch(changes, here, patch, writer).rewrite(parts.entries, from, to)
    for (const { bloom, isPlus } of here)
      if (isPlus) index[touched << 1] = ((index[touched << 1] as number) | bloom) >>> 0
    copied = to
    bucket = touched
    at = end
  }
  writer.copy(parts.entries, copied, parts.entries.length)
  shift(index, bucket + 1, parts.buckets, writer.length - parts.entries.length)
  return { ...parts, index, entries: writer.done() }
}

/** Where the entries of these buckets begin has moved by so much. */
function shift(index: Uint32Array, from: number, to: number, by: number): void {
  if (by === 0) return
  for (let bucket = from; bucket <= to; bucket++) index[(bucket << 1) + 1] = (index[(bucket << 1) + 1] as number) + by
}

/** Writes one bucket as it is after its changes. */
class BucketPatch {
  readonly #codes: Uint8Array
  readonly #here: readonly NameChange[]
  readonly #patch: NamePatch
  readonly #writer: EntryWriter

  constructor({ codes }: NameChanges, here: readonly NameChange[], patch: NamePatch, writer: EntryWriter) {
    this.#codes = codes
    this.#here = here
    this.#patch = patch
    this.#writer = writer
  }

  rewrite(entries: Uint8Array, from: number, to: number): void {
    eachEntry(entries, from, to, (set, codeAt, size) =>
      this.#put(set, this.#after(set, entries, codeAt, size), { entries, codeAt, size }),
    )
    for (const change of this.#here) {
      if (change.isDone) continue
      const { codeAt, size } = change
      this.#put(-1, this.#after(-1, this.#codes, codeAt, size), { entries: this.#codes, codeAt, size })
    }
  }

  /** The set that a name is in after every change of it. */
  #after(before: number, bytes: Uint8Array, codeAt: number, size: number): number {
    const { sets } = this.#patch
    let set = before
    for (const change of this.#here) {
      if (change.size !== size || !isSame(this.#codes, change.codeAt, bytes, codeAt, size)) continue
      change.isDone = true
      for (const tag of change.tags)
        if (change.isPlus) set = sets.with(set, tag)
        else if (set >= 0) set = sets.without(set, tag)
    }
    return set
  }

  #put(
    before: number,
    now: number,
    { entries, codeAt, size }: { entries: Uint8Array; codeAt: number; size: number },
  ): void {
    const { sizes } = this.#patch
    if (before >= 0) sizes[before] = (sizes[before] as number) - 1
    if (now < 0) return
    sizes[now] = (sizes[now] ?? 0) + 1
    this.#writer.writeCode(entries, codeAt, size, now)
  }
}

function isSame(one: Uint8Array, oneAt: number, two: Uint8Array, twoAt: number, size: number): boolean {
  for (let at = 0; at < size; at++) if (one[oneAt + at] !== two[twoAt + at]) return false
  return true
}
