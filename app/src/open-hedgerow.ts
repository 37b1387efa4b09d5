import { systemClock } from './kernel/calendar/clock.js'
import type { Clock } from './kernel/calendar/clock.js'
import type { Config } from './kernel/config.js'
import { closeDb, openDb } from './kernel/db/database.js'
import { migrate } from './kernel/db/migrate.js'
import { appRole, asRole, jobsRole } from './kernel/db/roles.js'
import { openBoss } from './kernel/jobs/boss.js'
import type { Boss } from './kernel/jobs/boss.js'
import { keysFrom } from './kernel/keys.js'
import type { Log } from './kernel/log.js'
import { kernelMigrations } from './kernel/migrations.js'
import { hasRecords, postgresFolder } from './kernel/postgres/postgres-folder.js'
import { startPostgres } from './kernel/postgres/start-postgres.js'
import { readSecret } from './kernel/secret.js'
import type { Deps } from './engine/deps.js'
import { modules } from './modules.js'

/** Everything that stands before the first page: the database, its schema, the job queue, the keys. */
export interface Hedgerow extends Deps {
  readonly boss: Boss
  readonly ownerUrl: string
  readonly close: () => Promise<void>
}

const migrations = [...kernelMigrations, ...modules.flatMap((module) => module.migrations)]
const listeners = modules.flatMap((module) => module.listens)
export const jobs = modules.flatMap((module) => module.jobs)
export const recurring = modules.flatMap((module) => module.recurring)
const queues = [...jobs, ...recurring].map(({ name }) => name)

/**
 * Opens a school's Hedgerow as the settings say: starts the built-in database unless there is a DATABASE_URL, brings the
 * schema up to date, and connects as the roles that own nothing. Throws SetupProblem with a sentence for the person at
 * the machine. Close it, or the database is left running for the next start to adopt.
 */
export async function openHedgerow(config: Config, log: Log, clock: Clock = systemClock): Promise<Hedgerow> {
  // Before the database is made: afterwards a first start would look like records whose secret was lost.
  const recordsExist = config.databaseUrl === null && hasRecords(config.dataFolder)
  const keys = keysFrom(await readSecret({ file: config.secretFile, recordsExist }))
  const database = config.databaseUrl ? null : await startPostgres({ folder: postgresFolder(config.dataFolder), log })
  const ownerUrl = config.databaseUrl ?? database?.ownerUrl ?? ''
  try {
    await migrate({ ownerUrl, appPassword: keys.database, migrations })
    const boss = await openBoss(asRole(ownerUrl, jobsRole, keys.database), queues, (fault) => log.error(fault))
    const onLostConnection = (code: string): void => log.warn({ code }, 'A connection to the database was lost')
    const db = openDb({ url: asRole(ownerUrl, appRole, keys.database), clock, listeners, jobs: boss, onLostConnection })
    const close = async (): Promise<void> => {
      await boss.stop()
      await closeDb(db)
      await database?.stop()
    }
    return { db, keys, boss, ownerUrl, close, modules, publicUrl: config.publicUrl, smtpUrl: config.smtpUrl }
  } catch (fault) {
    await database?.stop()
    throw fault
  }
}
