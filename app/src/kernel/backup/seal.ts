import { randomBytes, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import { SetupProblem } from '../setup-problem.js'
import { openFrames, sealFrames } from './frames.js'

/** How a sealed backup begins: enough to tell it from a plain one. A salt of 16 bytes follows, and then the frames. */
export const SEAL_MAGIC = Buffer.from('HEDGEROW SEALED 1\n')

/** The fewest characters of a passphrase: four words, say. */
const SHORTEST_PASSPHRASE = 12

const SALT = 16

/** About 0.2 s and 64 MiB for each guess (scrypt, RFC 7914): what stands between a stolen backup and its reader. */
const COST = { N: 2 ** 16, r: 8, p: 1, maxmem: 128 * 1024 * 1024 }

const deriveKey = promisify<string, Buffer, number, object, Buffer>(scrypt)

/** Encrypts a stream under a passphrase. */
export async function* seal(source: AsyncIterable<Buffer>, passphrase: string): AsyncGenerator<Buffer> {
  checkPassphrase(passphrase)
  const salt = randomBytes(SALT)
  yield Buffer.concat([SEAL_MAGIC, salt])
  yield* sealFrames(source, await keyOf(passphrase, salt))
}

/** Decrypts what `seal` wrote. Fails with a SetupProblem when the passphrase is wrong or a single bit was changed. */
export async function* unseal(source: AsyncIterable<Buffer>, passphrase: string): AsyncGenerator<Buffer> {
  const pieces = source[Symbol.asyncIterator]()
  const start = SEAL_MAGIC.length + SALT
  let held: Buffer = Buffer.alloc(0)
  while (held.length < start) {
    const { value, done } = await pieces.next()
    if (done === true) throw new SetupProblem('The backup is cut short.')
    held = Buffer.concat([held, value])
  }
  const first = held.subarray(start)
  const rest = async function* (): AsyncGenerator<Buffer> {
    yield first
    yield* { [Symbol.asyncIterator]: () => pieces }
  }
  yield* openFrames(rest(), await keyOf(passphrase, held.subarray(SEAL_MAGIC.length, start)))
}

/** Refuses a passphrase that could be guessed, in a sentence. */
export function checkPassphrase(passphrase: string): void {
  if (passphrase.length >= SHORTEST_PASSPHRASE) return
  throw new SetupProblem(
    `The passphrase needs ${SHORTEST_PASSPHRASE} characters or more; four unrelated words do well.`,
  )
}

/** The same letters may reach us composed in two ways, as the keyboard has it. */
async function keyOf(passphrase: string, salt: Buffer): Promise<Buffer> {
  return deriveKey(passphrase.normalize('NFC'), salt, 32, COST)
}
