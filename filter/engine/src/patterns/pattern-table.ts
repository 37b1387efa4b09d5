import { GramsPresent } from './grams-present.js'
import { gramsOf, slotOf } from './grams.js'
import { ABOUT_HOST, FROM_START, HEAD, LAST, NONE, PREFIX, TO_END } from './pattern-layout.js'
import { TextTrial } from './text-trial.js'
import type { UrlBytes } from './url-bytes.js'
import type { UrlPattern } from './url-pattern.js'

const NOTHING: readonly number[] = []

/**
 * The patterns of a snapshot as they lie in it: opened without being taken apart, so that a list of thousands holds nothing up.
 * A URL costs a look at each four of its bytes and a trial of the few patterns that wait there, where they lie.
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
  readonly #present: GramsPresent
  readonly #trial: TextTrial
  #grams = new Uint32Array(256)

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
    this.#trial = new TextTrial(this.#bytes)
    this.#present = new GramsPresent(numbers.subarray(this.#slotsAt, this.#runsAt))
  }

  at(number: number): UrlPattern {
    // A copy: the decoder refuses to look into shared memory.
    const record = this.#bytes.slice(this.#start(number), this.#start(number + 1))
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

  /** Numbers of the patterns about a host that match, in order: the last `size` bytes of the URL's host. */
  about(url: UrlBytes, size: number): readonly number[] {
    const found: number[] = []
    this.#trial.on(url)
    for (let number = this.#firstAbout(url, size); number < this.#hosts; number++) {
      if (this.#compareHost(number, url, size) !== 0) break
      if (this.#matches(number, url.hostEnd)) found.push(number)
    }
    return found
  }

  /** Numbers of the patterns that may be anywhere and match, in order. */
  anywhere(url: UrlBytes): readonly number[] {
    if (this.count === this.#hosts) return NOTHING
    const found: number[] = []
    this.#trial.on(url)
    const first = this.#hosts + this.#always
    for (let number = this.#hosts; number < first; number++) if (this.#matches(number, 0)) found.push(number)
    if (this.#slots > 0) this.#byGrams(url, found)
    return found.toSorted((a, b) => a - b)
  }

  #byGrams(url: UrlBytes, into: number[]): void {
    if (this.#grams.length < url.length) this.#grams = new Uint32Array(url.length * 2)
    const grams = this.#grams
    const count = gramsOf(url.bytes, url.length, grams)
    // A URL may hold the same four a thousand times; what waits there is tried once.
    const tried: number[] = []
    for (let each = 0; each < count; each++) {
      const gram = grams[each] as number
      if (!this.#present.mayHave(gram)) continue
      const run = this.#runOf(gram)
      if (run === NONE || tried.includes(run)) continue
      tried.push(run)
      this.#ofRun(this.#runsAt + run, into)
    }
  }

  #runOf(gram: number): number {
    const numbers = this.#numbers
    const slots = this.#slots
    const start = this.#slotsAt
    for (let slot = slotOf(gram, slots); ; slot = (slot + 1) & (slots - 1)) {
      const run = numbers[start + slot * 2 + 1] as number
      if (run === NONE || numbers[start + slot * 2] === gram) return run
    }
  }

  #ofRun(from: number, into: number[]): void {
    for (let at = from; ; at++) {
      const number = this.#numbers[at] as number
      const pattern = (number & ~LAST) >>> 0
      if (this.#matches(pattern, 0)) into.push(pattern)
      if (number >= LAST) return
    }
  }

  #matches(number: number, at: number): boolean {
    const start = this.#start(number)
    const text = start + PREFIX + (this.#bytes[start + PREFIX - 1] as number)
    return this.#trial.matches(text, this.#start(number + 1), this.#bytes[start + 2] as number, at)
  }

  /** The first of the patterns about hosts whose host is this one or comes after it. */
  #firstAbout(url: UrlBytes, size: number): number {
    let [low, high] = [0, this.#hosts]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#compareHost(middle, url, size) < 0) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Below zero when a pattern's host comes before the last `size` bytes of the URL's; 0 when it is the same. */
  #compareHost(number: number, url: UrlBytes, size: number): number {
    const start = this.#start(number)
    const length = this.#bytes[start + PREFIX - 1] as number
    const host = url.hostEnd - size
    for (let at = 0; at < Math.min(length, size); at++) {
      const apart = (this.#bytes[start + PREFIX + at] as number) - (url.bytes[host + at] as number)
      if (apart !== 0) return apart
    }
    return length - size
  }

  #start(number: number): number {
    return this.#numbers[HEAD + number] as number
  }
}
