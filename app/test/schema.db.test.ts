import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { projectRoot } from '../src/kernel/root.js'
import { openTestDb } from './database.js'
import type { TestDb } from './database.js'

const file = join(projectRoot(), 'app/test/schema.generated.json')

/** Everything about the schema that a migration can change: columns, keys, policies, indexes, rights, functions. */
const questions = {
  columns: `SELECT table_name || '.' || column_name || ' ' || data_type || CASE is_nullable WHEN 'NO' THEN ' not null' ELSE '' END AS line FROM information_schema.columns WHERE table_schema = 'public'`,
  constraints: `SELECT conrelid::regclass || ': ' || pg_get_constraintdef(oid) AS line FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'`,
  indexes: `SELECT indexdef AS line FROM pg_indexes WHERE schemaname = 'public'`,
  policies: `SELECT tablename || ' ' || cmd || ' to ' || array_to_string(roles, ',') || ': ' || coalesce(qual, '') || ' / ' || coalesce(with_check, '') AS line FROM pg_policies WHERE schemaname = 'public' AND 'hedgerow_app' = ANY (roles)`,
  rights: `SELECT table_name || ' ' || privilege_type AS line FROM information_schema.role_table_grants WHERE grantee = 'hedgerow_app' AND table_schema = 'public'`,
  functions: `SELECT pg_get_functiondef(oid) AS line FROM pg_proc WHERE pronamespace = 'public'::regnamespace`,
} as const satisfies Readonly<Record<string, string>>

let t: TestDb
before(async () => {
  t = await openTestDb()
})
after(() => t.close())

test('the schema is the one that was agreed: a change of it shows in schema.generated.json', async () => {
  const owner = new pg.Client({ connectionString: t.ownerUrl })
  await owner.connect()
  const schema: Record<string, readonly string[]> = {}
  for (const [name, question] of Object.entries(questions))
    schema[name] = (await owner.query<{ line: string }>(question)).rows.map(({ line }) => line).toSorted()
  await owner.end()
  if (process.env['HEDGEROW_WRITE_SCHEMA']) await writeFile(file, `${JSON.stringify(schema, null, 1)}\n`)
  assert.deepEqual(
    schema,
    JSON.parse(await readFile(file, 'utf8')),
    'Look at the difference; if it is meant, run the test once with HEDGEROW_WRITE_SCHEMA=1',
  )
})
