import { EntryWriter } from './build-name-table.js'
import { eachEntry } from './each-entry.js'
import type { NameTableParts } from './name-table.js'

/** A table without the names of some sets; what lies between them is copied as it lies. */
export function dropEntries(parts: NameTableParts, isDropped: (set: number) => boolean): NameTableParts {
  const { entries, buckets } = parts
  const index = parts.index.slice()
  const writer = new EntryWriter(parts.code, entries.length)
  let [copied, gone] = [0, 0]
  for (let bucket = 0; bucket < buckets; bucket++) {
    const [from, to] = [parts.index[(bucket << 1) + 1] as number, parts.index[(bucket << 1) + 3] as number]
    index[(bucket << 1) + 1] = from - gone
    let entry = from
    eachEntry(entries, from, to, (set, codeAt, size) => {
      if (isDropped(set)) {
        writer.copy(entries, copied, entry)
        copied = codeAt + size
        gone += copied - entry
      }
      entry = codeAt + size
    })
  }
  writer.copy(entries, copied, entries.length)
  index[(buckets << 1) + 1] = writer.length
  return { ...parts, index, entries: writer.done() }
}
