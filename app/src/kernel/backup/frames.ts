import { createCipheriv, createDecipheriv } from 'node:crypto'
import { SetupProblem } from '../setup-problem.js'

const TAG = 16
const FRAME = 65_536

/**
 * Encrypts a stream in frames of 64 KiB (AES-256-GCM). Each frame's nonce is its number and whether it is the last, so
 * that no frame can be changed, moved, left out or cut off unnoticed. A key serves for one stream only.
 */
export async function* sealFrames(source: AsyncIterable<Buffer>, key: Buffer): AsyncGenerator<Buffer> {
  for await (const { number, frame, last } of framed(source, FRAME)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(number, last))
    yield Buffer.concat([cipher.update(frame), cipher.final(), cipher.getAuthTag()])
  }
}

/** Decrypts what `sealFrames` wrote. Fails with a SetupProblem when the key is wrong or a single bit was changed. */
export async function* openFrames(source: AsyncIterable<Buffer>, key: Buffer): AsyncGenerator<Buffer> {
  for await (const { number, frame, last } of framed(source, FRAME + TAG)) {
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, nonce(number, last), { authTagLength: TAG })
      decipher.setAuthTag(frame.subarray(-TAG))
      yield Buffer.concat([decipher.update(frame.subarray(0, -TAG)), decipher.final()])
    } catch {
      throw new SetupProblem('The passphrase is wrong, or the backup is damaged.')
    }
  }
}

function nonce(number: number, last: boolean): Buffer {
  const iv = Buffer.alloc(12)
  iv.writeUIntBE(number, 5, 6)
  iv.writeUInt8(last ? 1 : 0, 11)
  return iv
}

interface Frame {
  /** Counted from 0. */
  readonly number: number
  readonly frame: Buffer
  readonly last: boolean
}

/** Cuts a stream into equal frames and a last one, which may be shorter or empty. */
async function* framed(source: AsyncIterable<Buffer>, size: number): AsyncGenerator<Frame> {
  let number = 0
  let held: Buffer = Buffer.alloc(0)
  for await (const piece of source) {
    held = Buffer.concat([held, piece])
    // One frame is always kept back: only the end of the stream tells which was the last.
    for (; held.length > size; held = held.subarray(size)) {
      yield { number, frame: held.subarray(0, size), last: false }
      number += 1
    }
  }
  yield { number, frame: held, last: true }
}
