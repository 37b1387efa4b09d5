import type { ListFile } from '../list-source.js'

/** A line longer than this is no entry of any list: it is refused, and never held whole in memory. */
const LONGEST_LINE = 65_536
/** No list unpacks to more than this, nor to more than so many times what came: what does is a bomb. */
const MOST_BYTES = 2 ** 30
const MOST_TIMES = 100
const FREE_BYTES = 16 * 2 ** 20

/** What reads a list line by line. `line` gets bytes that are only lent: copy what you keep. */
export interface LineReader {
  line(bytes: Uint8Array, from: number, to: number): void
  /** A line that could not be handed over, or a whole file that had to be left. */
  refused(why: string): void
}

/**
 * Reads a file's lines with bounded memory, whatever is in it. Gzip is unpacked; a bomb is left where it went over the
 * bound, and what came before it is kept. Throws only what the file's own `read` throws.
 */
export async function readLines(file: ListFile, reader: LineReader): Promise<void> {
  const carry = { bytes: new Uint8Array(LONGEST_LINE), length: 0, tooLong: false }
  try {
    for await (const chunk of unpacked(file.read())) eachLine(chunk, carry, reader)
  } catch (error) {
    if (!(error instanceof Bomb) && !(error instanceof TypeError)) throw error
    reader.refused(error instanceof Bomb ? error.message : 'the gzip is damaged: the rest of the file is left')
  }
  if (carry.tooLong) reader.refused(TOO_LONG)
  else if (carry.length > 0) reader.line(carry.bytes, 0, trimmedEnd(carry.bytes, 0, carry.length))
}

const TOO_LONG = `a line longer than ${LONGEST_LINE} bytes`

interface Carry {
  readonly bytes: Uint8Array
  length: number
  tooLong: boolean
}

function eachLine(chunk: Uint8Array, carry: Carry, reader: LineReader): void {
  let from = 0
  while (from < chunk.length) {
    const newline = chunk.indexOf(10, from)
    const to = newline < 0 ? chunk.length : newline
    if (newline >= 0 && carry.length === 0 && !carry.tooLong && to - from <= LONGEST_LINE)
      reader.line(chunk, from, trimmedEnd(chunk, from, to))
    else lengthen(chunk.subarray(from, to), carry)
    if (newline >= 0) endCarried(carry, reader)
    from = to + 1
  }
}

function lengthen(part: Uint8Array, carry: Carry): void {
  if (carry.length + part.length > LONGEST_LINE) carry.tooLong = true
  if (carry.tooLong) return
  carry.bytes.set(part, carry.length)
  carry.length += part.length
}

function endCarried(carry: Carry, reader: LineReader): void {
  if (carry.tooLong) reader.refused(TOO_LONG)
  else if (carry.length > 0) reader.line(carry.bytes, 0, trimmedEnd(carry.bytes, 0, carry.length))
  carry.length = 0
  carry.tooLong = false
}

function trimmedEnd(bytes: Uint8Array, from: number, to: number): number {
  let end = to
  while (end > from && (bytes[end - 1] as number) <= 0x20) end--
  return end
}

class Bomb extends Error {}

async function* unpacked(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const chunks = packed[Symbol.asyncIterator]()
  const first = await chunks.next()
  if (first.done) return
  const whole = continued(first.value, chunks)
  yield* first.value[0] === 0x1f && first.value[1] === 0x8b ? gunzipped(whole) : whole
}

async function* continued(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}

async function* gunzipped(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let [came, made] = [0, 0]
  const counted = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async start(controller) {
      for await (const chunk of packed) {
        came += chunk.length
        controller.enqueue(Uint8Array.from(chunk))
      }
      controller.close()
    },
  })
  for await (const chunk of counted.pipeThrough(new DecompressionStream('gzip'))) {
    made += chunk.length
    if (made > MOST_BYTES || (made > FREE_BYTES && made > came * MOST_TIMES))
      throw new Bomb(`a packed file that unpacks to more than ${MOST_TIMES} times its size: the rest of it is left`)
    yield chunk
  }
}
