import { readdir, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { SetupProblem } from '../setup-problem.js'

/** What a copy of a running cluster leaves out, as pg_basebackup does: PostgreSQL makes it anew when it starts. */
const LEFT_OUT = [
  /^postmaster\.(pid|opts)$/,
  /^pg_(dynshmem|notify|replslot|serial|snapshots|stat_tmp|subtrans|wal)\/./,
  /(^|\/)pgsql_tmp/,
  /(^|\/)pg_internal\.init/,
  /^(backup_label|tablespace_map)(\.old)?$/,
  /^current_logfiles/,
  // Copied last, by itself: it is rewritten in place while we read.
  /^global\/pg_control$/,
]

/** One thing to copy: its path inside the cluster, with '/' at the end if it is a folder, and its size now in bytes. */
export interface ClusterFile {
  readonly path: string
  readonly size: number
}

/** Everything in a running cluster that a copy needs, besides its write-ahead log and pg_control. */
export async function clusterFiles(cluster: string): Promise<ClusterFile[]> {
  const files: ClusterFile[] = []
  for (const entry of await readdir(cluster, { recursive: true, withFileTypes: true })) {
    const path = relative(cluster, join(entry.parentPath, entry.name)).replaceAll('\\', '/')
    if (LEFT_OUT.some((pattern) => pattern.test(path))) continue
    if (entry.isDirectory()) files.push({ path: `${path}/`, size: 0 })
    // A table dropped at this moment is gone from the folder: then there is nothing to copy.
    else if (entry.isFile())
      files.push({
        path,
        size: await stat(join(cluster, path)).then(
          (found) => found.size,
          () => 0,
        ),
      })
  }
  return files
}

/**
 * The write-ahead log from one segment to another, both included, in order: their names sort by age. Fails when either
 * is gone, for a copy without its whole log is none.
 */
export async function logSegments(cluster: string, from: string, to: string): Promise<string[]> {
  const names = await readdir(join(cluster, 'pg_wal'))
  const segments = names.filter((name) => /^[0-9A-F]{24}$/.test(name) && name >= from && name <= to).sort()
  if (segments[0] === from && segments.at(-1) === to) return segments
  throw new SetupProblem('The database cleared away log that this backup needed, so it was not made. Make it again.')
}
