/**
 * SHA-256 (FIPS 180-4), because suppliers give hashes and the engine imports nothing. It works on bytes of its caller and
 * makes nothing new; `digest` is overwritten by the next call. Checked in the tests against the platform's own.
 */
const K = Uint32Array.from({ length: 64 }, (_, at) => fraction(Math.cbrt, at))
const START = Uint32Array.from({ length: 8 }, (_, at) => fraction(Math.sqrt, at))

/** The first 32 bits of the fraction of the root of the at-th prime: how the standard defines its constants. */
function fraction(root: (of: number) => number, at: number): number {
  const primes: number[] = []
  for (let candidate = 2; primes.length <= at; candidate++)
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate)
  const value = root(primes[at] ?? 2)
  return Math.floor((value - Math.floor(value)) * 2 ** 32)
}

export class Sha256 {
  readonly digest = new Uint8Array(32)
  /** The digest as eight words, for comparing quickly. */
  readonly words = new Uint32Array(8)
  readonly #schedule = new Uint32Array(64)
  readonly #block = new Uint8Array(64)

  /** Hashes `prefix` and then bytes `from`..`to`. */
  hash(bytes: Uint8Array, from: number, to: number, prefix: Uint8Array = NOTHING): Uint8Array {
    this.words.set(START)
    const total = prefix.length + to - from
    const block = this.#block
    let filled = 0
    for (let at = -prefix.length; at < to - from; at++) {
      block[filled++] = at < 0 ? (prefix[at + prefix.length] as number) : (bytes[from + at] as number)
      if (filled === 64) filled = this.#compress()
    }
    block[filled++] = 0x80
    if (filled > 56) {
      block.fill(0, filled)
      this.#compress()
      filled = 0
    }
    block.fill(0, filled)
    for (let at = 0; at < 6; at++) block[63 - at] = Math.floor((total * 8) / 256 ** at)
    this.#compress()
    for (let at = 0; at < 32; at++) this.digest[at] = (this.words[at >> 2] as number) >>> (24 - 8 * (at & 3))
    return this.digest
  }

  #compress(): number {
    const w = this.#schedule
    const block = this.#block
    for (let at = 0; at < 16; at++)
      w[at] =
        ((block[at * 4] as number) << 24) |
        ((block[at * 4 + 1] as number) << 16) |
        ((block[at * 4 + 2] as number) << 8) |
        (block[at * 4 + 3] as number)
    for (let at = 16; at < 64; at++) {
      const [a, b] = [w[at - 15] as number, w[at - 2] as number]
      const s0 = ((a >>> 7) | (a << 25)) ^ ((a >>> 18) | (a << 14)) ^ (a >>> 3)
      const s1 = ((b >>> 17) | (b << 15)) ^ ((b >>> 19) | (b << 13)) ^ (b >>> 10)
      w[at] = (w[at - 16] as number) + s0 + (w[at - 7] as number) + s1
    }
    this.#rounds()
    return 0
  }

  #rounds(): void {
    const state = this.words
    const w = this.#schedule
    let a = state[0] as number
    let b = state[1] as number
    let c = state[2] as number
    let d = state[3] as number
    let e = state[4] as number
    let f = state[5] as number
    let g = state[6] as number
    let h = state[7] as number
    for (let at = 0; at < 64; at++) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
      const one = (h + s1 + ((e & f) ^ (~e & g)) + (K[at] as number) + (w[at] as number)) | 0
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
      const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
      h = g
      g = f
      f = e
      e = (d + one) | 0
      d = c
      c = b
      b = a
      a = (one + two) | 0
    }
    state[0] = (state[0] as number) + a
    state[1] = (state[1] as number) + b
    state[2] = (state[2] as number) + c
    state[3] = (state[3] as number) + d
    state[4] = (state[4] as number) + e
    state[5] = (state[5] as number) + f
    state[6] = (state[6] as number) + g
    state[7] = (state[7] as number) + h
  }
}

const NOTHING = new Uint8Array(0)
