import { createHash } from 'node:crypto'
import { chown, chmod, lstat, mkdir } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { SetupProblem } from '../setup-problem.js'
import type { Account } from './account.js'
import type { ClusterHome } from './cluster-home.js'

/** Where PostgreSQL listens: a socket's folder, or on Windows, which has none, a port that only this machine reaches. */
export interface Endpoint {
  readonly socketFolder: string | null
  readonly port: number
}

/** A socket's path, `<folder>/.s.PGSQL.5432`, is cut by the operating system after 107 bytes. */
const LONGEST_SOCKET_FOLDER = 107 - '/.s.PGSQL.5432'.length

/** Chooses where to listen, and makes the socket's folder, closed to every account but the database's. */
export async function makeEndpoint({ home, account }: ClusterHome): Promise<Endpoint> {
  if (process.platform === 'win32') return { socketFolder: null, port: await freePort() }
  const beside = join(home, 'socket')
  const name = createHash('sha256').update(home).digest('hex').slice(0, 12)
  const folder = Buffer.byteLength(beside) <= LONGEST_SOCKET_FOLDER ? beside : `/tmp/hedgerow-${name}`
  await makePrivate(folder, account)
  return { socketFolder: folder, port: 5432 }
}

/** The address for clients. The host stands in the query because URL() cannot hold a path as a host. */
export function databaseUrl(endpoint: Endpoint, password: string): string {
  const credentials = `hedgerow_owner:${encodeURIComponent(password)}`
  if (endpoint.socketFolder === null) return `postgres://${credentials}@127.0.0.1:${endpoint.port}/hedgerow`
  return `postgres://${credentials}@localhost/hedgerow?host=${encodeURIComponent(endpoint.socketFolder)}`
}

/** Makes a folder for one account alone; refuses a link or somebody else's folder that stands there already. */
export async function makePrivate(folder: string, account: Account | null): Promise<void> {
  await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  const found = await lstat(folder)
  const ours = process.getuid === undefined || found.uid === process.getuid() || found.uid === account?.uid
  if (!found.isDirectory() || !ours) {
    throw new SetupProblem(
      `${folder} belongs to somebody else, and the database needs it. Remove it, then start again.`,
    )
  }
  await chmod(folder, 0o700)
  if (account !== null) await chown(folder, account.uid, account.gid)
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new SetupProblem('No free port for the database.')
  return address.port
}
