import { SetupProblem } from '../setup-problem.js'

/** What a backup says about itself; its last entry, `manifest.json`. */
export interface Manifest {
  readonly format: 'hedgerow-backup'
  readonly version: 1
  /** When the records were as they are in it; an ISO instant in UTC. */
  readonly madeAt: string
  /** PostgreSQL's major version, which alone can read the files. */
  readonly postgres: string
  /** Whether the installation's secret is inside; only ever in a sealed backup. */
  readonly secretInside: boolean
  /** Every file, with the SHA-256 of its content in hexadecimal. */
  readonly files: readonly ManifestFile[]
}

export interface ManifestFile {
  readonly path: string
  readonly size: number
  readonly sha256: string
}

/** The names of a backup's entries; what follows a folder's name is the path inside it. */
export const PLACES = {
  cluster: 'postgres/cluster/',
  password: 'postgres/password',
  kept: 'files/',
  secret: 'secret',
  manifest: 'manifest.json',
} as const

/** Inside the data folder: stored files, the only thing besides the database that a backup takes along. */
export const KEPT_FOLDER = 'files'

/** Reads a manifest, and fails when it is not one that this release knows. */
export function parseManifest(text: string): Manifest {
  const manifest = JSON.parse(text) as Manifest
  if (manifest.format === 'hedgerow-backup' && manifest.version === 1 && Array.isArray(manifest.files)) return manifest
  throw new SetupProblem(
    'This release cannot read that backup. Restore it with the release that made it, or a newer one.',
  )
}

/** The paths whose content is not what the manifest says, that are missing, or that it does not name. */
export function differences(manifest: Manifest, found: readonly ManifestFile[]): string[] {
  const expected = new Map(manifest.files.map((file) => [file.path, file]))
  const different = found.filter(({ path, size, sha256 }) => {
    const file = expected.get(path)
    expected.delete(path)
    return file === undefined || file.size !== size || file.sha256 !== sha256
  })
  return [...different.map(({ path }) => path), ...expected.keys()]
}
