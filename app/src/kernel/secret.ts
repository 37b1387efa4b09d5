import { randomBytes } from 'node:crypto'
import { mkdir, open, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { SetupProblem } from './setup-problem.js'

/** Shorter than this could be guessed; what we make has 43 characters, which carry 32 random bytes. */
const SHORTEST = 32

export interface SecretOptions {
  readonly file: string
  /** Whether records were already kept under a secret: then a missing file is a loss to be told, not a first start. */
  readonly recordsExist: boolean
}

/**
 * The installation's one secret, as the bytes that `keysFrom` takes; made at the first start, readable by nobody else.
 * It is text, so that it can be kept in a password safe. Refuses one that others can read or that is too short.
 */
export async function readSecret({ file, recordsExist }: SecretOptions): Promise<Buffer> {
  const kept = await readIfThere(file)
  if (kept !== null) return kept
  if (recordsExist) {
    throw new SetupProblem(
      `The secret file ${file} is missing. The records need the one they were made with: put it back from where you keep it.`,
    )
  }
  await mkdir(dirname(file), { recursive: true })
  const secret = randomBytes(32).toString('base64url')
  await using handle = await open(file, 'wx', 0o600)
  await handle.writeFile(`${secret}\n`)
  await handle.sync()
  return Buffer.from(secret)
}

async function readIfThere(file: string): Promise<Buffer | null> {
  const handle = await open(file, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw new SetupProblem(`The secret file ${file} cannot be read (${error.code}). Check who owns it.`)
  })
  if (handle === null) return null
  await using opened = handle
  // Windows has no such bits: there the folder's own permissions guard it.
  const { mode } = await opened.stat()
  if (process.platform !== 'win32' && (mode & 0o027) !== 0) {
    throw new SetupProblem(
      `Others can read or change the secret file ${file}. Run "chmod 600 ${file}", then start again.`,
    )
  }
  const secret = (await opened.readFile('utf8')).trim()
  if (secret.length >= SHORTEST) return Buffer.from(secret)
  throw new SetupProblem(`The secret in ${file} is too short: it needs ${SHORTEST} characters or more.`)
}

/** Whether the file is there at all, for a backup that has to say whether it could take it along. */
export async function hasSecret(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isFile(),
    () => false,
  )
}
