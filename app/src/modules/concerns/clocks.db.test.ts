import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { openTestDb, testKeys } from '../../../test/database.js'
import type { TestDb } from '../../../test/database.js'
import { fullSchool } from '../../../test/full-school.js'
import type { FullSchool } from '../../../test/full-school.js'
import type { Deps } from '../../engine/deps.js'
import { publicIn, workerIn } from '../../kernel/actor.js'
import { inSchool, reading } from '../../kernel/db/in-school.js'
import { tables } from '../../kernel/db/tx.js'
import type { PersonId, PostId } from '../../kernel/ids.js'
import { runCollected } from '../../kernel/jobs/collected.js'
import { myNotifications, myTasks } from '../communications/index.js'
import { appoint, holdersOf, markAway } from '../people/index.js'
import { acknowledge } from './commands/acknowledge.js'
import { answerReporter } from './commands/answer-reporter.js'
import { reportConcern } from './commands/report-concern.js'
import type { Report } from './commands/report-concern.js'
import { writeAgain } from './commands/write-again.js'
import { cover } from './jobs/cover.js'
import { escalate } from './jobs/escalate.js'
import { concernsModule } from './module.js'
import { answeredYet } from './queries/concern-cards.js'
import { concernOf } from './queries/concern-of.js'
import { exampleConversation, exampleReport } from './report.examples.js'
import type { ConcernTables } from './schema.js'

describe('the clocks of a concern', () => {
  let t: TestDb
  let school: FullSchool
  let deps: Deps
  before(async () => {
    t = await openTestDb()
    deps = { db: t.db, keys: testKeys, modules: [], publicUrl: 'http://localhost', smtpUrl: null } as unknown as Deps
  })
  after(() => t.close())
  beforeEach(async () => {
    t.clock.at('2026-11-24T10:00:00Z')
    school = await fullSchool(t.db)
  })

  const report = (over: Partial<Report> = {}) => reportConcern(t.db, publicIn(school.id), exampleReport(over))
  /** What happens every minute, at this moment. */
  const tickAt = async (iso: string): Promise<void> => {
    t.clock.at(iso)
    await escalate.run(deps, school.id)
    await cover.run(deps, school.id)
  }
  /** The background work of concerns; that of other modules is not looked at here. */
  const afterwards = () => {
    const ours = t.jobs.waiting.filter(({ name }) => name.startsWith('concerns.'))
    t.jobs.waiting.length = 0
    return runCollected(deps, { ...t.jobs, waiting: ours }, concernsModule.jobs)
  }
  const row = (id: string) => reading(t.db, workerIn(school.id), (tx) => concernOf(tx, id))
  const told = (id: string) =>
    reading(t.db, workerIn(school.id), async (tx) => {
      const rows = await tables<ConcernTables>(tx)
        .selectFrom('concern_told')
        .select(['person_id', 'why'])
        .where('concern_id', '=', id)
        .orderBy('id')
        .execute()
      const holders = await holdersOf(tx, null)
      return rows.map(({ person_id, why }) => `${why} ${holders.find(({ person }) => person === person_id)?.post}`)
    })
  const dueAt = async (id: string, clock: string): Promise<string | undefined> => {
    const rows = await reading(t.db, workerIn(school.id), (tx) =>
      tables<ConcernTables>(tx)
        .selectFrom('concern_clock')
        .select('due_at')
        .where('concern_id', '=', id)
        .where('clock', '=', clock)
        .orderBy('id', 'desc')
        .execute(),
    )
    return rows[0]?.due_at.toString()
  }
  const away = (post: string, from: string, to: string) =>
    inSchool(t.db, workerIn(school.id), (tx) =>
      markAway(tx, {
        person: school.holder(post),
        from: Temporal.Instant.from(from),
        to: Temporal.Instant.from(to),
      }),
    )
  const holds = async (post: string, url: string) => {
    const actor = await school.as(post)
    return reading(t.db, actor, async (tx) => (await myTasks(tx)).some((task) => task.url === url))
  }

  test('a worry told on Tuesday morning must be read by home time the same day', async () => {
    const { concern } = await report()
    assert.equal(await dueAt(concern, 'acknowledge'), '2026-11-24T15:20:00Z')
  })

  test('one told on Friday night must be read by home time on Monday, and its decision comes the same day', async () => {
    t.clock.at('2026-11-27T21:00:00Z')
    const { concern } = await report()
    assert.equal(await dueAt(concern, 'acknowledge'), '2026-11-30T15:20:00Z')
    assert.equal(await dueAt(concern, 'triage'), '2026-11-30T15:20:00Z')
  })

  test('one told in the Christmas holiday waits for the first day of term, and nobody is called overdue before', async () => {
    t.clock.at('2026-12-24T12:00:00Z')
    const { concern } = await report()
    assert.equal(await dueAt(concern, 'acknowledge'), '2027-01-04T15:20:00Z')
    await tickAt('2027-01-04T08:00:00Z')
    assert.deepEqual(await told(concern), ['first dsl'])
  })

  test('an urgent one must be read within 15 minutes, holiday or not, and the deputy and headteacher hear at once', async () => {
    t.clock.at('2026-12-24T12:00:00Z')
    const { concern } = await report({ danger: 'yes' })
    assert.equal(await dueAt(concern, 'acknowledge-urgent'), '2026-12-24T12:15:00Z')
    assert.deepEqual((await told(concern)).toSorted(), ['first dsl', 'informed deputy-dsl', 'informed headteacher'])
  })

  test('unread after two school hours the deputy is told, after four the headteacher, after two days the governor', async () => {
    const { concern } = await report()
    await tickAt('2026-11-24T11:59:00Z')
    assert.deepEqual(await told(concern), ['first dsl'])
    await tickAt('2026-11-24T12:00:00Z')
    assert.deepEqual(await told(concern), ['first dsl', 'overdue deputy-dsl'])
    assert.ok(await holds('deputy-dsl', `/concerns/${concern}`), 'the task is the deputy’s now')
    await tickAt('2026-11-24T14:00:00Z')
    await tickAt('2026-11-26T15:20:00Z')
    const all = await told(concern)
    assert.equal(all[2], 'overdue headteacher')
    assert.ok(all.includes('overdue safeguarding-governor'))
    const governor = await school.as('safeguarding-governor')
    await reading(t.db, governor, (tx) => concernOf(tx, concern))
    assert.ok((await reading(t.db, governor, myNotifications)).length > 0, 'the governor is told')
  })

  test('ticking twice in one minute sends it on once, and once it is read nobody else is told', async () => {
    const { concern } = await report()
    await tickAt('2026-11-24T12:00:00Z')
    await tickAt('2026-11-24T12:00:30Z')
    assert.deepEqual(await told(concern), ['first dsl', 'overdue deputy-dsl'])
    await inSchool(t.db, await school.as('deputy-dsl'), (tx) => acknowledge(tx, concern))
    await tickAt('2026-11-24T15:00:00Z')
    assert.deepEqual(await told(concern), ['first dsl', 'overdue deputy-dsl'])
  })

  test('a lead who falls ill after the report: the deputy is told within the minute', async () => {
    const { concern } = await report()
    await away('dsl', '2026-11-24T10:05:00Z', '2026-11-25T08:00:00Z')
    await tickAt('2026-11-24T10:06:00Z')
    assert.deepEqual(await told(concern), ['first dsl', 'cover deputy-dsl'])
    await tickAt('2026-11-24T10:07:00Z')
    assert.equal((await told(concern)).length, 2, 'and only once')
  })

  test('a report while the lead is away reaches the deputy at once', async () => {
    await away('dsl', '2026-11-24T08:00:00Z', '2026-11-25T08:00:00Z')
    const { concern } = await report()
    assert.deepEqual(await told(concern), ['first deputy-dsl'])
  })

  test('with lead, deputies and headteacher all away it goes on to somebody who is here', async () => {
    const { concern } = await report()
    for (const post of ['dsl', 'deputy-dsl', 'headteacher', 'deputy-headteacher'])
      await away(post, '2026-11-24T10:05:00Z', '2026-11-25T08:00:00Z')
    await tickAt('2026-11-24T10:06:00Z')
    const { post } = await row(concern)
    assert.ok(post && !['dsl', 'deputy-dsl', 'headteacher'].includes(post), `it went to ${post}`)
    assert.ok(await holds(post, `/concerns/${concern}`))
  })

  test('a new lead, appointed while it waits, is told as well', async () => {
    const { concern } = await report()
    const person = await school.add({ kind: 'staff', given: 'New', family: 'Lead' })
    await inSchool(t.db, workerIn(school.id), (tx) =>
      appoint(tx, { post: 'dsl' as PostId, person: person as PersonId, kind: 'holder' }),
    )
    await away('dsl', '2026-11-24T10:01:00Z', '2026-11-25T08:00:00Z')
    await tickAt('2026-11-24T10:06:00Z')
    assert.equal((await told(concern))[1], 'cover dsl')
  })

  test('a concern about a teacher, unread, goes to the chair of governors and never to the safeguarding leads', async () => {
    const people = [{ person: school.holder('class-teacher'), described: null, role: 'caused-harm' }]
    const { concern } = await report({ people })
    for (const at of ['2026-11-24T12:00:00Z', '2026-11-24T14:00:00Z', '2026-11-26T15:20:00Z']) await tickAt(at)
    const all = await told(concern)
    assert.equal(all[0], 'first headteacher')
    assert.ok(all.includes('overdue chair-of-governors'))
    assert.ok(!all.some((one) => one.endsWith('dsl')), all.join(', '))
    assert.ok(!all.some((one) => one.endsWith('class-teacher')))
  })

  test('a child’s bother: the answer stops the clock, and when the child writes again it starts anew', async () => {
    const conversation = exampleConversation()
    const { concern } = await report({ channel: 'child', conversation })
    assert.equal(await dueAt(concern, 'answer-bother'), '2026-11-25T15:20:00Z')
    const dsl = await school.as('dsl')
    await assert.rejects(
      inSchool(t.db, dsl, (tx) => answerReporter(tx, concern, '  \n ')),
      /Write an answer/,
    )
    assert.equal(await reading(t.db, dsl, (tx) => answeredYet(tx, concern)), false)
    await inSchool(t.db, dsl, (tx) => answerReporter(tx, concern, 'Thank you for telling us.'))
    assert.equal(await reading(t.db, dsl, (tx) => answeredYet(tx, concern)), true)
    assert.ok((await row(concern)).acknowledged_at, 'answering is reading')
    t.clock.at('2026-11-27T10:00:00Z')
    const child = publicIn(school.id, conversation.wordsHash)
    await writeAgain(t.db, child, { key: 'again', words: 'It happened again.' })
    await writeAgain(t.db, child, { key: 'again', words: 'It happened again.' })
    await afterwards()
    assert.equal(await reading(t.db, dsl, (tx) => answeredYet(tx, concern)), false)
    assert.equal(await dueAt(concern, 'answer-bother'), '2026-11-30T15:20:00Z')
    assert.equal(
      (await row(concern)).next_due?.toString(),
      '2026-11-25T15:20:00Z',
      'its decision is overdue since Wednesday',
    )
    assert.ok(await holds('dsl', `/concerns/${concern}`))
    const messages = await reading(t.db, child, (tx) =>
      tables<ConcernTables>(tx).selectFrom('conversation_message').select('words').orderBy('id').execute(),
    )
    assert.equal(messages.length, 3, 'sent twice, kept once')
  })

  test('thirty children at the same moment: thirty concerns, thirty tasks, nothing lost and nothing twice', async () => {
    const reports = Array.from({ length: 30 }, () =>
      exampleReport({ channel: 'child', conversation: exampleConversation() }),
    )
    const all = await Promise.all(
      reports.flatMap((one) => [one, one]).map((one) => reportConcern(t.db, publicIn(school.id), one)),
    )
    assert.equal(new Set(all.map(({ concern }) => concern)).size, 30)
    assert.equal(new Set(all.map(({ reference }) => reference)).size, 30)
    const tasks = await reading(t.db, await school.as('dsl'), myTasks)
    assert.equal(tasks.filter(({ words }) => words === 'Read and acknowledge a concern').length, 30)
    assert.equal(tasks.filter(({ words }) => words === 'Answer a child').length, 30)
  })
})
