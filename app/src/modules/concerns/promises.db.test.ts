import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { openTestDb, testKeys } from '../../../test/database.js'
import type { TestDb } from '../../../test/database.js'
import { fullSchool } from '../../../test/full-school.js'
import type { FullSchool } from '../../../test/full-school.js'
import type { ClauseState } from '../../engine/clauses/clause-state.js'
import type { Deps } from '../../engine/deps.js'
import { publicIn, workerIn } from '../../kernel/actor.js'
import { inSchool, reading } from '../../kernel/db/in-school.js'
import { tables } from '../../kernel/db/tx.js'
import { newId } from '../../kernel/ids.js'
import { markAway } from '../people/index.js'
import { acknowledge } from './commands/acknowledge.js'
import { answerReporter } from './commands/answer-reporter.js'
import { reportConcern } from './commands/report-concern.js'
import type { Report } from './commands/report-concern.js'
import { saveDraft } from './commands/save-draft.js'
import { forgetDrafts } from './jobs/forget-drafts.js'
import { concernsModule } from './module.js'
import { exampleConversation, exampleReport } from './report.examples.js'
import type { ConcernTables } from './schema.js'

describe('the promises that concerns keep', () => {
  let t: TestDb
  let school: FullSchool
  before(async () => {
    t = await openTestDb()
  })
  after(() => t.close())
  beforeEach(async () => {
    t.clock.at('2026-11-24T10:00:00Z')
    school = await fullSchool(t.db)
  })

  const report = (over: Partial<Report> = {}) => reportConcern(t.db, publicIn(school.id), exampleReport(over))
  const check = (id: string, params = {}, asOf?: string): Promise<ClauseState> =>
    reading(t.db, workerIn(school.id), (tx) => {
      const mechanism = concernsModule.mechanisms.find((one) => one.id === id)
      return mechanism!.check(tx, params, asOf ? Temporal.Instant.from(asOf) : tx.now)
    })

  // What people are told of, and help sources, are judged by the clauses that name them: tested with their engines.
  const five = ['concern-report', 'bother-button', 'anonymous-conversation', 'same-day-triage', 'conflict-routing']

  test('with nothing reported and everybody in post all five are kept', async () => {
    for (const id of five) assert.equal((await check(id)).verdict, 'kept', id)
  })

  test('a concern is due, then late, names its row, its post and its deadline, and is kept again once read', async () => {
    const { concern } = await report()
    const clock = { clock: 'acknowledge' }
    assert.equal((await check('same-day-triage', clock)).verdict, 'due')
    t.clock.at('2026-11-24T15:30:00Z')
    const late = await check('same-day-triage', clock)
    assert.equal(late.verdict, 'broken')
    assert.equal((await check('same-day-triage', { aspect: 'way' })).verdict, 'kept', 'a clause of the way alone')
    assert.match(late.findings[0]?.sentence ?? '', /A concern of Tuesday 24 November 2026 was not read in time/)
    assert.deepEqual(late.findings[0]?.rows, [{ table: 'concern', id: concern }])
    assert.equal(late.findings[0]?.post, 'dsl')
    await inSchool(t.db, await school.as('dsl'), (tx) => acknowledge(tx, concern))
    assert.equal((await check('same-day-triage', clock)).verdict, 'kept')
    assert.equal((await check('same-day-triage', clock, '2026-11-24T15:25:00Z')).verdict, 'broken', 'as of that moment')
    assert.equal((await check('same-day-triage', clock, '2026-11-24T09:00:00Z')).verdict, 'kept', 'before it was told')
  })

  test('an unanswered child breaks the pupils’ promise and the answer keeps it; a public report does not touch it', async () => {
    await report({ conversation: exampleConversation() })
    assert.equal((await check('bother-button')).verdict, 'kept')
    assert.equal((await check('anonymous-conversation')).verdict, 'due')
    const { concern } = await report({ channel: 'child', conversation: exampleConversation() })
    t.clock.at('2026-11-25T16:00:00Z')
    assert.equal((await check('bother-button', { clock: 'answer-bother' })).verdict, 'broken')
    await inSchool(t.db, await school.as('dsl'), (tx) => answerReporter(tx, concern, 'We hear you.'))
    assert.equal((await check('bother-button', { clock: 'answer-bother' })).verdict, 'kept')
  })

  test('a late concern about the headteacher shows on no clause page, because the headteacher reads those', async () => {
    const people = [{ person: school.holder('headteacher'), described: null, role: 'caused-harm' }]
    await report({ people })
    t.clock.at('2026-11-27T10:00:00Z')
    const { verdict, findings, basis } = await check('same-day-triage')
    assert.deepEqual([verdict, findings], ['kept', []])
    assert.match(basis, /^0 concerns/)
    assert.doesNotMatch((await check('conflict-routing')).basis, /\d/)
    for (const measure of concernsModule.measures) {
      const count = await reading(t.db, workerIn(school.id), (tx) =>
        measure.count(tx, tx.now.subtract({ hours: 2400 }), tx.now),
      )
      assert.equal(count, 0, measure.title)
    }
  })

  test('a concern open to the adult it names, by whatever fault, breaks conflict routing and names the row', async () => {
    const people = [{ person: school.holder('class-teacher'), described: null, role: 'caused-harm' }]
    const { concern } = await report({ people })
    assert.equal((await check('conflict-routing')).verdict, 'kept')
    await inSchool(t.db, workerIn(school.id), (tx) =>
      tables<ConcernTables>(tx).updateTable('concern').set({ never_persons: [] }).where('id', '=', concern).execute(),
    )
    const { verdict, findings } = await check('conflict-routing')
    assert.equal(verdict, 'broken')
    assert.deepEqual(findings[0]?.rows, [{ table: 'concern', id: concern }])
  })

  test('with everybody away who could hear, reporting is broken and says who is missing', async () => {
    const [from, to] = ['2026-11-24T09:00:00Z', '2026-11-24T12:00:00Z'].map((at) => Temporal.Instant.from(at))
    for (const { id } of school.pack.pack.posts)
      await inSchool(t.db, workerIn(school.id), (tx) =>
        markAway(tx, { person: school.holder(id), from: from!, to: to! }),
      )
    for (const id of ['concern-report', 'bother-button', 'same-day-triage', 'conflict-routing']) {
      const { verdict, findings } = await check(id)
      assert.equal(verdict, 'broken', id)
      assert.match(findings[0]?.sentence ?? '', /Nobody can hear a concern now/)
    }
  })

  test('an unfinished report is kept for thirty days after it was saved, and then forgotten', async () => {
    const teacher = await school.as('class-teacher')
    const id = newId()
    await inSchool(t.db, teacher, (tx) => saveDraft(tx, id, { words: 'Half' }, () => true))
    const deps = { db: t.db, keys: testKeys } as unknown as Deps
    const left = () =>
      reading(t.db, teacher, (tx) => tables<ConcernTables>(tx).selectFrom('draft').select('id').execute())
    t.clock.at('2026-12-23T10:00:00Z')
    await forgetDrafts.run(deps, school.id)
    assert.equal((await left()).length, 1)
    t.clock.at('2026-12-25T10:00:00Z')
    await forgetDrafts.run(deps, school.id)
    assert.equal((await left()).length, 0)
  })

  test('somebody who asks for their records gets what was said in concerns that name them', async () => {
    const ash = await school.add({ kind: 'pupil', given: 'Ash', family: 'Fern' })
    await report({ people: [{ person: ash, described: null, role: 'harmed' }], words: 'Ash was sad.' })
    const access = concernsModule.subjectAccess
    assert.ok(typeof access === 'object')
    const found = await reading(t.db, workerIn(school.id), (tx) => access.gather(tx, ash))
    assert.match(found[0]?.words ?? '', /^Concern C-.*: Ash was sad\.$/)
  })
})
