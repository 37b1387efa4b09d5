/** An idle tunnel holds one of these: enough for a message or two. */
const SMALL = 2 * 1024
/** What a download is read in: a read for each 2 KB would cost more than all else about it. */
const LARGE = 128 * 1024
/** So many downloads at once are read in large parts, the others in small ones: memory stays within 8 MB. */
const MOST_LARGE = 64

/**
 * What is read from sites, in buffers that are used again. Node makes one of 64 KB for every read: its collector then works
 * as hard as the download itself. A large one for each tunnel would be half a gigabyte that mostly waits.
 */
export class ReadBuffers {
  readonly #small: Buffer[] = []
  readonly #large: Buffer[] = []
  #largeOut = 0

  /** The buffer for the next read; `much`: the last one brought so much that there is likely more. */
  take(much: boolean): Buffer {
    if (!much || this.#largeOut === MOST_LARGE) return this.#small.pop() ?? Buffer.allocUnsafeSlow(SMALL)
    this.#largeOut++
    return this.#large.pop() ?? Buffer.allocUnsafeSlow(LARGE)
  }

  /** Takes a buffer back that nobody reads from or writes to any more. */
  giveBack(buffer: Buffer): void {
    if (buffer.length === SMALL) return void this.#small.push(buffer)
    this.#largeOut--
    this.#large.push(buffer)
  }
}
