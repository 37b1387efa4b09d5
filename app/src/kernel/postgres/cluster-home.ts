import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { canReach, databaseAccount, type Account } from './account.js'

/** Where the files of one database live, and who owns them. */
export interface ClusterHome {
  /** Holds `cluster/` (PostgreSQL's own data folder), its log and, if they had to be copied, its binaries. */
  readonly home: string
  readonly cluster: string
  readonly account: Account | null
}

/**
 * Finds the home of the database that belongs to `folder`, making it if need be. It is `folder` itself, except when we
 * are root in a place closed to every other account, as /root is: then the files go under /var/lib/hedgerow and
 * `folder/moved-to` says where. Opening /root instead was rejected: not ours to change.
 */
export async function clusterHome(folder: string): Promise<ClusterHome> {
  await makeOpen(folder)
  const movedTo = await readFile(join(folder, 'moved-to'), 'utf8').catch(() => null)
  const home = movedTo?.trim() ?? folder
  const account = await databaseAccount(join(home, 'cluster'))
  if (await canReach(account, await makeOpen(home))) return { home, cluster: join(home, 'cluster'), account }
  const elsewhere = join('/var/lib/hedgerow', randomBytes(6).toString('hex'))
  await makeOpen(elsewhere)
  await writeFile(join(folder, 'moved-to'), elsewhere)
  return { home: elsewhere, cluster: join(elsewhere, 'cluster'), account }
}

/** Makes a folder that others may pass through but not list, whatever the umask: the cluster inside is closed. */
async function makeOpen(folder: string): Promise<string> {
  const first = await mkdir(folder, { recursive: true })
  if (first === undefined || process.getuid?.() !== 0) return folder
  for (let path = folder; path.length >= first.length; path = dirname(path)) await chmod(path, 0o711)
  return folder
}
