import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { Temporal } from 'temporal-polyfill'
import { settingUp } from '../src/kernel/actor.js'
import type { Actor } from '../src/kernel/actor.js'
import type { Clock } from '../src/kernel/calendar/clock.js'
import { closeDb, openDb } from '../src/kernel/db/database.js'
import type { Db } from '../src/kernel/db/database.js'
import { inSchool } from '../src/kernel/db/in-school.js'
import { migrate } from '../src/kernel/db/migrate.js'
import { appRole, asRole } from '../src/kernel/db/roles.js'
import { newId } from '../src/kernel/ids.js'
import type { PersonId, PostId, SchoolId } from '../src/kernel/ids.js'
import { collectJobs } from '../src/kernel/jobs/collected.js'
import type { CollectedJobs } from '../src/kernel/jobs/collected.js'
import { keysFrom } from '../src/kernel/keys.js'
import { addSchool, newSchoolId } from '../src/kernel/school.js'
import { kernelMigrations } from '../src/kernel/migrations.js'
import { modules } from '../src/modules.js'

/** The secret of every test school: the passwords of roles are the whole cluster's, so all tests share one. */
export const testKeys = keysFrom(Buffer.alloc(32, 'hedgerow tests'))

/** A clock that a test moves by hand. Begins on Tuesday 24 November 2026 at 10:00 in London, a school day. */
export interface TestClock extends Clock {
  at(iso: string): void
}

export function testClock(start = '2026-11-24T10:00:00Z'): TestClock {
  let now = Temporal.Instant.from(start)
  return { now: () => now, at: (iso) => void (now = Temporal.Instant.from(iso)) }
}

export interface TestDb {
  readonly db: Db
  readonly clock: TestClock
  readonly jobs: CollectedJobs
  /** The owner's url, for tests that act as somebody with the database in their hands. */
  readonly ownerUrl: string
  readonly close: () => Promise<void>
}

const clusterUrl = (): string => {
  const url = process.env['HEDGEROW_TEST_DATABASE']
  if (!url)
    throw new Error('Database tests need HEDGEROW_TEST_DATABASE: run them with `npm test -- <path>`, which starts one')
  return url
}

const inDatabase = (url: string, name: string): string =>
  url.replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${name}`)
const allMigrations = [...kernelMigrations, ...modules.flatMap((module) => module.migrations)]

/** A template that carries the whole schema, made once per run of the tests and copied by each file's own database. */
async function ensureTemplate(admin: pg.Client): Promise<string> {
  const name = `hedgerow_template_${process.env['HEDGEROW_TEST_RUN'] ?? 'hand'}`
  await admin.query('SELECT pg_advisory_lock(471101)')
  try {
    const { rows } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    const ownerUrl = inDatabase(clusterUrl(), name)
    if (rows.length === 0) await admin.query(`CREATE DATABASE ${name}`)
    if (rows.length === 0 || !process.env['HEDGEROW_TEST_RUN'])
      await migrate({ ownerUrl, appPassword: testKeys.database, migrations: allMigrations })
    return name
  } finally {
    await admin.query('SELECT pg_advisory_unlock(471101)')
  }
}

async function asAdmin<R>(work: (admin: pg.Client) => Promise<R>): Promise<R> {
  const admin = new pg.Client({ connectionString: clusterUrl() })
  await admin.connect()
  try {
    return await work(admin)
  } finally {
    await admin.end()
  }
}

/** A fresh database with the whole schema, and the way into it as the application's own role. */
export async function openTestDb(): Promise<TestDb> {
  const name = `t_${randomBytes(6).toString('hex')}`
  await asAdmin(async (admin) => admin.query(`CREATE DATABASE ${name} TEMPLATE ${await ensureTemplate(admin)}`))
  const ownerUrl = inDatabase(clusterUrl(), name)
  const clock = testClock()
  const jobs = collectJobs()
  const listeners = modules.flatMap((module) => module.listens)
  const db = openDb({ url: asRole(ownerUrl, appRole, testKeys.database), clock, listeners, jobs, connections: 6 })
  const close = async (): Promise<void> => {
    await closeDb(db)
    await asAdmin((admin) => admin.query(`DROP DATABASE ${name} WITH (FORCE)`))
  }
  return { db, clock, jobs, ownerUrl, close }
}

/** Adds a bare school and returns its id. */
export async function addTestSchool(db: Db, slug = `school-${randomBytes(4).toString('hex')}`): Promise<SchoolId> {
  const schoolId = newSchoolId()
  await inSchool(db, settingUp(schoolId), (tx) =>
    addSchool(tx, { slug, name: 'Thornfield Test Primary', example: false, phone: null }),
  )
  return schoolId
}

/** Somebody in a school, in the posts and with the powers named. */
export const actorIn = (
  schoolId: SchoolId,
  posts: readonly string[],
  powers: readonly string[] = [],
  personId = newId<PersonId>(),
): Actor => ({ schoolId, personId, posts: new Set(posts as PostId[]), powers: new Set(powers), channel: 'web' })
