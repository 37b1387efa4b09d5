import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { DIGESTED_FROM, openSnapshot, type OpenSnapshot, type Seal, type Snapshot } from '../../../engine/src/index.js'
import { Damaged, MemoryShort, Problem } from '../problem.js'
import { checkingSeal } from '../serve/seal.js'

/** How a snapshot is opened by one who serves. */
export interface Opening {
  /** Bytes that this process may still take, within its container's bound where it has one. */
  readonly freeMemory?: () => number
  /** The snapshot in force, from which is taken over what was made ready. */
  readonly before?: Snapshot
}

/** Opens a snapshot file and checks its signature. Throws a Problem with the reason when it may not be used. */
export async function openSnapshotFile(file: string, key: string, opening?: Opening): Promise<OpenSnapshot> {
  return openWith(file, checkingSeal(key), opening)
}

export async function openWith(file: string, seal: Seal, opening: Opening = {}): Promise<OpenSnapshot> {
  const { freeMemory = () => process.availableMemory(), before } = opening
  const { bytes, digest } = await readWhole(file, freeMemory)
  try {
    return openSnapshot(bytes, { ...seal, digest: () => digest }, before)
  } catch (fault) {
    throw new Damaged(`${file} may not be used: ${fault instanceof Error ? fault.message : String(fault)}`)
  }
}

interface Whole {
  readonly bytes: ArrayBuffer
  readonly digest: Uint8Array
}

/**
 * The file in one buffer of just its size, which is the snapshot from then on: nothing is copied. Its digest is made part by
 * part, so that a gateway which takes a large one in answers in between.
 */
async function readWhole(file: string, freeMemory: () => number): Promise<Whole> {
  const handle = await open(file).catch((fault: unknown) => {
    const there = fault instanceof Error && 'code' in fault && fault.code === 'ENOENT'
    throw new Problem(
      there
        ? `There is no snapshot ${file}. "hedgerow filter compile" makes one.`
        : `${file} cannot be read: ${String(fault)}`,
    )
  })
  try {
    const { size } = await handle.stat()
    if (size + ROOM > freeMemory())
      throw new MemoryShort(`${file} needs ${megabytes(size)}, and there is not memory enough for it.`)
    const bytes = new Uint8Array(new ArrayBuffer(size))
    const hash = createHash('sha256')
    for (let at = 0; at < size;) {
      const { bytesRead } = await handle.read(bytes, at, Math.min(size - at, PART), at)
      if (bytesRead === 0) throw new Damaged(`${file} was cut short while it was read.`)
      hash.update(bytes.subarray(Math.max(at, DIGESTED_FROM), at + bytesRead))
      at += bytesRead
    }
    return { bytes: bytes.buffer, digest: hash.digest() }
  } finally {
    await handle.close()
  }
}

const PART = 1024 * 1024

/** What is left for everything else while a snapshot is read. */
const ROOM = 16 * 1024 * 1024

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`
