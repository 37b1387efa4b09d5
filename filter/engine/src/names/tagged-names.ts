import { NamePool } from './name-pool.js'
import { TagSets } from './tag-sets.js'

/** What the compiler gathers: every name once, with the set of lists that it is in. */
export class TaggedNames {
  readonly pool: NamePool
  readonly sets: TagSets
  setOf: Int32Array
  readonly #scratch = new Uint8Array(4096)
  readonly #encoder = new TextEncoder()

  constructor(seed: number, expected = 1024, sets = new TagSets()) {
    this.pool = new NamePool(seed, expected)
    this.sets = sets
    this.setOf = new Int32Array(expected).fill(-1)
  }

  /** Puts a name into a list; false when it was there already. */
  add(name: Uint8Array, from: number, to: number, tag: number): boolean {
    const number = this.pool.add(name, from, to)
    if (number >= this.setOf.length) this.#grow()
    const before = this.setOf[number] as number
    const after = this.sets.with(before, tag)
    this.setOf[number] = after
    return after !== before
  }

  /** Takes a name out of a list; false when it was not in it. */
  remove(name: Uint8Array, from: number, to: number, tag: number): boolean {
    const number = this.pool.add(name, from, to)
    if (number >= this.setOf.length) this.#grow()
    const before = this.setOf[number] as number
    if (!this.sets.members(before).includes(tag)) return false
    this.setOf[number] = this.sets.without(before, tag)
    return true
  }

  /** How many names are in each set. */
  get sizes(): number[] {
    const sizes = Array.from({ length: this.sets.count }, () => 0)
    for (let number = 0; number < this.pool.count; number++) {
      const set = this.setOf[number] as number
      if (set >= 0) sizes[set] = (sizes[set] as number) + 1
    }
    return sizes
  }

  addText(text: string, tag: number): boolean {
    const { written } = this.#encoder.encodeInto(text, this.#scratch)
    return this.add(this.#scratch, 0, written, tag)
  }

  #grow(): void {
    const next = new Int32Array(this.setOf.length * 2).fill(-1)
    next.set(this.setOf)
    this.setOf = next
  }
}

export const treeTag = (list: number): number => list * 2
export const exactTag = (list: number): number => list * 2 + 1
