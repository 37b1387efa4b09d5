import { createHash } from 'node:crypto'
import { mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { SetupProblem } from '../setup-problem.js'
import { KEPT_FOLDER, PLACES, type ManifestFile } from './manifest.js'
import type { ReadEntry } from './read-tar.js'

/** Where the parts of a backup go. */
export interface Destination {
  /** The data folder. */
  readonly into: string
  readonly cluster: string
  readonly password: string
}

/** Writes one entry to its place; returns what was written, or null for a folder. */
export async function unpackEntry(entry: ReadEntry, destination: Destination): Promise<ManifestFile | null> {
  const target = placeOf(entry.path, destination)
  if (entry.path.endsWith('/')) {
    await mkdir(target, { recursive: true, mode: 0o700 })
    return null
  }
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  await using handle = await open(target, 'wx', 0o600)
  for await (const piece of entry.content) {
    hash.update(piece)
    await handle.writeFile(piece)
  }
  return { path: entry.path, size: entry.size, sha256: hash.digest('hex') }
}

/** A backup may have been through anybody's hands: a path that leads anywhere else than into its own folders is refused. */
function placeOf(path: string, { into, cluster, password }: Destination): string {
  const parts = path.replace(/\/$/, '').split('/')
  if (!parts.some((part) => part === '' || part === '.' || part === '..' || part.includes('\\'))) {
    if (path === PLACES.password) return password
    if (path === PLACES.secret) return join(into, 'secret')
    if (path.startsWith(PLACES.cluster)) return join(cluster, path.slice(PLACES.cluster.length))
    if (path.startsWith(PLACES.kept)) return join(into, KEPT_FOLDER, path.slice(PLACES.kept.length))
  }
  throw new SetupProblem('This is not a Hedgerow backup: it holds a file that belongs nowhere. Nothing was restored.')
}
