import type { Body } from '../http/request-head.js'

/** How much of some bytes still belongs to a body: `taken` of them; `done` when it ends there, `unsound` when it is no body. */
export interface Taken {
  readonly taken: number
  readonly state: 'goes on' | 'done' | 'unsound'
}

/** Follows a request's body to its end, so that nothing after it reaches the server as a request that nobody judged. */
export interface BodyEnd {
  take(bytes: Buffer): Taken
}

export function bodyEnd(body: Body): BodyEnd {
  if (body.kind === 'chunked') return new ChunkedBody()
  return new CountedBody(body.kind === 'length' ? body.bytes : 0)
}

class CountedBody implements BodyEnd {
  #left: number

  constructor(bytes: number) {
    this.#left = bytes
  }

  take(bytes: Buffer): Taken {
    const taken = Math.min(this.#left, bytes.length)
    this.#left -= taken
    return { taken, state: this.#left === 0 ? 'done' : 'goes on' }
  }
}

const CR = 13
const LF = 10

/**
 * Chunks as RFC 9112 7.1 writes them, read strictly: a hexadecimal size of at most 8 digits, then at once the line's end.
 * No extensions and no trailers: nobody sends them in requests, and servers disagree on where they end.
 */
class ChunkedBody implements BodyEnd {
  #expects: 'size' | 'size end' | 'data' | 'data return' | 'data end' | 'last return' | 'last end' = 'size'
  #size = 0
  #digits = 0

  take(bytes: Buffer): Taken {
    let at = 0
    while (at < bytes.length) {
      if (this.#expects === 'data') {
        const part = Math.min(this.#size, bytes.length - at)
        at += part
        this.#size -= part
        if (this.#size === 0) this.#expects = 'data return'
        continue
      }
      const end = this.#expects === 'last end'
      if (!this.#accepts(bytes[at++] ?? 0)) return { taken: at, state: 'unsound' }
      if (end) return { taken: at, state: 'done' }
    }
    return { taken: at, state: 'goes on' }
  }

  #accepts(byte: number): boolean {
    switch (this.#expects) {
      case 'size':
        return byte === CR ? this.#sizeRead() : this.#digit(byte)
      case 'size end':
        this.#expects = this.#size === 0 ? 'last return' : 'data'
        return byte === LF
      case 'data return':
        this.#expects = 'data end'
        return byte === CR
      case 'data end':
        this.#expects = 'size'
        return byte === LF
      case 'last return':
        this.#expects = 'last end'
        return byte === CR
      default:
        return byte === LF
    }
  }

  #sizeRead(): boolean {
    const sound = this.#digits > 0
    this.#expects = 'size end'
    this.#digits = 0
    return sound
  }

  #digit(byte: number): boolean {
    const value = Number.parseInt(String.fromCharCode(byte), 16)
    if (Number.isNaN(value)) return false
    if (this.#digits === 0) this.#size = 0
    this.#size = this.#size * 16 + value
    return ++this.#digits <= 8
  }
}
