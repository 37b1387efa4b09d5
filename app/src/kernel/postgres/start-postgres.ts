import { existsSync } from 'node:fs'
import { chown, lstat, readdir, rmdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Client } from 'pg'
import { SetupProblem } from '../setup-problem.js'
import { postgresBinaries } from './binaries.js'
import { clusterHome, type ClusterHome } from './cluster-home.js'
import { createCluster, ownerPassword } from './create-cluster.js'
import { databaseUrl, makeEndpoint } from './endpoint.js'
import { withFolderLock } from './folder-lock.js'
import { becomesReady, findPostmaster, halt, isReachable, launch, type Postmaster } from './postmaster.js'
import { UNFINISHED } from './postgres-folder.js'
import { isMarkAlive } from './process-mark.js'
import { moveIn, moveOut } from './residents.js'

/** What the supervisor needs of a log; a pino logger fits. */
export interface PostgresLog {
  info(message: string): void
  warn(message: string): void
}

/** The built-in PostgreSQL, running. */
export interface RunningPostgres {
  /** For migrations and the like; the application connects with a role of its own that owns nothing. */
  readonly ownerUrl: string
  /** True when it was running already: left by an application that was killed, or shared with one that lives. */
  readonly adopted: boolean
  /** Leaves it, and stops it unless another of our processes still uses it. */
  readonly stop: () => Promise<void>
}

const WATCH_EVERY_MS = 1_000

/**
 * Starts the built-in PostgreSQL whose files live in `folder`, making them if need be, and starts it again should it
 * ever die. Fails with a SetupProblem whose message is a sentence for the person who runs the machine.
 */
export async function startPostgres(given: {
  readonly folder: string
  readonly log: PostgresLog
}): Promise<RunningPostgres> {
  const { log } = given
  const folder = resolve(given.folder)
  if (existsSync(join(folder, UNFINISHED))) {
    throw new SetupProblem(`A restore into ${dirname(folder)} did not finish. Delete that folder and restore again.`)
  }
  const at = await clusterHome(folder)
  const first = await withFolderLock(folder, async () => {
    const running = await ensureRunning(folder, at)
    return { ...running, resident: await moveIn(folder) }
  })
  if (first.adopted) log.info('The database was already running; it is used as it is')
  const watch = watchPostgres(folder, at, { log, postmaster: first.postmaster })
  let stopping: Promise<void> | null = null
  const stop = (): Promise<void> => {
    watch.end()
    return (stopping ??= leave(folder, at, first.resident))
  }
  return { ownerUrl: first.ownerUrl, adopted: first.adopted, stop }
}

async function leave(folder: string, at: ClusterHome, resident: string): Promise<void> {
  await withFolderLock(folder, async () => {
    const { othersRemain } = await moveOut(folder, resident)
    const postmaster = othersRemain ? null : await findPostmaster(at)
    if (postmaster === null) return
    await halt(postmaster)
    // A socket's folder under /tmp would otherwise outlive the records it led to.
    if (postmaster.endpoint.socketFolder !== null) await rmdir(postmaster.endpoint.socketFolder).catch(() => undefined)
  })
}

interface Ensured {
  readonly postmaster: Postmaster
  readonly ownerUrl: string
  readonly adopted: boolean
}

async function ensureRunning(folder: string, at: ClusterHome): Promise<Ensured> {
  const password = await ownerPassword(folder, at.cluster)
  const found = await findPostmaster(at)
  const adopted = found !== null && (await becomesReady(at, found))
  const postmaster = adopted ? found : await startAfresh(at, password)
  const ownerUrl = databaseUrl(postmaster.endpoint, password)
  await ensureDatabase(ownerUrl)
  return { postmaster, ownerUrl, adopted }
}

async function startAfresh(at: ClusterHome, password: string): Promise<Postmaster> {
  const binaries = await postgresBinaries(at)
  await createCluster(at, binaries, password)
  await takeOwnership(at)
  return launch(at, binaries, await makeEndpoint(at))
}

/** A cluster that root restored or copied belongs to root, and the database's account could not read it. */
async function takeOwnership({ cluster, account }: ClusterHome): Promise<void> {
  if (account === null || (await lstat(cluster)).uid === account.uid) return
  for (const name of await readdir(cluster, { recursive: true }))
    await chown(join(cluster, name), account.uid, account.gid)
  await chown(cluster, account.uid, account.gid)
}

async function ensureDatabase(ownerUrl: string): Promise<void> {
  const maintenance = new URL(ownerUrl)
  maintenance.pathname = '/postgres'
  const client = new Client({ connectionString: maintenance.href })
  await client.connect()
  try {
    const { rowCount } = await client.query("select from pg_database where datname = 'hedgerow'")
    if (rowCount === 0) await client.query('create database hedgerow')
  } finally {
    await client.end()
  }
}

/** Looks every second whether the database lives and can be reached, and starts it again on the same address if not. */
function watchPostgres(
  folder: string,
  at: ClusterHome,
  state: { log: PostgresLog; postmaster: Postmaster },
): { end(): void } {
  let busy = false
  let ended = false
  const look = async (): Promise<void> => {
    if (busy || (isMarkAlive(state.postmaster.mark) && isReachable(state.postmaster))) return
    busy = true
    try {
      await withFolderLock(folder, async () => {
        // Whoever stopped us meanwhile must not find the database alive again afterwards.
        if (ended) return
        if (isMarkAlive(state.postmaster.mark) && isReachable(state.postmaster)) return
        state.log.warn('The database ended unexpectedly, or its socket was taken away; starting it again')
        await halt(state.postmaster)
        state.postmaster = (await ensureRunning(folder, at)).postmaster
      })
    } catch (error) {
      state.log.warn(error instanceof Error ? error.message : 'The database does not start')
    } finally {
      busy = false
    }
  }
  const timer = setInterval(() => void look(), WATCH_EVERY_MS)
  timer.unref()
  const end = (): void => {
    ended = true
    clearInterval(timer)
  }
  return { end }
}
