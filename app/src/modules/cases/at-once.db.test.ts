import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openTestDb } from '../../../test/database.js'
import type { TestDb } from '../../../test/database.js'
import { fullSchool } from '../../../test/full-school.js'
import { meeting } from '../../../test/meeting.js'
import { inSchool, reading } from '../../kernel/db/in-school.js'
import { tables } from '../../kernel/db/tx.js'
import type { PersonId } from '../../kernel/ids.js'
import { openExampleCase } from './case.examples.js'
import { addAction, finishAction } from './commands/actions.js'
import { caseOf } from './queries/case-of.js'
import type { CaseTables } from './schema.js'

describe('two people at one case at the same moment', () => {
  let t: TestDb
  before(async () => {
    t = await openTestDb()
  })
  after(() => t.close())

  test('end an action once: the chronology tells of it once', async () => {
    const school = await fullSchool(t.db)
    const dsl = await school.as('dsl')
    const opened = await openExampleCase(t.db, school.id, dsl, { procedure: null })
    const owner = dsl.personId as PersonId
    const action = await inSchool(t.db, dsl, (tx) => addAction(tx, opened.case, { what: 'Ring', owner, due: tx.now }))
    const met = meeting(2)
    const made = await Promise.allSettled(
      [dsl, await school.as('deputy-dsl')].map((actor) =>
        inSchool(t.db, actor, async (tx) => {
          await caseOf(tx, opened.case)
          await met()
          return finishAction(tx, opened.case, action, { done: true, words: 'Rang' })
        }),
      ),
    )
    assert.deepEqual(made.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
    const entries = await reading(t.db, dsl, (tx) =>
      tables<CaseTables>(tx).selectFrom('chronology_entry').select('words').execute(),
    )
    assert.equal(entries.filter(({ words }) => words.startsWith('Done:')).length, 1)
  })
})
