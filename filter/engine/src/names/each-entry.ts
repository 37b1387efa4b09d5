import { LARGE_SET, LONG_CODE } from './name-table.js'

/** Where each entry of some buckets' bytes lies: its set, and its code. */
export function eachEntry(
  entries: Uint8Array,
  from: number,
  to: number,
  visit: (set: number, codeAt: number, size: number) => void,
): void {
  let at = from
  while (at < to) {
    const head = entries[at++] as number
    let size = head & 15
    let set = head >>> 4
    if (size === LONG_CODE) {
      size = (entries[at] as number) | ((entries[at + 1] as number) << 8)
      at += 2
    }
    if (set === LARGE_SET) {
      set = (entries[at] as number) | ((entries[at + 1] as number) << 8) | ((entries[at + 2] as number) << 16)
      at += 3
    }
    visit(set, at, size)
    at += size
  }
}
