import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openTestDb } from '../../../test/database.js'
import type { TestDb } from '../../../test/database.js'
import { fullSchool } from '../../../test/full-school.js'
import { meeting } from '../../../test/meeting.js'
import { publicIn, workerIn } from '../../kernel/actor.js'
import { inSchool, reading } from '../../kernel/db/in-school.js'
import type { JournalTables } from '../../kernel/journal/entry.js'
import { tables } from '../../kernel/db/tx.js'
import { reportConcern } from './commands/report-concern.js'
import { triage } from './commands/triage.js'
import { concernOf } from './queries/concern-of.js'
import { exampleReport } from './report.examples.js'

describe('two people at one concern at the same moment', () => {
  let t: TestDb
  before(async () => {
    t = await openTestDb()
  })
  after(() => t.close())

  test('make one decision and open one case: the slower is told that somebody has decided', async () => {
    const school = await fullSchool(t.db)
    const told = await reportConcern(t.db, publicIn(school.id), exampleReport())
    const both = [await school.as('dsl'), await school.as('deputy-dsl')]
    const assessment = { risk: 'contact', subtype: 'grooming', urgency: 'ordinary' } as const
    const met = meeting(both.length)
    const made = await Promise.allSettled(
      both.map((actor) =>
        inSchool(t.db, actor, async (tx) => {
          await concernOf(tx, told.concern)
          await met()
          return triage(tx, told.concern, assessment, { kind: 'take-up', procedure: 'none' })
        }),
      ),
    )
    const refused = made.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []))
    assert.equal(refused.length, 1)
    assert.match(refused[0] ?? '', /already decided/)
    const acts = await reading(t.db, workerIn(school.id), (tx) =>
      tables<JournalTables>(tx).selectFrom('journal_entry').select('act').execute(),
    )
    const times = (act: string) => acts.filter((entry) => entry.act === act).length
    assert.deepEqual([times('concern.triaged'), times('concern.acknowledged')], [1, 1])
  })
})
