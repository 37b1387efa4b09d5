import { createHash } from 'node:crypto'
import pg from 'pg'
import { ensureRoles } from './roles.js'

/** One forward-only change of the schema. Its id is a time and a name ('2026-11-23T0900-journal'), so that the files of all modules sort into one order. */
export interface Migration {
  readonly id: string
  readonly sql: string
}

export interface MigrateOptions {
  /** A role that may create tables and roles. */
  readonly ownerUrl: string
  readonly appPassword: string
  readonly migrations: readonly Migration[]
}

const fingerprint = (sql: string): string => createHash('sha256').update(sql).digest('hex')

const ledger = `CREATE TABLE IF NOT EXISTS hedgerow_migration (id text PRIMARY KEY, fingerprint text NOT NULL, at timestamptz NOT NULL DEFAULT now())`

/** Two servers that start at once must not both migrate; the number is arbitrary and only has to stay the same. */
const lock = 'SELECT pg_advisory_lock(471100)'

async function applied(owner: pg.Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await owner.query<{ id: string; fingerprint: string }>(
    'SELECT id, fingerprint FROM hedgerow_migration',
  )
  return new Map(rows.map((row) => [row.id, row.fingerprint]))
}

async function apply(owner: pg.Client, migration: Migration): Promise<void> {
  await owner.query('BEGIN')
  try {
    await owner.query(migration.sql)
    await owner.query('INSERT INTO hedgerow_migration (id, fingerprint) VALUES ($1, $2)', [
      migration.id,
      fingerprint(migration.sql),
    ])
    await owner.query('COMMIT')
  } catch (fault) {
    await owner.query('ROLLBACK')
    throw new Error(`The change of the database ${migration.id} could not be made; nothing of it was kept.`, {
      cause: fault,
    })
  }
}

const inOrder = (migrations: readonly Migration[]): readonly Migration[] =>
  migrations.toSorted((a, b) => (a.id < b.id ? -1 : 1))

/** Brings the schema up to date and returns the ids it applied. Refuses when a change that was already made has since been edited. */
export async function migrate({ ownerUrl, appPassword, migrations }: MigrateOptions): Promise<readonly string[]> {
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'hedgerow migrate' })
  await owner.connect()
  try {
    await owner.query(lock)
    await ensureRoles(owner, appPassword)
    await owner.query(ledger)
    return await applyMissing(owner, inOrder(migrations))
  } finally {
    await owner.end()
  }
}

async function applyMissing(owner: pg.Client, migrations: readonly Migration[]): Promise<readonly string[]> {
  const before = await applied(owner)
  const edited = migrations.find(({ id, sql }) => before.has(id) && before.get(id) !== fingerprint(sql))
  if (edited)
    throw new Error(
      `The change ${edited.id} was made to this database in other words than it has now. Write a new change instead of editing it.`,
    )
  const missing = migrations.filter(({ id }) => !before.has(id))
  for (const migration of missing) await apply(owner, migration)
  return missing.map(({ id }) => id)
}
