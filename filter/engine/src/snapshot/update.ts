import type { Seal } from '../contract.js'
import type { ListFile, ListReport, ListSource } from '../list-source.js'
import { readList } from '../lists/read-list.js'
import { EntryWriter } from '../names/build-name-table.js'
import { bloomOf, bucketOf, hashName } from '../names/name-hash.js'
import { AS_IT_IS } from '../names/alphabet.js'
import { Speller } from '../names/speller.js'
import type { NameTableParts } from '../names/name-table.js'
import { eachEntry } from '../names/each-entry.js'
import { TagSets } from '../names/tag-sets.js'
import { TaggedNames } from '../names/tagged-names.js'
import type { Gathered } from '../lists/list-gatherer.js'
import { encodeMeta } from './meta.js'
import type { OpenSnapshot } from './open-snapshot.js'
import { asBytes, writeSnapshotFile } from './snapshot-file.js'

/** What changed in one list since the snapshot was made, in the list's own format. */
export interface ListChange {
  readonly source: ListSource
  readonly added: readonly ListFile[]
  readonly removed: readonly ListFile[]
}

export interface Updated {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly added: readonly ListReport[]
  readonly removed: readonly ListReport[]
}

/**
 * The next snapshot from the last and a day's changes. Only the buckets that a change touches are written anew; all
 * others are copied as they lie, so the work follows the change and not the list. Lists, policy and the illegal layer
 * stay as they were: a change of those is a compilation.
 */
export async function update(
  previous: OpenSnapshot,
  changes: readonly ListChange[],
  next: { number: number; at: number; seal: Seal },
): Promise<Updated> {
  const { meta } = previous
  const [into, out] = [gathering(meta.names.seed), gathering(meta.names.seed)]
  const added: ListReport[] = []
  const removed: ListReport[] = []
  for (const change of changes) {
    const list = meta.lists.findIndex(({ id, kind }) => kind === 'supplied' && id === change.source.id)
    if (list < 0) throw new Error(`The snapshot has no list ${change.source.id}: a new list needs a compilation.`)
    added.push(await readList({ source: change.source, list, exceptions: list + 1, files: change.added }, into))
    removed.push(await readList({ source: change.source, list, exceptions: list + 1, files: change.removed }, out))
  }
  const sets = new TagSets(previous.memberships)
  const { parts, count } = patched(previous, { into, out, sets })
  const { starts, tags } = sets.flat()
  const names = { ...meta.names, count: meta.names.count + count }
  const blockBits = {
    4: [...new Set([...meta.blockBits[4], ...into.blockBits[4]])],
    6: [...new Set([...meta.blockBits[6], ...into.blockBits[6]])],
  }
  const gone = new Set(out.patterns.map((pattern) => JSON.stringify(pattern)))
  const patterns = [...meta.patterns.filter((pattern) => !gone.has(JSON.stringify(pattern))), ...into.patterns]
  const sections = {
    ...previous.file.sections,
    meta: encodeMeta({ ...meta, names, blockBits, patterns }),
    index: asBytes(parts.index),
    entries: parts.entries,
    setStarts: asBytes(starts),
    setTags: asBytes(tags),
  }
  return { bytes: writeSnapshotFile(sections, next.number, next.at, next.seal), added, removed }
}

const gathering = (seed: number): Gathered => ({
  names: new TaggedNames(seed),
  patterns: [],
  blockBits: { 4: new Set(), 6: new Set() },
})

interface Change {
  readonly bucket: number
  readonly code: Uint8Array
  readonly bloom: number
  readonly plus: readonly number[]
  readonly minus: readonly number[]
}

/** Marks of paths and patterns are never taken away: they cost a look, and another list may need them. */
const MARK_TAGS = 4

function changesOf({ code, buckets, seed }: NameTableParts, into: TaggedNames, out: TaggedNames): readonly Change[] {
  const speller = new Speller(code)
  const made = ({ pool, sets, setOf }: TaggedNames, sign: 'plus' | 'minus'): readonly Change[] =>
    Array.from({ length: pool.count }, (_, number) => {
      const [from, to] = [pool.starts[number] as number, pool.end(number)]
      const hash = hashName(seed, pool.bytes, from, to)
      speller.start()
      speller.push(pool.bytes, from, to, AS_IT_IS)
      const size = speller.finish()
      const tags = sets.members(setOf[number] as number).filter((tag) => sign === 'plus' || tag >= MARK_TAGS)
      return {
        bucket: bucketOf(hash, buckets),
        code: speller.bytes.slice(0, size),
        bloom: bloomOf(hash),
        plus: [],
        minus: [],
        [sign]: tags,
      }
    })
  return [...made(out, 'minus'), ...made(into, 'plus')].toSorted((a, b) => a.bucket - b.bucket)
}

function patched(
  previous: OpenSnapshot,
  { into, out, sets }: { into: Gathered; out: Gathered; sets: TagSets },
): { parts: NameTableParts; count: number } {
  const { parts } = previous.names
  const changes = changesOf(parts, into.names, out.names)
  const index = Uint32Array.from(parts.index)
  const writer = new EntryWriter(parts.code, parts.entries.length + changes.length * 24)
  let [copied, bucket, count] = [0, 0, 0]
  for (let at = 0; at < changes.length;) {
    const { bucket: touched } = changes[at] as Change
    let end = at + 1
    while (changes[end]?.bucket === touched) end++
    const here = changes.slice(at, end)
    const [from, to] = [parts.index[(touched << 1) + 1] as number, parts.index[(touched << 1) + 3] as number]
    writer.copy(parts.entries, copied, from)
    shift(index, bucket + 1, touched, writer.length - from)
    count += rewritten(parts.entries, from, to, { here, sets, writer })
    for (const { bloom, plus } of here)
      if (plus.length > 0) index[touched << 1] = ((index[touched << 1] as number) | bloom) >>> 0
    copied = to
    bucket = touched
    at += here.length
  }
  writer.copy(parts.entries, copied, parts.entries.length)
  shift(index, bucket + 1, parts.buckets, writer.length - parts.entries.length)
  return { parts: { ...parts, index, entries: writer.done() }, count }
}

/** Where the entries of these buckets begin has moved by so much. */
function shift(index: Uint32Array, from: number, to: number, by: number): void {
  if (by === 0) return
  for (let bucket = from; bucket <= to; bucket++) index[(bucket << 1) + 1] = (index[(bucket << 1) + 1] as number) + by
}

/** Writes one bucket as it is after its changes; returns by how many names it grew. */
function rewritten(
  entries: Uint8Array,
  from: number,
  to: number,
  { here, sets, writer }: { here: readonly Change[]; sets: TagSets; writer: EntryWriter },
): number {
  let grew = 0
  const left = new Set(here)
  eachEntry(entries, from, to, (set, codeAt, size) => {
    let now = set
    for (const change of here) {
      if (!isCode(change.code, entries, codeAt, size)) continue
      left.delete(change)
      now = changed(now, change, sets)
    }
    if (now < 0) grew -= 1
    else writer.writeCode(entries, codeAt, size, now)
  })
  const fresh = new Map<string, Change[]>()
  for (const change of left) fresh.set(change.code.join(), [...(fresh.get(change.code.join()) ?? []), change])
  for (const same of fresh.values()) {
    const set = same.reduce((now, change) => changed(now, change, sets), -1)
    const [{ code } = { code: new Uint8Array(0) }] = same
    if (set < 0) continue
    writer.writeCode(code, 0, code.length, set)
    grew += 1
  }
  return grew
}

const changed = (set: number, { plus, minus }: Change, sets: TagSets): number =>
  plus.reduce(
    (now, tag) => sets.with(now, tag),
    minus.reduce((now, tag) => (now < 0 ? now : sets.without(now, tag)), set),
  )

function isCode(code: Uint8Array, entries: Uint8Array, at: number, size: number): boolean {
  return code.length === size && code.every((byte, step) => entries[at + step] === byte)
}
