import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { actorIn, addTestSchool, openTestDb } from '../../../test/database.js'
import type { TestDb } from '../../../test/database.js'
import { workerIn } from '../actor.js'
import type { Actor } from '../actor.js'
import type { SchoolId } from '../ids.js'
import { thisSchool } from '../school.js'
import { inSchool, reading } from './in-school.js'
import { askOnce, rememberForRequest } from './known.js'
import { tables } from './tx.js'
import type { ReadTx } from './tx.js'

describe('a transaction', () => {
  let t: TestDb
  let school: SchoolId
  before(async () => {
    t = await openTestDb()
    school = await addTestSchool(t.db)
  })
  after(() => t.close())

  const count = async (tx: ReadTx): Promise<number> =>
    (await sql<{ n: number }>`SELECT count(*)::int AS n FROM school`.execute(tables<object>(tx))).rows[0]?.n ?? 0

  test('refuses what comes after its end, so that forgotten work never runs as somebody else', async () => {
    const kept: ReadTx[] = []
    await reading(t.db, workerIn(school), async (tx) => void kept.push(tx))
    await inSchool(t.db, workerIn(school), async (tx) => void kept.push(tx))
    await assert.rejects(
      inSchool(t.db, workerIn(school), async (tx) => {
        kept.push(tx)
        throw new Error('gone wrong')
      }),
      /gone wrong/,
    )
    for (const tx of kept) await assert.rejects(count(tx), /after its transaction had ended/)
  })

  test('that one of several questions broke answers none of the others by halves', async () => {
    const asked = reading(t.db, workerIn(school), (tx) =>
      Promise.all([count(tx), sql`SELECT 1 / 0`.execute(tables<object>(tx)), count(tx)]),
    )
    await assert.rejects(asked, /division by zero/)
    assert.equal(await reading(t.db, workerIn(school), count), 1)
  })

  test('sees nothing at all where its settings could not be made', async () => {
    const nobody = { ...workerIn(school), channel: "'; nonsense" } as unknown as Actor
    assert.equal(await reading(t.db, nobody, count).catch(() => 0), 1, 'a quoted setting is only a strange door')
    const client = await t.db.pool.connect()
    await assert.rejects(client.query('SELECT count(*) FROM school'))
    client.release()
  })

  test('many at once on few connections each stay in their own school', async () => {
    const other = await addTestSchool(t.db)
    const asked = Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? school : other))
    const seen = await Promise.all(asked.map((id) => reading(t.db, workerIn(id), thisSchool)))
    assert.deepEqual(
      seen.map(({ school_id }) => school_id),
      asked,
    )
  })

  test('asks once what a whole request wants to know, and the next request asks again', async () => {
    let asked = 0
    const ask = (tx: ReadTx) => askOnce(tx, 'test', async () => ++asked)
    const actor = actorIn(school, ['dsl'])
    await reading(t.db, workerIn(school), async (tx) => {
      await ask(tx)
      rememberForRequest(tx, actor)
    })
    assert.equal(await reading(t.db, actor, ask), 1)
    assert.equal(await reading(t.db, actor, ask), 1)
    assert.equal(await reading(t.db, actorIn(school, ['dsl']), ask), 2)
  })

  test('a question that failed is asked again', async () => {
    await reading(t.db, workerIn(school), async (tx) => {
      await assert.rejects(
        askOnce(tx, 'test', () => Promise.reject(new Error('lost'))),
        /lost/,
      )
      assert.equal(await askOnce(tx, 'test', async () => 'found'), 'found')
    })
  })
})
