import { Client } from 'pg'

/** The one connection that a backup is made on; PostgreSQL ends the backup if it breaks. */
export interface BackupMode {
  /** Ends it. Gives the label that goes into the copy, and the first and last segment of log that the copy needs. */
  readonly finish: () => Promise<{ readonly label: string; readonly from: string; readonly to: string }>
  readonly release: () => Promise<void>
}

/**
 * Tells PostgreSQL that its files are about to be copied while people work. From here on every page is logged whole, and
 * a replication slot keeps the log that the copy will need: continuous archiving would do that too, but must be set up
 * and watched, and fills the disk when nobody does. The slot is temporary, so a killed backup holds nothing back.
 */
export async function enterBackupMode(ownerUrl: string): Promise<BackupMode> {
  const client = new Client({ connectionString: ownerUrl })
  client.on('error', () => undefined)
  await client.connect()
  await client.query(`select pg_create_physical_replication_slot('hedgerow_backup_${process.pid}', true, true)`)
  const started = await client.query<{ from: string }>(
    "select pg_walfile_name(pg_backup_start('hedgerow', fast => true)) as from",
  )
  const finish = async (): ReturnType<BackupMode['finish']> => {
    const { rows } = await client.query<{ label: string; to: string }>(
      'select labelfile as label, pg_walfile_name(lsn) as to from pg_backup_stop(wait_for_archive => false)',
    )
    return { from: started.rows[0]?.from ?? '', to: rows[0]?.to ?? '', label: rows[0]?.label ?? '' }
  }
  return { finish, release: () => client.end() }
}

/** Where the server keeps its files: a backup copies those of this very machine, or none. */
export async function clusterOf(ownerUrl: string): Promise<string> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ data_directory: string }>('show data_directory')
    return rows[0]?.data_directory ?? ''
  } finally {
    await client.end()
  }
}
