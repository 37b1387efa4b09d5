import type { SupplierState } from '../contract.js'
import type { SupplierSource } from '../list-source.js'

/** A supplier's list, read and found to be signed. `hashes` are 32 bytes each, sorted, each once. */
export interface SupplierList extends SupplierState {
  readonly salt: string
  readonly hashes: Uint8Array
}

/** More than this is no supplier's list: some three million hashes. */
const MOST_BYTES = 256 * 2 ** 20

/**
 * Reads a supplier's list: lines `hedgerow-hashes 1`, `supplier:`, `edition:`, `signed:` (ISO instant), `late-after-hours:`,
 * `salt:` (hexadecimal, may be left out), then one SHA-256 in hexadecimal a line, and last `signature:` in base64, over
 * all bytes before that line. Throws an Error with a sentence for whoever keeps the filter.
 */
export async function readSupplierList(source: SupplierSource): Promise<SupplierList> {
  const bytes = await whole(source)
  const text = new TextDecoder('latin1').decode(bytes)
  const at = text.lastIndexOf('\nsignature:') + 1
  if (at === 0) throw new Error('it has no signature')
  const signature = fromBase64(text.slice(at + 'signature:'.length).trim())
  if (signature === null || !source.verify(bytes.subarray(0, at), signature)) throw new Error('its signature is wrong')
  return parse(source.supplier, text.slice(0, at))
}

function parse(supplier: string, text: string): SupplierList {
  const lines = text.split('\n').filter((line) => line !== '')
  if (lines[0]?.trim() !== 'hedgerow-hashes 1') throw new Error('it is not in the format hedgerow-hashes 1')
  const field = (name: string): string =>
    lines
      .slice(0, 16)
      .find((line) => line.startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim() ?? ''
  if (field('supplier') !== supplier) throw new Error(`it is not from ${supplier}`)
  const [edition, signedAt, hours] = [
    Number(field('edition')),
    Date.parse(field('signed')),
    Number(field('late-after-hours') || '48'),
  ]
  if (!Number.isInteger(edition) || edition < 1 || Number.isNaN(signedAt) || !(hours > 0))
    throw new Error('its edition or its date cannot be read')
  const sorted = hashesIn(lines)
  return {
    supplier,
    edition,
    signedAt,
    lateFrom: signedAt + hours * 3_600_000,
    entries: sorted.length,
    salt: field('salt'),
    hashes: packed(sorted),
  }
}

const HASH = /^[0-9a-f]{64}\s*$/i
const NO_ENTRY = /^(hedgerow-hashes 1|[a-z-]+:.*|#.*)\s*$/

function hashesIn(lines: readonly string[]): readonly string[] {
  const hashes = lines.filter((line) => HASH.test(line)).map((line) => line.trim().toLowerCase())
  const rest = lines.filter((line) => !HASH.test(line) && !NO_ENTRY.test(line))
  if (rest.length > 0) throw new Error(`${rest.length} of its lines are no hashes`)
  if (hashes.length === 0) throw new Error('it is empty')
  return [...new Set(hashes)].toSorted()
}

function packed(hashes: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(hashes.length * 32)
  for (const [row, text] of hashes.entries())
    for (let at = 0; at < 32; at++) bytes[row * 32 + at] = Number.parseInt(text.slice(at * 2, at * 2 + 2), 16)
  return bytes
}

async function whole({ read }: SupplierSource): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of read()) {
    length += chunk.length
    if (length > MOST_BYTES) throw new Error('it is far too large')
    chunks.push(chunk)
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

function fromBase64(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text) || text.length % 4 !== 0) return null
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}
