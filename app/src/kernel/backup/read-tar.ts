import { SetupProblem } from '../setup-problem.js'
import { parseTarHeader, tarPadding, type TarEntry } from './tar.js'

/** One entry of an archive with its content, which must be read before the next entry is asked for. */
export interface ReadEntry extends TarEntry {
  readonly content: AsyncIterable<Buffer>
}

/** Reads an archive entry by entry, never more than a piece of it in memory. Fails when it ends too early. */
export async function* readTar(source: AsyncIterable<Buffer>): AsyncGenerator<ReadEntry> {
  const bytes = new Pieces(source)
  for (;;) {
    const entry = parseTarHeader(await bytes.whole(512))
    if (entry === null) break
    yield { ...entry, content: bytes.next(entry.size) }
    await bytes.whole(tarPadding(entry.size).length)
  }
  // The stream must be read to its end, or a checksum that stands there would never be compared.
  await bytes.rest()
}

/** Cuts a stream into the pieces asked for. */
class Pieces {
  readonly #source: AsyncIterator<Buffer>
  #left: Buffer = Buffer.alloc(0)

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  async *next(size: number): AsyncGenerator<Buffer> {
    for (let wanted = size; wanted > 0;) {
      if (this.#left.length === 0) await this.#more()
      const piece = this.#left.subarray(0, wanted)
      this.#left = this.#left.subarray(piece.length)
      wanted -= piece.length
      yield piece
    }
  }

  async whole(size: number): Promise<Buffer> {
    const pieces: Buffer[] = []
    for await (const piece of this.next(size)) pieces.push(piece)
    return Buffer.concat(pieces)
  }

  async rest(): Promise<void> {
    while ((await this.#source.next()).done !== true);
  }

  async #more(): Promise<void> {
    const { value, done } = await this.#source.next()
    if (done === true) throw new SetupProblem('The backup is damaged or cut short.')
    this.#left = value
  }
}
