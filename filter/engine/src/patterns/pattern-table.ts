import { eachGram, slotOf } from './grams.js'
import { ABOUT_HOST, FROM_START, HEAD, LAST, NONE, PREFIX, TO_END } from './pattern-layout.js'
import type { UrlPattern } from './url-pattern.js'

const NOTHING: readonly number[] = []

/**
 * The patterns of a snapshot as they lie in it: opened without being read, so that a list of thousands holds nothing up.
 * A URL costs a look at each of its characters and not a trial of each pattern. What it names is only what could match:
 * whoever asks tries those.
 */
export class PatternTable {
  readonly count: number
  readonly #numbers: Uint32Array
  readonly #bytes: Uint8Array
  readonly #hosts: number
  readonly #always: number
  readonly #slots: number
  readonly #slotsAt: number
  readonly #runsAt: number
  readonly #decoder = new TextDecoder()

  /** `section` begins at a multiple of four. */
  constructor(section: Uint8Array) {
    const words = section.length >>> 2
    const numbers = new Uint32Array(section.buffer, section.byteOffset, words)
    const [count, hosts, always, slots, runs] = numbers as unknown as [number, number, number, number, number]
    this.count = count
    this.#hosts = hosts
    this.#always = always
    this.#slots = slots
    this.#slotsAt = HEAD + count + 1
    this.#runsAt = this.#slotsAt + slots * 2
    this.#numbers = numbers
    this.#bytes = section.subarray((this.#runsAt + runs) * 4)
  }

  at(number: number): UrlPattern {
    const record = this.#record(number)
    const [low = 0, high = 0, flags = 0, length = 0] = record
    const text = PREFIX + length
    return {
      list: low | (high << 8),
      host: (flags & ABOUT_HOST) === 0 ? null : this.#decoder.decode(record.subarray(PREFIX, text)),
      text: this.#decoder.decode(record.subarray(text)),
      fromStart: (flags & FROM_START) !== 0,
      toEnd: (flags & TO_END) !== 0,
    }
  }

  all(): UrlPattern[] {
    return Array.from({ length: this.count }, (_, number) => this.at(number))
  }

  /** Numbers of the patterns about a host, in order. */
  about(host: string): readonly number[] {
    const first = this.#firstFrom(host)
    const found: number[] = []
    for (let number = first; number < this.#hosts && this.#hostOf(number) === host; number++) found.push(number)
    return found
  }

  /** Numbers of the patterns that may be anywhere and have four characters in common with a URL, in order. */
  anywhere(url: string): readonly number[] {
    if (this.count === this.#hosts) return NOTHING
    const found = Array.from({ length: this.#always }, (_, at) => this.#hosts + at)
    if (this.#slots > 0) eachGram(url.toLowerCase(), (gram) => this.#waitingFor(gram, found))
    return found.length > this.#always ? [...new Set(found)].toSorted((a, b) => a - b) : found
  }

  #waitingFor(gram: number, into: number[]): void {
    const [numbers, slots, start] = [this.#numbers, this.#slots, this.#slotsAt]
    for (let slot = slotOf(gram, slots); ; slot = (slot + 1) & (slots - 1)) {
      const run = numbers[start + slot * 2 + 1] as number
      if (run === NONE) return
      if (numbers[start + slot * 2] !== gram) continue
      for (let at = this.#runsAt + run; ; at++) {
        const number = numbers[at] as number
        into.push((number & ~LAST) >>> 0)
        if (number >= LAST) return
      }
    }
  }

  /** The first of the patterns about hosts whose host is this one or comes after it. */
  #firstFrom(host: string): number {
    let [low, high] = [0, this.#hosts]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#hostOf(middle) < host) low = middle + 1
      else high = middle
    }
    return low
  }

  #hostOf(number: number): string {
    const record = this.#record(number)
    return this.#decoder.decode(record.subarray(PREFIX, PREFIX + (record[PREFIX - 1] as number)))
  }

  /** A copy: the decoder refuses to look into shared memory. */
  #record(number: number): Uint8Array {
    return this.#bytes.slice(this.#numbers[HEAD + number], this.#numbers[HEAD + number + 1])
  }
}
