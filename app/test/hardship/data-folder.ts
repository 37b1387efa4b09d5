import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../src/kernel/config.js'
import { createLog } from '../../src/kernel/log.js'
import { clusterHome } from '../../src/kernel/postgres/cluster-home.js'
import { postgresFolder } from '../../src/kernel/postgres/postgres-folder.js'
import { openHedgerow } from '../../src/open-hedgerow.js'
import type { Hedgerow } from '../../src/open-hedgerow.js'

/** A folder with everything that one Hedgerow keeps, which goes away again. */
export interface DataFolder {
  readonly path: string
  /** Opens it in this very process, beside the application or without it. Close it. */
  readonly open: () => Promise<Hedgerow>
  /** Where PostgreSQL says which process it is. */
  readonly postmasterFile: () => Promise<string>
  readonly remove: () => Promise<void>
}

/** What Hedgerow keeps, or will keep, at this path. */
export const dataFolderAt = (path: string): Omit<DataFolder, 'remove'> => ({
  path,
  open: () => openHedgerow(readConfig({ HEDGEROW_DATA: path }), createLog({ level: 'warn' })),
  postmasterFile: async () => join((await clusterHome(postgresFolder(path))).cluster, 'postmaster.pid'),
})

/** Makes an empty folder. Root's database runs under another account, which must be able to pass through to it. */
export async function makeDataFolder(): Promise<DataFolder> {
  const parent = await mkdtemp(join(tmpdir(), 'hedgerow-hard-'))
  await chmod(parent, 0o711)
  const remove = (): Promise<void> => rm(parent, { recursive: true, force: true, maxRetries: 5 })
  return { ...dataFolderAt(join(parent, 'data')), remove }
}
