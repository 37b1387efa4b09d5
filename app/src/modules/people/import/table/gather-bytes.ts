import type { Unreadable } from './table.js'

/** The size of 200,000 people with every column a school's system can give. */
export const MOST_BYTES = 64 * 1024 * 1024

/** Bytes at hand or still arriving. */
export type ByteSource = Uint8Array | AsyncIterable<Uint8Array>

/**
 * All bytes of a file. They are gathered before reading because only the last byte settles whether a file is UTF-8; the
 * limit keeps a mistaken film or disk image from filling the memory.
 */
export async function gatherBytes(source: ByteSource): Promise<Uint8Array | Unreadable> {
  if (source instanceof Uint8Array) return source.length > MOST_BYTES ? tooLarge() : source
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of source) {
    size += chunk.length
    if (size > MOST_BYTES) return tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function tooLarge(): Unreadable {
  const unreadable = 'This file is larger than 64 MB, so it is not a list of people. Check that it is the right one.'
  return { why: 'too-large', unreadable, line: null }
}
