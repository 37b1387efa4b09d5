import { readdir, readFile, realpath } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { clusterHome } from '../postgres/cluster-home.js'
import { postgresFolder } from '../postgres/postgres-folder.js'
import { SetupProblem } from '../setup-problem.js'
import { ArchiveWriter } from './archive-writer.js'
import { clusterOf, enterBackupMode } from './backup-mode.js'
import { clusterFiles, logSegments } from './cluster-files.js'
import { KEPT_FOLDER, PLACES, type Manifest } from './manifest.js'
import { checkPassphrase } from './seal.js'
import { writeArchive } from './write-archive.js'

/** How far a backup is: `records` is the database, in bytes; `kept` the stored files, counted. */
export interface Progress {
  readonly stage: 'records' | 'kept'
  readonly done: number
  readonly total: number
}

export interface BackupOrder {
  /** The data folder (HEDGEROW_DATA). */
  readonly folder: string
  readonly ownerUrl: string
  /** The file to write; it must not exist. */
  readonly to: string
  /** When this is, for the manifest. */
  readonly madeAt: { toString(): string }
  /** With one, the whole backup is encrypted under it and holds the secret; without, it is plain and does not. */
  readonly passphrase?: string
  readonly secretFile: string
  readonly progress?: (progress: Progress) => void
}

export interface BackupReport {
  readonly file: string
  readonly bytes: number
  /** Of the whole file, in hexadecimal: noted down elsewhere, it proves later that nobody changed the backup. */
  readonly sha256: string
  /** Without the manifest itself. */
  readonly files: number
  readonly secretInside: boolean
}

/**
 * Copies a running database, and the stored files beside it, into one file, while people go on working.
 * Every record acknowledged before the copy of the records ended is in it. Fails with a SetupProblem.
 */
export async function backup(order: BackupOrder): Promise<BackupReport> {
  if (order.passphrase !== undefined) checkPassphrase(order.passphrase)
  const { cluster } = await clusterHome(postgresFolder(resolve(order.folder)))
  if ((await realpath(cluster)) !== (await realpath(await clusterOf(order.ownerUrl)))) {
    throw new SetupProblem('The database that runs is not the one in this data folder. Check HEDGEROW_DATA.')
  }
  const archive = new ArchiveWriter()
  const written = await writeArchive(order.to, contents(order, cluster, archive), order.passphrase ?? null)
  return { ...written, files: archive.files.length - 1, secretInside: order.passphrase !== undefined }
}

/** A school's own PostgreSQL is backed up by its own means, which know its machines: says so, in a sentence. */
export function refuseForeignDatabase(databaseUrl: string | null): void {
  if (databaseUrl === null) return
  throw new SetupProblem(
    'Your records are in a PostgreSQL of your own (DATABASE_URL), so back them up with pg_dump or as its provider says. ' +
      'Keep the secret file as well: the records need it.',
  )
}

async function* contents(order: BackupOrder, cluster: string, archive: ArchiveWriter): AsyncGenerator<Buffer> {
  yield* records(order, cluster, archive)
  // After the database: a file is kept before the row that names it, so no row comes without its file.
  yield* kept(order, archive)
  if (order.passphrase !== undefined) yield* archive.text(PLACES.secret, await readFile(order.secretFile))
  const manifest: Manifest = {
    format: 'hedgerow-backup',
    version: 1,
    madeAt: order.madeAt.toString(),
    postgres: (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim(),
    secretInside: order.passphrase !== undefined,
    files: [...archive.files],
  }
  yield* archive.text(PLACES.manifest, JSON.stringify(manifest, null, 1))
  yield* archive.end()
}

async function* records(order: BackupOrder, cluster: string, archive: ArchiveWriter): AsyncGenerator<Buffer> {
  const mode = await enterBackupMode(order.ownerUrl)
  try {
    const files = await clusterFiles(cluster)
    if (files.some(({ path }) => /^pg_tblspc\/./.test(path))) {
      throw new SetupProblem(
        'This database has tablespaces, which Hedgerow never makes. Back it up with pg_basebackup.',
      )
    }
    const total = files.reduce((sum, { size }) => sum + size, 0)
    let done = 0
    for (const { path, size } of files) {
      const name = `${PLACES.cluster}${path}`
      yield* path.endsWith('/') ? archive.folder(name) : archive.file(name, join(cluster, path))
      order.progress?.({ stage: 'records', done: (done += size), total })
    }
    yield* archive.steadyFile(`${PLACES.cluster}global/pg_control`, join(cluster, 'global', 'pg_control'))
    const { label, from, to } = await mode.finish()
    yield* archive.text(`${PLACES.cluster}backup_label`, label)
    for (const segment of await logSegments(cluster, from, to)) {
      yield* archive.file(`${PLACES.cluster}pg_wal/${segment}`, join(cluster, 'pg_wal', segment))
    }
    // Of no use to a thief who holds the files already, and without it nobody could open what was restored.
    yield* archive.file(PLACES.password, join(postgresFolder(order.folder), 'password'))
  } finally {
    await mode.release()
  }
}

async function* kept(order: BackupOrder, archive: ArchiveWriter): AsyncGenerator<Buffer> {
  const folder = join(order.folder, KEPT_FOLDER)
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  for (const [number, file] of files.entries()) {
    yield* archive.file(`${PLACES.kept}${relative(folder, file).replaceAll('\\', '/')}`, file)
    order.progress?.({ stage: 'kept', done: number + 1, total: files.length })
  }
}
