import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync } from 'node:fs'
import { readFile, readlink, realpath, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { SetupProblem } from '../setup-problem.js'
import type { ClusterHome } from './cluster-home.js'
import type { Endpoint } from './endpoint.js'
import { explainFailure } from './explain.js'
import { isMarkAlive, processMark } from './process-mark.js'
import { SETTINGS } from './settings.js'

/** A living PostgreSQL: its main process, and where it listens. */
export interface Postmaster {
  readonly pid: number
  readonly mark: string
  readonly endpoint: Endpoint
}

const ORPHAN_PATIENCE_MS = 30_000
const LARGEST_LOG = 5_000_000

/** The PostgreSQL that already runs on this cluster, or null; a pid file left by a dead one is removed. */
export async function findPostmaster(at: ClusterHome): Promise<Postmaster | null> {
  const lines = await readPidFile(at)
  if (lines === null) return null
  const pid = Number(lines[0])
  const mark = processMark(pid)
  if (mark === null || !(await worksIn(pid, at.cluster))) {
    // PostgreSQL itself would refuse to start if the number had since been given to another of our processes.
    await rm(join(at.cluster, 'postmaster.pid'), { force: true })
    return null
  }
  return { pid, mark, endpoint: { socketFolder: lines[4]?.trim() || null, port: Number(lines[3]) } }
}

/** Starts PostgreSQL and returns when it takes connections. Orphans of a killed one may hold it up for some seconds. */
export async function launch(at: ClusterHome, binaries: string, endpoint: Endpoint): Promise<Postmaster> {
  const until = Date.now() + ORPHAN_PATIENCE_MS
  const logFile = join(at.home, 'postgres.log')
  if ((await sizeOf(logFile)) > LARGEST_LOG) await rename(logFile, `${logFile}.old`)
  for (;;) {
    const from = await sizeOf(logFile)
    const pid = spawnPostgres(at, join(binaries, 'bin', 'postgres'), [logFile, ...postgresArguments(at, endpoint)])
    const mark = processMark(pid)
    if (mark !== null && (await becomesReady(at, { pid, mark, endpoint }))) return { pid, mark, endpoint }
    const output = (await readFile(logFile)).subarray(from).toString()
    const orphans = /pre-existing shared memory block|lock file .* already exists/.test(output)
    if (!orphans || Date.now() > until) throw explainFailure(output, logFile)
    await pause(250)
  }
}

/**
 * Whether it can still be reached: a sweeper of /tmp takes the socket's file away under a living database, which goes on
 * serving those who are connected and nobody else.
 */
export function isReachable({ endpoint }: Postmaster): boolean {
  return endpoint.socketFolder === null || existsSync(join(endpoint.socketFolder, `.s.PGSQL.${endpoint.port}`))
}

/** Stops it so that the next start needs no recovery; after a minute, at once (the next start then recovers). */
export async function halt(postmaster: Postmaster): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 60_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (!isMarkAlive(postmaster.mark)) return
    process.kill(postmaster.pid, signal)
    const until = Date.now() + patience
    while (isMarkAlive(postmaster.mark) && Date.now() < until) await pause(20)
  }
  if (isMarkAlive(postmaster.mark)) throw new SetupProblem('The database does not stop.')
}

/** Waits until it takes connections; false if it ended first. Recovery after a power cut may take minutes. */
export async function becomesReady(at: ClusterHome, postmaster: Postmaster): Promise<boolean> {
  while (isMarkAlive(postmaster.mark)) {
    const lines = await readPidFile(at)
    if (Number(lines?.[0]) === postmaster.pid && lines?.[7]?.trim() === 'ready') return true
    await pause(20)
  }
  return false
}

function postgresArguments(at: ClusterHome, endpoint: Endpoint): string[] {
  const where = {
    port: String(endpoint.port),
    listen_addresses: endpoint.socketFolder === null ? '127.0.0.1' : '',
    ...(endpoint.socketFolder === null ? {} : { unix_socket_directories: endpoint.socketFolder }),
  }
  const settings = Object.entries({ ...SETTINGS, ...where }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return ['-D', at.cluster, ...settings]
}

function spawnPostgres(at: ClusterHome, program: string, [logFile = '', ...options]: readonly string[]): number {
  const log = openSync(logFile, 'a', 0o600)
  try {
    // Detached: Ctrl-C in a terminal must reach us first, or the database would be gone before the last request ends.
    const child = spawn(program, options, {
      detached: true,
      stdio: ['ignore', log, log],
      cwd: at.home,
      env: { LC_ALL: 'C', PATH: process.env['PATH'] },
      ...(at.account === null ? {} : { uid: at.account.uid, gid: at.account.gid }),
    })
    child.on('error', () => undefined)
    child.unref()
    return child.pid ?? 0
  } finally {
    closeSync(log)
  }
}

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    (found) => found.size,
    () => 0,
  )
}

async function readPidFile(at: ClusterHome): Promise<string[] | null> {
  return readFile(join(at.cluster, 'postmaster.pid'), 'utf8').then(
    (text) => text.split('\n'),
    () => null,
  )
}

/** A postmaster works inside its cluster, which no other process does: surer than its name. */
async function worksIn(pid: number, cluster: string): Promise<boolean> {
  if (process.platform !== 'linux') return true
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => null)
  return folder === (await realpath(cluster))
}
