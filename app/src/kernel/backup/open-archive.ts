import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { SetupProblem } from '../setup-problem.js'
import { SEAL_MAGIC, unseal } from './seal.js'

/** What a backup's file holds, unsealed and unpacked as it is read. Every way it can be unfit gives a sentence. */
export async function* openArchive(file: string, passphrase: string | null): AsyncGenerator<Buffer> {
  const sealed = await isSealed(file)
  if (sealed && passphrase === null) throw new SetupProblem('This backup is sealed: it needs its passphrase.')
  const stored = createReadStream(file) as AsyncIterable<Buffer>
  const packed = Readable.from(sealed ? unseal(stored, passphrase ?? '') : stored, { objectMode: false })
  const unzip = createGunzip()
  packed.on('error', (error) => unzip.destroy(error))
  try {
    yield* packed.pipe(unzip) as AsyncIterable<Buffer>
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code?.startsWith('Z_') === true) {
      throw new SetupProblem(`${file} is not a Hedgerow backup, or it is damaged or cut short.`)
    }
    throw error
  }
}

async function isSealed(file: string): Promise<boolean> {
  try {
    await using handle = await open(file)
    const start = Buffer.alloc(SEAL_MAGIC.length)
    await handle.read(start)
    return start.equals(SEAL_MAGIC)
  } catch (error) {
    throw new SetupProblem(`The backup ${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`)
  }
}
