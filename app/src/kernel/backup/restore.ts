import { readdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { clusterHome } from '../postgres/cluster-home.js'
import { postgresFolder, UNFINISHED } from '../postgres/postgres-folder.js'
import { startPostgres, type PostgresLog } from '../postgres/start-postgres.js'
import { SetupProblem } from '../setup-problem.js'
import { differences, parseManifest, PLACES, type Manifest, type ManifestFile } from './manifest.js'
import { openArchive } from './open-archive.js'
import { readTar } from './read-tar.js'
import { unpackEntry, type Destination } from './unpack-entry.js'

export interface RestoreOrder {
  /** The backup's file. */
  readonly from: string
  /** The data folder to make; it must be empty or not there. */
  readonly into: string
  /** For a sealed backup. */
  readonly passphrase?: string
  readonly log: PostgresLog
  /** Called with the bytes unpacked so far. */
  readonly progress?: (done: number) => void
}

export interface RestoreReport {
  /** When the records were as they are now; an ISO instant in UTC. */
  readonly madeAt: string
  readonly files: number
  /** Whether the secret came with it. If not, the old secret file must be put in its place before the start. */
  readonly secretInside: boolean
}

/**
 * Unpacks a backup into an empty folder, compares every file with the manifest, and starts the database there once, so
 * that "restored" means that it opens. Nothing is left behind when it fails; it fails with a SetupProblem.
 */
export async function restore(order: RestoreOrder): Promise<RestoreReport> {
  const into = resolve(order.into)
  await mustBeEmpty(into)
  const folder = postgresFolder(into)
  const { home, cluster } = await clusterHome(folder)
  try {
    // Should we be killed half way, this stops the next start from taking the half for an empty Hedgerow.
    await writeFile(join(folder, UNFINISHED), 'A restore into this folder did not finish.\n')
    const manifest = await unpack(order, { into, cluster, password: join(folder, 'password') })
    await rm(join(folder, UNFINISHED))
    const postgres = await startPostgres({ folder, log: order.log })
    await postgres.stop()
    return { madeAt: manifest.madeAt, files: manifest.files.length, secretInside: manifest.secretInside }
  } catch (error) {
    for (const place of [home, ...(await readdir(into)).map((name) => join(into, name))]) {
      await rm(place, { recursive: true, force: true })
    }
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
    throw new SetupProblem(`There is no room for the records in ${into}. Nothing was restored.`)
  }
}

async function unpack(order: RestoreOrder, destination: Destination): Promise<Manifest> {
  const found: ManifestFile[] = []
  let manifest: Manifest | null = null
  let done = 0
  for await (const entry of readTar(openArchive(order.from, order.passphrase ?? null))) {
    if (entry.path === PLACES.manifest) {
      manifest = parseManifest(await text(entry.content))
    } else {
      const file = await unpackEntry(entry, destination)
      if (file !== null) found.push(file)
    }
    order.progress?.((done += entry.size))
  }
  if (manifest === null) throw new SetupProblem('This is not a whole Hedgerow backup: its list of files is missing.')
  const wrong = differences(manifest, found)
  if (wrong.length === 0) return manifest
  throw new SetupProblem(`The backup is damaged: ${wrong.length} of its files are not as they were, first ${wrong[0]}.`)
}

async function mustBeEmpty(folder: string): Promise<void> {
  const inside = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw new SetupProblem(`${folder} cannot be used for the restored records (${error.code}).`)
  })
  if (inside.length > 0) {
    throw new SetupProblem(
      `${folder} is not empty. Restore into a new folder, look at it, and only then put it in use.`,
    )
  }
}
