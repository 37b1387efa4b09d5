import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { addTestSchool, openTestDb, testKeys } from '../../../test/database.js'
import type { TestDb } from '../../../test/database.js'
import { shippedPack } from '../../../test/full-school.js'
import { publicIn, settingUp, workerIn } from '../../kernel/actor.js'
import { inSchool, reading } from '../../kernel/db/in-school.js'
import { tables } from '../../kernel/db/tx.js'
import type { PostId, SchoolId } from '../../kernel/ids.js'
import { seal } from '../../kernel/journal/seal.js'
import { verifyJournal } from '../../kernel/journal/verify.js'
import { activatePack } from '../policy/index.js'
import { reportConcern } from './commands/report-concern.js'
import type { ConcernTables } from './schema.js'
import { exampleReport } from './report.examples.js'
import { sealedMessage, sealedStatement } from './sealed.js'

describe('reporting a concern', () => {
  let t: TestDb
  let school: SchoolId
  before(async () => {
    t = await openTestDb()
  })
  after(() => t.close())
  beforeEach(async () => {
    school = await addTestSchool(t.db)
    const pack = await shippedPack()
    await inSchool(t.db, settingUp(school), (tx) => activatePack(tx, pack))
  })

  const count = (): Promise<number> =>
    reading(
      t.db,
      workerIn(school),
      async (tx) => (await tables<ConcernTables>(tx).selectFrom('concern').select('id').execute()).length,
    )

  test('a neighbour’s report is stored with a reference and a promise, and the neighbour can read nothing back', async () => {
    const told = await reportConcern(t.db, publicIn(school), exampleReport())
    assert.match(told.reference, /^C-[A-Z0-9]{4}-[A-Z0-9]{2}$/)
    assert.ok(told.by)
    assert.equal(await count(), 1)
    const seen = await reading(t.db, publicIn(school), (tx) =>
      tables<ConcernTables>(tx).selectFrom('statement').selectAll().execute(),
    )
    assert.deepEqual(seen, [])
  })

  test('sending the same form twice, or twice at once, makes one concern', async () => {
    const same = exampleReport()
    const [first, second] = await Promise.all([1, 2].map(() => reportConcern(t.db, publicIn(school), same)))
    const third = await reportConcern(t.db, publicIn(school), same)
    assert.deepEqual(first, second)
    assert.deepEqual(first, third)
    assert.equal(await count(), 1)
  })

  test('a report about the headteacher never has the headteacher’s post in its sight', async () => {
    await reportConcern(t.db, publicIn(school), exampleReport({ aboutPosts: ['headteacher' as PostId] }))
    const [concern] = await reading(t.db, workerIn(school), (tx) =>
      tables<ConcernTables>(tx).selectFrom('concern').selectAll().execute(),
    )
    assert.ok(!concern?.sight_posts.includes('headteacher' as PostId))
    assert.deepEqual(concern?.rules, ['about-headteacher'])
  })

  test('what was said is sealed: the journal verifies, and names the statement when one word is changed', async () => {
    await reportConcern(t.db, publicIn(school), exampleReport())
    await inSchool(t.db, workerIn(school), (tx) => seal(tx, testKeys.journal))
    const verify = () =>
      reading(t.db, workerIn(school), (tx) => verifyJournal(tx, testKeys.journal, [sealedStatement, sealedMessage]))
    const sound = await verify()
    assert.deepEqual(sound.faults, [])
    assert.equal(sound.records, 1)
    const { Client } = (await import('pg')).default
    const owner = new Client({ connectionString: t.ownerUrl })
    await owner.connect()
    await owner.query(`UPDATE statement SET words = replace(words, 'horrible', 'nice') WHERE school_id = $1`, [school])
    await owner.end()
    assert.match((await verify()).faults[0]?.sentence ?? '', /in statement was altered after it was written/)
  })
})
