import { SEPARATOR, STAR } from './grams.js'
import { ABOUT_HOST, FROM_START, TO_END } from './pattern-layout.js'
import type { UrlBytes } from './url-bytes.js'

/** A separator is anything but a letter, a figure, or one of _ - . %, or the end (Adblock Plus, filter cheat sheet). */
const IS_SEPARATOR = Uint8Array.from({ length: 256 }, (_, byte) =>
  Number(!/[A-Za-z0-9_.%-]/.test(String.fromCharCode(byte))),
)

/**
 * Tries the texts of patterns on a URL where they lie, without regular expressions: what stands between two '*' is put in
 * the first place that it fits, which leaves the most to what comes after. The time is bounded by length times length,
 * whatever a list says. Both sides are in lower case, as Adblock rules mean it.
 */
export class TextTrial {
  readonly #texts: Uint8Array
  #url = new Uint8Array()
  #end = 0

  constructor(texts: Uint8Array) {
    this.#texts = texts
  }

  /** The URL that is tried from here on. */
  on({ bytes, length }: UrlBytes): void {
    this.#url = bytes
    this.#end = length
  }

  /** Whether the text `from` to `to` matches the URL from its byte `at` on; `flags` as in the layout. */
  matches(from: number, to: number, flags: number, at: number): boolean {
    let moves = (flags & (FROM_START | ABOUT_HOST)) === 0
    let place = from
    let reached = at
    for (;;) {
      let end = place
      while (end < to && this.#texts[end] !== STAR) end++
      const toEnd = end === to && (flags & TO_END) !== 0
      reached = moves ? this.#firstFit(place, end, reached, toEnd) : this.#fit(place, end, reached, toEnd)
      if (reached < 0 || end === to) return reached >= 0
      place = end + 1
      moves = true
    }
  }

  /** Where the first fit ends that begins at `at` or after it, or -1. */
  #firstFit(place: number, end: number, at: number, toEnd: boolean): number {
    const first = place < end ? (this.#texts[place] as number) : SEPARATOR
    for (let start = at; start <= this.#end; start++) {
      if (first !== SEPARATOR && this.#url[start] !== first) continue
      const reached = this.#fit(place, end, start, toEnd)
      if (reached >= 0) return reached
    }
    return -1
  }

  /** Where the text `place` to `end`, without a '*', ends in the URL when it begins at `at`, or -1 where it does not fit. */
  #fit(place: number, end: number, at: number, toEnd: boolean): number {
    const texts = this.#texts
    const url = this.#url
    let here = at
    for (let next = place; next < end; next++) {
      const wanted = texts[next] as number
      if (here === this.#end) {
        if (wanted !== SEPARATOR) return -1
        continue
      }
      const byte = url[here] as number
      if (wanted !== byte && (wanted !== SEPARATOR || IS_SEPARATOR[byte] !== 1)) return -1
      here++
    }
    return toEnd && here !== this.#end ? -1 : here
  }
}
