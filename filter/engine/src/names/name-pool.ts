import { hashName } from './name-hash.js'

/**
 * Every name once, with a number: what the compiler gathers before it knows how many there are. Bytes lie one after
 * another; a hash table of numbers finds equal names, and compares their bytes.
 */
export class NamePool {
  readonly seed: number
  count = 0
  bytes: Uint8Array
  starts: Uint32Array
  hashes: Uint32Array
  #slots: Int32Array
  #mask: number

  constructor(seed: number, expected = 1024) {
    this.seed = seed
    const slots = 2 ** Math.ceil(Math.log2(Math.max(expected, 16) * 1.6))
    this.bytes = new Uint8Array(expected * 20)
    this.starts = new Uint32Array(expected + 1)
    this.hashes = new Uint32Array(expected)
    this.#slots = new Int32Array(slots).fill(-1)
    this.#mask = slots - 1
  }

  /** The number of this name, new or old. */
  add(name: Uint8Array, from: number, to: number): number {
    const hash = hashName(this.seed, name, from, to)
    let slot = (hash ^ (hash >>> 16)) & this.#mask
    for (;;) {
      const number = this.#slots[slot] as number
      if (number < 0) return this.#append(name, from, to, hash, slot)
      if (this.hashes[number] === hash && this.#same(number, name, from, to)) return number
      slot = (slot + 1) & this.#mask
    }
  }

  /** Where the bytes of a name end. */
  end(number: number): number {
    return this.starts[number + 1] as number
  }

  #same(number: number, name: Uint8Array, from: number, to: number): boolean {
    const { bytes, starts } = this
    const start = starts[number] as number
    if ((starts[number + 1] as number) - start !== to - from) return false
    for (let at = to - from - 1; at >= 0; at--) if (bytes[start + at] !== name[from + at]) return false
    return true
  }

  #append(name: Uint8Array, from: number, to: number, hash: number, slot: number): number {
    const number = this.count
    const start = this.starts[number] as number
    const end = start + to - from
    if (end > this.bytes.length) this.bytes = grown(this.bytes, end)
    for (let at = from; at < to; at++) this.bytes[start + at - from] = name[at] as number
    if (number + 2 > this.starts.length) this.starts = grown(this.starts, number + 2)
    if (number + 1 > this.hashes.length) this.hashes = grown(this.hashes, number + 1)
    this.starts[number + 1] = end
    this.hashes[number] = hash
    this.#slots[slot] = number
    this.count += 1
    if (this.count * 1.5 > this.#slots.length) this.#rehash()
    return number
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(-1)
    this.#mask = slots.length - 1
    for (let number = 0; number < this.count; number++) {
      const hash = this.hashes[number] as number
      let slot = (hash ^ (hash >>> 16)) & this.#mask
      while ((slots[slot] as number) >= 0) slot = (slot + 1) & this.#mask
      slots[slot] = number
    }
    this.#slots = slots
  }
}

/** A copy with room for at least `needed`, and twice what there was. */
export function grown<T extends Uint8Array | Uint32Array>(old: T, needed: number): T {
  const next = new (old.constructor as new (length: number) => T)(Math.max(needed, old.length * 2))
  next.set(old)
  return next
}
