import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { makeApp } from '../src/app.js'
import { fillConcerns } from '../../bench/fill-concerns.js'
import { publicIn, signingIn } from '../src/kernel/actor.js'
import type { Actor } from '../src/kernel/actor.js'
import { inSchool, reading } from '../src/kernel/db/in-school.js'
import { tables } from '../src/kernel/db/tx.js'
import type { ReadTx } from '../src/kernel/db/tx.js'
import { createLog } from '../src/kernel/log.js'
import { sql } from 'kysely'
import { endSessions, sessionCookieFor, startSessionAs } from '../src/modules/access/index.js'
import { reportConcern } from '../src/modules/concerns/index.js'
import { inboxCounts, openConcerns, shows } from '../src/modules/concerns/queries/open-concerns.js'
import { searchConcerns } from '../src/modules/concerns/queries/search-concerns.js'
import { exampleReport } from '../src/modules/concerns/report.examples.js'
import { modules } from '../src/modules.js'
import { statementsOf } from './count-statements.js'
import { openTestDb, testKeys } from './database.js'
import type { TestDb } from './database.js'
import { fullSchool } from './full-school.js'
import type { FullSchool } from './full-school.js'

const publicUrl = 'http://localhost'
const concerns = 20_000

describe('what a page costs the database', () => {
  let t: TestDb
  let school: FullSchool
  let app: FastifyInstance
  let dsl: Actor
  let cookie: string
  before(async () => {
    t = await openTestDb()
    school = await fullSchool(t.db)
    dsl = await school.as('dsl')
    await reportConcern(t.db, publicIn(school.id), exampleReport())
    const owner = new pg.Client({ connectionString: t.ownerUrl })
    await owner.connect()
    await owner.query(
      "INSERT INTO person SELECT p.* FROM person o, jsonb_populate_record(o, jsonb_build_object('id', uuidv7(), 'kind', 'pupil')) p LIMIT 1",
    )
    // Only there may a test look around as somebody without signing in.
    await owner.query('UPDATE school SET example = true')
    await fillConcerns(owner, concerns)
    await owner.end()
    app = await makeApp({ db: t.db, keys: testKeys, publicUrl, smtpUrl: null, modules }, createLog({ level: 'fatal' }))
    const grant = await inSchool(t.db, signingIn(school.id), (tx) => startSessionAs(tx, school.holder('dsl')))
    const { name, value } = sessionCookieFor(publicUrl, grant)
    cookie = `${name}=${value}`
  })
  after(async () => {
    await app.close()
    await t.close()
  })

  const open = async (url: string): Promise<string> => {
    const got = await app.inject({ method: 'GET', url, headers: { cookie } })
    assert.equal(got.statusCode, 200, `${url}: ${got.body.slice(0, 200)}`)
    return got.body
  }

  /** Rows that PostgreSQL took in its hands for each table: by reading all of it, and by an index. */
  const touched = (work: (tx: ReadTx) => Promise<unknown>) =>
    reading(t.db, dsl, async (tx) => {
      await work(tx)
      const { rows } = await sql<{ name: string; all: number; some: number }>`
        SELECT relname AS name, seq_tup_read::int AS all, coalesce(idx_tup_fetch, 0)::int AS some
        FROM pg_stat_xact_user_tables WHERE seq_tup_read + coalesce(idx_tup_fetch, 0) > 0`.execute(tables<object>(tx))
      return new Map(rows.map((row) => [row.name, row]))
    })

  test('the inbox asks at most fourteen statements, who asks and all', async () => {
    await open('/concerns')
    const sent = await statementsOf(() => open('/concerns'))
    assert.ok(sent.length <= 14, `${sent.length}:\n${sent.join('\n')}`)
    assert.ok(
      sent.filter((text) => text.startsWith('BEGIN')).length <= 2,
      'one transaction to see who asks, one for the page',
    )
  })

  test('a page of the inbox reads the rows it shows, not the twenty thousand there are', async () => {
    const found = await touched(async (tx) => {
      for (const show of shows) await openConcerns(tx, { show, place: { after: null, before: null } })
      await inboxCounts(tx)
    })
    const concern = found.get('concern')
    assert.ok(concern, 'the inbox read no concern at all')
    assert.equal(concern.all, 0, 'the whole table was read')
    assert.ok(concern.some < 600, `${concern.some} concerns were read`)
    assert.equal(found.get('statement')?.all ?? 0, 0)
  })

  test('search reads no table from end to end, for a rare word, a common one and one that is not there', async () => {
    for (const word of ['periwinkle', 'phone', 'zeppelin']) {
      const found = await touched((tx) => searchConcerns(tx, word))
      assert.equal(found.get('statement')?.all ?? 0, 0, word)
      assert.equal(found.get('concern')?.all ?? 0, 0, word)
      assert.ok((found.get('statement')?.some ?? 0) < 2_500, `${word}: ${found.get('statement')?.some} statements`)
    }
    const rare = await reading(t.db, dsl, (tx) => searchConcerns(tx, 'periwinkle'))
    const common = await reading(t.db, dsl, (tx) => searchConcerns(tx, 'phone'))
    assert.equal(rare.rows.length, 1)
    assert.equal(common.rows.length, 25)
    assert.ok(common.more)
  })

  test('a session that was just ended is refused at the very next request', async () => {
    const grant = await inSchool(t.db, signingIn(school.id), (tx) => startSessionAs(tx, school.holder('headteacher')))
    const { name, value } = sessionCookieFor(publicUrl, grant)
    const ask = () => app.inject({ method: 'GET', url: '/today', headers: { cookie: `${name}=${value}` } })
    assert.equal((await ask()).statusCode, 200)
    await inSchool(t.db, await school.as('headteacher'), (tx) =>
      endSessions(tx, { person: school.holder('headteacher') }),
    )
    assert.notEqual((await ask()).statusCode, 200)
  })
})
