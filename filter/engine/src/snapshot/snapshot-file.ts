import type { Seal, SnapshotId } from '../contract.js'

/**
 * The file: magic, signature (Ed25519 over the digest), digest (SHA-256 over all that follows), then the head and the
 * sections, each at a multiple of eight so that it can be looked at without being copied. Numbers are little-endian,
 * as every machine is that this runs on; the head says so, and another machine refuses the file.
 */
const MAGIC = 'HEDGEFLT'
const SIGNATURE = 8
const DIGEST = 72
/** Where what the digest is over begins; it goes on to the end. */
export const DIGESTED_FROM = 104
const HEAD = DIGESTED_FROM
const SECTIONS = 128
const FORMAT = 2
/** Before November 2026 patterns were no section of their own. */
const SECTIONS_OF_FORMAT_1 = 7
const LITTLE_ENDIAN = 0x01020304

export const SECTION_NAMES = [
  'meta',
  'index',
  'entries',
  'code',
  'setStarts',
  'setTags',
  'illegal',
  'patterns',
] as const
export type SectionName = (typeof SECTION_NAMES)[number]
export type Sections = Readonly<Record<SectionName, Uint8Array>>

export interface SnapshotFile {
  readonly id: SnapshotId
  readonly compiledAt: number
  readonly sections: Omit<Sections, 'patterns'> & Partial<Sections>
}

/** Why a file is no snapshot that we take. `kind` is for the table of failures, the message for people. */
export class SnapshotRefused extends Error {
  readonly kind: 'not-a-snapshot' | 'damaged' | 'unsigned' | 'other-format'

  constructor(kind: SnapshotRefused['kind'], message: string) {
    super(message)
    this.name = 'SnapshotRefused'
    this.kind = kind
  }
}

/** Puts sections together and seals them. */
export function writeSnapshotFile(
  sections: Sections,
  number: number,
  compiledAt: number,
  seal: Seal,
): Uint8Array<ArrayBuffer> {
  const places: { at: number; length: number }[] = []
  let end = SECTIONS + SECTION_NAMES.length * 8
  for (const name of SECTION_NAMES) {
    end = Math.ceil(end / 8) * 8
    places.push({ at: end, length: sections[name].length })
    end += sections[name].length
  }
  const bytes = new Uint8Array(end)
  const view = new DataView(bytes.buffer)
  new TextEncoder().encodeInto(MAGIC, bytes)
  new Uint32Array(bytes.buffer, HEAD, 1)[0] = LITTLE_ENDIAN
  view.setUint32(HEAD + 4, FORMAT, true)
  view.setUint32(HEAD + 8, number, true)
  view.setFloat64(HEAD + 16, compiledAt, true)
  for (const [place, { at, length }] of places.entries()) {
    view.setUint32(SECTIONS + place * 8, at, true)
    view.setUint32(SECTIONS + place * 8 + 4, length, true)
    bytes.set(sections[SECTION_NAMES[place] as SectionName], at)
  }
  bytes.set(seal.digest(bytes.subarray(HEAD)), DIGEST)
  bytes.set(seal.sign(bytes.subarray(DIGEST, HEAD)), SIGNATURE)
  return bytes
}

/** Checks and opens. Nothing is copied: the sections look into the buffer. Throws SnapshotRefused, and nothing else. */
export function readSnapshotFile(buffer: ArrayBufferLike, seal: Seal): SnapshotFile {
  if (buffer.byteLength < SECTIONS + SECTION_NAMES.length * 8)
    throw new SnapshotRefused('not-a-snapshot', 'The file is too short to be a snapshot.')
  const bytes = new Uint8Array(buffer)
  const view = new DataView(buffer)
  if (String.fromCharCode(...bytes.subarray(0, 8)) !== MAGIC)
    throw new SnapshotRefused('not-a-snapshot', 'The file is not a snapshot.')
  const digest = bytes.slice(DIGEST, HEAD)
  if (!seal.verify(digest, bytes.slice(SIGNATURE, DIGEST)))
    throw new SnapshotRefused('unsigned', "The snapshot's signature is not from a key that this machine trusts.")
  if (!same(seal.digest(bytes.subarray(HEAD)), digest))
    throw new SnapshotRefused('damaged', 'The snapshot is damaged: its bytes are not those that were signed.')
  const format = view.getUint32(HEAD + 4, true)
  if (new Uint32Array(buffer, HEAD, 1)[0] !== LITTLE_ENDIAN || (format !== 1 && format !== FORMAT))
    throw new SnapshotRefused('other-format', 'The snapshot is in a format that this version does not know.')
  const number = view.getUint32(HEAD + 8, true)
  return {
    id: { number, digest: hex(digest) },
    compiledAt: view.getFloat64(HEAD + 16, true),
    sections: sectionsOf(bytes, view, format === FORMAT ? SECTION_NAMES : SECTION_NAMES.slice(0, SECTIONS_OF_FORMAT_1)),
  }
}

function sectionsOf(bytes: Uint8Array, view: DataView, names: readonly SectionName[]): SnapshotFile['sections'] {
  const entries = names.map((name, place) => {
    const [at, length] = [view.getUint32(SECTIONS + place * 8, true), view.getUint32(SECTIONS + place * 8 + 4, true)]
    if (at + length > bytes.length) throw new SnapshotRefused('damaged', 'The snapshot is damaged: it ends too early.')
    return [name, bytes.subarray(at, at + length)] as const
  })
  return Object.fromEntries(entries) as unknown as Sections
}

export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

const same = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, at) => byte === b[at])

/** A section as numbers, without a copy. */
export const asUint32 = (section: Uint8Array): Uint32Array =>
  new Uint32Array(section.buffer, section.byteOffset, section.length / 4)

export const asUint16 = (section: Uint8Array): Uint16Array =>
  new Uint16Array(section.buffer, section.byteOffset, section.length / 2)

export const asBytes = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength)
