import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import pg from 'pg'
import { appRole } from '../src/kernel/db/roles.js'
import { modules } from '../src/modules.js'
import { addTestSchool, openTestDb } from './database.js'
import type { TestDb } from './database.js'

/** Tables of the schema that hold no school's rows, each with its reason. */
const withoutSchool: Readonly<Record<string, string>> = {
  hedgerow_migration: 'the owner’s ledger of schema changes; the application has no right to it',
}

/** Kernel tables: their life is the journal's own, and a setting-up's draft lives a day. */
const kernelTables = ['school', 'request_key', 'journal_entry', 'journal_waiting', 'journal_link', 'setup_draft']

interface TableFacts {
  readonly name: string
  readonly shut: boolean
  readonly forced: boolean
  readonly keyed: boolean
  readonly granted: boolean
}

const facts = `
  SELECT c.relname AS name, c.relrowsecurity AS shut, c.relforcerowsecurity AS forced,
    EXISTS (SELECT 1 FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
            WHERE i.indrelid = c.oid AND i.indisprimary AND a.attname = 'school_id') AS keyed,
    has_table_privilege('${appRole}', c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE') AS granted
  FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`

describe('isolation of every table', () => {
  let t: TestDb
  let owner: pg.Client
  let tables: readonly TableFacts[]
  before(async () => {
    t = await openTestDb()
    owner = new pg.Client({ connectionString: t.ownerUrl })
    await owner.connect()
    tables = (await owner.query<TableFacts>(facts)).rows
  })
  after(async () => {
    await owner.end()
    await t.close()
  })

  const schoolTables = (): readonly TableFacts[] => tables.filter(({ name }) => !(name in withoutSchool))

  test('row-level security is on and forced, and every key begins with the school', () => {
    assert.ok(tables.length > 20, `only ${tables.length} tables were found`)
    assert.deepEqual(
      schoolTables().filter(({ shut, forced, keyed }) => !(shut && forced && keyed)),
      [],
    )
  })

  test('the application’s role owns nothing, bypasses nothing, and cannot touch what has no school', async () => {
    const { rows } = await owner.query(
      `SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owns FROM pg_roles r WHERE rolname = $1`,
      [appRole],
    )
    assert.deepEqual(rows, [
      { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owns: 0 },
    ])
    assert.deepEqual(
      tables.filter(({ name, granted }) => name in withoutSchool && granted),
      [],
    )
  })

  test('every foreign key and unique key keeps to one school', async () => {
    const { rows } = await owner.query<{ name: string; columns: string[] }>(
      `SELECT conrelid::regclass || '.' || conname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
       FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)
       WHERE k.connamespace = 'public'::regnamespace AND k.contype IN ('f', 'u') GROUP BY 1`,
    )
    const allowed = ['school.school_slug_key']
    assert.deepEqual(
      rows.filter(({ name, columns }) => !columns.includes('school_id') && !allowed.includes(name)),
      [],
    )
  })

  test('no policy looks anywhere but at the row’s own columns and the settings', async () => {
    const { rows } = await owner.query<{ policyname: string }>(
      `SELECT tablename || '.' || policyname AS policyname FROM pg_policies
       WHERE schemaname = 'public' AND (coalesce(qual, '') || coalesce(with_check, '')) ~* 'select|exists'`,
    )
    assert.deepEqual(rows, [])
  })

  test('a connection that was confined to no school sees nothing and is told so', async () => {
    for (const { name, granted } of schoolTables()) {
      if (!granted) continue
      await assert.rejects(
        t.db.pool.query(`SELECT 1 FROM ${name} LIMIT 1`),
        /unrecognized configuration parameter|permission denied|invalid input syntax/,
        name,
      )
    }
  })

  test('another school’s people, whatever their posts and powers, see not one row of this one', async () => {
    const here = await addTestSchool(t.db)
    const there = await addTestSchool(t.db)
    const everything = modules.flatMap((module) => Object.keys(module.permissions)).join(',')
    for (const { name } of schoolTables()) await plant(name, here)
    for (const channel of ['web', 'worker', 'public', 'sign-in', 'setup']) {
      for (const { name, granted } of schoolTables()) {
        if (!granted) continue
        const client = await t.db.pool.connect()
        const settings = {
          school: there,
          person: '00000000-0000-7000-8000-000000000001',
          posts: 'any-staff,headteacher,dsl',
          powers: everything,
          channel,
          receipt: 'r',
        }
        const confine = Object.entries(settings)
          .map(([key, value]) => `SET LOCAL hedgerow.${key} = '${value}'`)
          .join('; ')
        await client.query(`BEGIN; ${confine}`)
        const { rows } = await client
          .query<{ count: number }>(`SELECT count(*)::int AS count FROM ${name} WHERE school_id = '${here}'`)
          .catch(() => ({ rows: [{ count: 0 }] }))
        await client.query('ROLLBACK')
        client.release()
        assert.equal(rows[0]?.count, 0, `${name} on ${channel}`)
      }
    }
    for (const { name } of schoolTables()) {
      const { rowCount } = await owner.query(`SELECT 1 FROM ${name} WHERE school_id = $1`, [here])
      assert.ok(rowCount, `${name} had a row that could have been seen`)
    }
  })

  test('every table says how long its rows live, and one module owns it', () => {
    const owned = modules.flatMap((module) => module.retention.map(({ table }) => table))
    assert.deepEqual(
      owned.filter((table, at) => owned.indexOf(table) !== at),
      [],
    )
    const known = new Set([...owned, ...kernelTables])
    assert.deepEqual(
      schoolTables()
        .map(({ name }) => name)
        .filter((name) => !known.has(name)),
      [],
    )
    assert.deepEqual(
      owned.filter((table) => !tables.some(({ name }) => name === table)),
      [],
    )
  })

  /** Puts one row of this school into a table as the owner, with a value of the right type in every column that needs one. */
  async function plant(table: string, school: string): Promise<void> {
    const { rows } = await owner.query<{ name: string; type: string; needed: boolean }>(
      `SELECT a.attname AS name, format_type(a.atttypid, NULL) AS type, a.attnotnull AND NOT a.atthasdef AS needed
       FROM pg_attribute a WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped`,
      [table],
    )
    if (table === 'school') return
    const must = rows.filter(({ name, needed }) => needed && name !== 'school_id')
    const columns = ['school_id', ...must.map(({ name }) => name)]
    const values = [`'${school}'`, ...must.map(({ type }) => sample(type))]
    await owner.query(`SET session_replication_role = replica`)
    const checks = await owner.query<{ conname: string }>(
      `SELECT conname FROM pg_constraint WHERE conrelid = $1::regclass AND contype = 'c'`,
      [table],
    )
    for (const { conname } of checks.rows) await owner.query(`ALTER TABLE ${table} DROP CONSTRAINT "${conname}"`)
    await owner.query(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${values.join(', ')})`)
  }
})

function sample(type: string): string {
  if (type === 'uuid') return 'gen_random_uuid()'
  if (type.startsWith('timestamp')) return 'now()'
  if (type === 'date') return 'current_date'
  if (type === 'boolean') return 'false'
  if (type === 'jsonb') return `'{}'`
  if (type === 'bytea') return `'\\x00'`
  if (type.endsWith('[]')) return `'{}'`
  return ['integer', 'bigint', 'smallint', 'numeric'].includes(type) ? '1' : `gen_random_uuid()::text`
}
