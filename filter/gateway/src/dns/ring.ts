/** Set in the first word of what is only there to fill the end. */
const GAP = 0x4000_0000

/**
 * Records one behind the other in one piece of memory, each of whole words with its size in the first. When there is no
 * room, the oldest are given up for the newest.
 */
export class Ring {
  readonly words: Uint32Array
  readonly #dropping: (at: number) => void
  #head = 0
  #tail = 0
  #free: number

  /** `dropping` is told where a record stands that is about to be given up. */
  constructor(bytes: number, dropping: (at: number) => void) {
    this.words = new Uint32Array(Math.floor(bytes / 4))
    this.#dropping = dropping
    this.#free = this.words.length
  }

  get usedBytes(): number {
    return (this.words.length - this.#free) * 4
  }

  /** Whether a record of so many words leaves room for others. */
  takes(size: number): boolean {
    return size <= this.words.length >>> 2
  }

  /** Writes a record that the ring takes; gives where it stands. */
  add(record: Uint32Array): number {
    const rest = this.words.length - this.#head
    if (rest < record.length) this.#advance(rest, rest | GAP)
    const at = this.#head
    this.#advance(record.length, record.length)
    this.words.set(record.subarray(1), at + 1)
    return at
  }

  clear(): void {
    this.#head = this.#tail = 0
    this.#free = this.words.length
  }

  #advance(size: number, first: number): void {
    while (this.#free < size) this.#dropOldest()
    this.words[this.#head] = first
    this.#free -= size
    this.#head = (this.#head + size) % this.words.length
  }

  #dropOldest(): void {
    const first = this.words[this.#tail] as number
    if ((first & GAP) === 0) this.#dropping(this.#tail)
    const size = first & ~GAP
    this.#free += size
    this.#tail = (this.#tail + size) % this.words.length
  }
}
