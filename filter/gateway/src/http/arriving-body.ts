/** The body of a request while it arrives: so many bytes, joined once they are all there. */
export class ArrivingBody {
  readonly whole: Promise<Buffer>
  readonly #parts: Buffer[] = []
  #missing: number
  #done: (whole: Buffer) => void = () => undefined

  constructor(bytes: number) {
    this.#missing = bytes
    this.whole = new Promise((resolve) => (this.#done = resolve))
  }

  get isWhole(): boolean {
    return this.#missing === 0
  }

  /** Takes what belongs to it, and gives back the rest. */
  take(part: Buffer): Buffer {
    const own = part.subarray(0, this.#missing)
    this.#parts.push(own)
    this.#missing -= own.length
    if (this.#missing === 0) this.#done(Buffer.concat(this.#parts))
    return part.subarray(own.length)
  }
}
