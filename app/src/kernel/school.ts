import type { Temporal } from 'temporal-polyfill'
import type { Db } from './db/database.js'
import { askAgain, askOnce } from './db/known.js'
import { tables } from './db/tx.js'
import type { ReadTx, Tx } from './db/tx.js'
import { newId } from './ids.js'
import type { SchoolId } from './ids.js'

/** A school, as its own people and its public pages see it. */
export interface School {
  readonly school_id: SchoolId
  /** In public addresses: /bother/<slug>. */
  readonly slug: string
  readonly name: string
  /** The fictional school that visitors look around in. Its pages say so. */
  readonly example: boolean
  /** A colour for buttons and the header, checked for contrast, or null for hedge green. */
  readonly accent: string | null
  /** The number that a person in a hurry rings: the DSL's, or the office's. */
  readonly phone: string | null
  readonly created_at: Temporal.Instant
}

export interface SchoolTables {
  readonly school: School
}

/** What anybody may know of the schools on this server: enough to choose one. */
export type SchoolListing = Pick<School, 'school_id' | 'slug' | 'name' | 'example'>

/** Every school on this server, oldest first. Asked before there is an actor, hence through a function of the database. */
export async function listSchools(db: Db): Promise<readonly SchoolListing[]> {
  const { rows } = await db.pool.query<SchoolListing>('SELECT school_id, slug, name, example FROM school_directory()')
  return rows
}

/** The ids of every school, for the worker's rounds. */
export const schoolIds = async (db: Db): Promise<readonly SchoolId[]> =>
  (await listSchools(db)).map(({ school_id }) => school_id)

/** The school that this transaction is confined to. */
export const thisSchool = (tx: ReadTx): Promise<School> =>
  askOnce(tx, 'school', () => tables<SchoolTables>(tx).selectFrom('school').selectAll().executeTakeFirstOrThrow())

/** Adds a school. The actor must be `settingUp(id)` of this same id. */
export async function addSchool(tx: Tx, school: Pick<School, 'slug' | 'name' | 'example' | 'phone'>): Promise<void> {
  await tables<SchoolTables>(tx)
    .insertInto('school')
    .values({ ...school, school_id: tx.actor.schoolId, accent: null, created_at: tx.now })
    .execute()
  askAgain(tx, 'school')
}

/** A fresh id for a school that is about to be set up. */
export const newSchoolId = (): SchoolId => newId<SchoolId>()
