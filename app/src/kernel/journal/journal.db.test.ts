import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import pg from 'pg'
import { actorIn, addTestSchool, openTestDb, testKeys } from '../../../test/database.js'
import type { TestDb } from '../../../test/database.js'
import { workerIn } from '../actor.js'
import { inSchool, reading } from '../db/in-school.js'
import { newId } from '../ids.js'
import type { SchoolId } from '../ids.js'
import { record } from './record.js'
import { seal } from './seal.js'
import { verifyJournal } from './verify.js'
import type { Verification } from './verify.js'

describe('the journal', () => {
  let test0: TestDb
  let owner: pg.Client
  let school: SchoolId

  before(async () => {
    test0 = await openTestDb()
    owner = new pg.Client({ connectionString: test0.ownerUrl })
    await owner.connect()
  })
  after(async () => {
    await owner.end()
    await test0.close()
  })
  beforeEach(async () => {
    school = await addTestSchool(test0.db)
    for (let act = 1; act <= 6; act += 1) await recordOne(act)
    await inSchool(test0.db, workerIn(school), (tx) => seal(tx, testKeys.journal))
  })

  const recordOne = (number: number): Promise<string> =>
    inSchool(test0.db, actorIn(school, ['dsl']), (tx) =>
      record(tx, {
        act: 'concern.reported',
        about: { table: 'concern', id: newId() },
        sight: { posts: [], persons: [], never: [] },
        details: { number, at: tx.now },
      }),
    )
  const verify = (key = testKeys.journal): Promise<Verification> =>
    reading(test0.db, workerIn(school), (tx) => verifyJournal(tx, key, []))
  const entryAt = async (position: number): Promise<string> => {
    const { rows } = await owner.query<{ entry_id: string }>(
      'SELECT entry_id FROM journal_link WHERE school_id = $1 AND position = $2',
      [school, position],
    )
    return rows[0]?.entry_id ?? ''
  }

  test('verifies when nobody touched it', async () => {
    const result = await verify()
    assert.deepEqual(result.faults, [])
    assert.equal(result.links, 6)
  })

  test('names an entry whose details were altered', async () => {
    const id = await entryAt(3)
    await owner.query(`UPDATE journal_entry SET details = '{"number": 99}' WHERE id = $1`, [id])
    const { faults } = await verify()
    assert.equal(faults.length, 1)
    assert.match(faults[0]?.sentence ?? '', new RegExp(`${id} at position 3 .* was altered`))
  })

  test('names an entry that was backdated by a second', async () => {
    const id = await entryAt(2)
    await owner.query(`UPDATE journal_entry SET at = at - interval '1 second' WHERE id = $1`, [id])
    assert.match((await verify()).faults[0]?.sentence ?? '', new RegExp(id))
  })

  test('names an entry that was deleted', async () => {
    const id = await entryAt(4)
    await owner.query('DELETE FROM journal_entry WHERE id = $1', [id])
    assert.match((await verify()).faults[0]?.sentence ?? '', new RegExp(`${id} at position 4 was deleted`))
  })

  test('names the place where entry and link were both deleted', async () => {
    const id = await entryAt(4)
    await owner.query('DELETE FROM journal_entry WHERE id = $1', [id])
    await owner.query('DELETE FROM journal_link WHERE entry_id = $1', [id])
    assert.match((await verify()).faults[0]?.sentence ?? '', /Entries 4 to 4 are missing/)
  })

  test('names links that changed places', async () => {
    const [second, third] = [await entryAt(2), await entryAt(3)]
    await owner.query('UPDATE journal_link SET position = 1000 WHERE entry_id = $1', [second])
    await owner.query('UPDATE journal_link SET position = 2 WHERE entry_id = $1', [third])
    await owner.query('UPDATE journal_link SET position = 3 WHERE entry_id = $1', [second])
    assert.match((await verify()).faults[0]?.sentence ?? '', /Link 2 .* changed or moved/)
  })

  test('names an entry put in by hand', async () => {
    const id = newId()
    await owner.query(
      `INSERT INTO journal_entry (school_id, id, at, posts, channel, act, about_table, about_id, details, digest)
       SELECT school_id, $1, at, posts, channel, act, about_table, about_id, details, digest FROM journal_entry WHERE id = $2`,
      [id, await entryAt(1)],
    )
    assert.match((await verify()).faults[0]?.sentence ?? '', new RegExp(`${id} .* in no link`))
  })

  test('does not accept a chain rebuilt by somebody without the secret', async () => {
    assert.equal((await verify(Buffer.alloc(32, 1))).faults.length, 6)
  })

  test('cannot be altered or deleted by the application itself', async () => {
    const attempt = (statement: string): Promise<unknown> =>
      test0.db.pool.query(
        `BEGIN; SET LOCAL hedgerow.school = '${school}'; SET LOCAL hedgerow.person = ''; SET LOCAL hedgerow.posts = ''; SET LOCAL hedgerow.channel = 'worker'; SET LOCAL hedgerow.receipt = ''; ${statement}; COMMIT`,
      )
    for (const statement of [
      `UPDATE journal_entry SET act = 'x'`,
      'DELETE FROM journal_entry',
      'DELETE FROM journal_link',
      'UPDATE journal_link SET position = 0',
    ]) {
      await assert.rejects(attempt(statement), /permission denied/)
      await test0.db.pool.query('ROLLBACK')
    }
  })

  test('links entries of many writers at once without losing one', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, index) => recordOne(100 + index)))
    await Promise.all([1, 2, 3].map(() => inSchool(test0.db, workerIn(school), (tx) => seal(tx, testKeys.journal))))
    const result = await verify()
    assert.deepEqual(result.faults, [])
    assert.equal(result.links, 46)
    assert.equal(result.waiting, 0)
  })
})
