import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { SetupProblem } from '../setup-problem.js'
import type { ClusterHome } from './cluster-home.js'
import { makePrivate } from './endpoint.js'
import { explainFailure } from './explain.js'

const run = promisify(execFile)

/** PostgreSQL's major version in this release; its files cannot be read by any other. */
const MAJOR = '18'

/**
 * Makes an empty cluster unless one is there. It is made under another name and moved into place whole, so that a
 * machine switched off half way starts again from nothing instead of from half a database.
 */
export async function createCluster(at: ClusterHome, binaries: string, password: string): Promise<void> {
  if (await hasCluster(at.cluster)) return
  const draft = `${at.cluster}.draft`
  await rm(draft, { recursive: true, force: true })
  await makePrivate(draft, at.account)
  const passwordFile = `${draft}.password`
  await writeFile(passwordFile, password, { mode: 0o600 })
  if (at.account !== null) await chown(passwordFile, at.account.uid, at.account.gid)
  try {
    await initdb(at, [join(binaries, 'bin', 'initdb'), `--pgdata=${draft}`, `--pwfile=${passwordFile}`])
  } finally {
    await rm(passwordFile, { force: true })
  }
  await rename(draft, at.cluster)
}

async function initdb(at: ClusterHome, [program = '', ...where]: readonly string[]): Promise<void> {
  const options = [
    '--username=hedgerow_owner',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // The bundled ICU is of 2018: PostgreSQL's own rules order keys, and "en-GB-x-icu" only names on a screen.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ]
  const as = at.account === null ? {} : { uid: at.account.uid, gid: at.account.gid }
  await run(program, [...where, ...options], {
    ...as,
    cwd: at.home,
    env: { LC_ALL: 'C', PATH: process.env['PATH'] },
  }).catch((error: Error & { stderr?: string }) => {
    throw explainFailure(`${error.stderr ?? ''}${error.message}`, at.home)
  })
}

async function hasCluster(cluster: string): Promise<boolean> {
  const version = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => null)
  if (version === null) return false
  if (version.trim() === MAJOR) return true
  throw new SetupProblem(
    `The records in ${cluster} were made by PostgreSQL ${version.trim()}; this Hedgerow runs ${MAJOR}. See docs/operating/upgrade.md.`,
  )
}

/** The owner's password, made once and kept in a file that only we can read. */
export async function ownerPassword(folder: string, cluster: string): Promise<string> {
  const file = join(folder, 'password')
  const kept = await readFile(file, 'utf8').catch(() => null)
  if (kept !== null) return kept.trim()
  if (await hasCluster(cluster)) {
    throw new SetupProblem(`${file} is missing, and the database cannot be opened without it. Put it back.`)
  }
  const password = randomBytes(24).toString('base64url')
  await writeFile(file, password, { mode: 0o600 })
  return password
}
