import { type CanonicalUrl, LONGEST_PATH } from '../canonical/url.js'

/** Room for a scheme, the longest host and the longest path. */
const LONGEST = 16 + 255 + LONGEST_PATH
/** What no byte of a pattern is: a canonical URL holds ASCII alone. */
const FOREIGN = 0xff

const LOWER = Uint8Array.from({ length: 128 }, (_, code) => String.fromCharCode(code).toLowerCase().charCodeAt(0))

/** A URL as patterns read it, in lower case. One per thread, filled anew for each URL, so that none is allocated. */
export class UrlBytes {
  readonly bytes = new Uint8Array(LONGEST)
  length = 0
  /** Where its path begins. */
  hostEnd = 0

  fill({ scheme, host, path }: CanonicalUrl): this {
    this.length = 0
    this.#add(scheme)
    this.#add('://')
    this.#add(host)
    this.hostEnd = this.length
    this.#add(path)
    return this
  }

  #add(text: string): void {
    const { bytes } = this
    const end = Math.min(text.length, LONGEST - this.length)
    for (let at = 0; at < end; at++) bytes[this.length + at] = LOWER[text.charCodeAt(at)] ?? FOREIGN
    this.length += end
  }
}
