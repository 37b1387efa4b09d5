import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { openTestDb } from '../../../test/database.js'
import type { TestDb } from '../../../test/database.js'
import { fullSchool } from '../../../test/full-school.js'
import type { FullSchool } from '../../../test/full-school.js'
import { workerIn } from '../../kernel/actor.js'
import type { Actor } from '../../kernel/actor.js'
import { exampleCalendar } from '../../kernel/calendar/calendar.examples.js'
import { inSchool, reading } from '../../kernel/db/in-school.js'
import { newId } from '../../kernel/ids.js'
import type { PersonId, PostId } from '../../kernel/ids.js'
import { openTask, takeTask } from '../communications/index.js'
import { reportConcern } from '../concerns/index.js'
import { exampleReport } from '../concerns/report.examples.js'
import { noteLook } from './commands/note-look.js'
import { isOvernight, myDay } from './queries/my-day.js'

describe('one person’s day', () => {
  let t: TestDb
  let school: FullSchool
  let dsl: Actor
  let deputy: Actor
  before(async () => {
    t = await openTestDb()
    school = await fullSchool(t.db)
    dsl = await school.as('dsl')
    deputy = await school.as('deputy-dsl')
  })
  after(() => t.close())

  const owe = (post: string, due: string, never: readonly PersonId[] = []): Promise<void> =>
    inSchool(t.db, workerIn(school.id), (tx) =>
      openTask(tx, {
        key: newId(),
        kind: 'review-case',
        post: post as PostId,
        person: null,
        about: { table: 'case_file', id: newId() },
        label: `K-${due.slice(8, 10)}`,
        url: '/cases/a',
        due: Temporal.Instant.from(due),
        sight: { posts: [post, 'dsl', 'deputy-dsl'] as PostId[], persons: [], never },
      }),
    )
  const dayOf = (as: Actor) => reading(t.db, as, myDay)

  test('holds what is theirs, oldest deadline first, and what others owe apart from it', async () => {
    await owe('dsl', '2026-11-27T15:20:00Z')
    await owe('dsl', '2026-11-25T15:20:00Z')
    await owe('headteacher', '2026-11-24T15:20:00Z')
    await owe('headteacher', '2026-11-23T15:20:00Z', [school.holder('dsl')])
    const day = await dayOf(dsl)
    assert.deepEqual(
      day.tasks.map(({ label }) => label),
      ['K-25', 'K-27'],
    )
    assert.deepEqual(
      day.desk?.others.map(({ words, whose }) => [words, whose]),
      [['Look at a case again: K-24', 'Headteacher']],
      'and nothing that they must not know of',
    )
  })

  test('a task that somebody took says so to everybody of the post, and can be given back', async () => {
    const [task] = (await dayOf(dsl)).tasks
    assert.ok(task)
    await inSchool(t.db, dsl, (tx) => takeTask(tx, task.id, true))
    assert.equal((await dayOf(dsl)).tasks[0]?.byMe, true)
    assert.equal((await dayOf(dsl)).tasks[0]?.taker, 'Holder dsl')
    await assert.rejects(
      inSchool(t.db, deputy, (tx) => takeTask(tx, task.id, false)),
      /yours to take|taken this meanwhile/,
    )
    await inSchool(t.db, dsl, (tx) => takeTask(tx, task.id, false))
    assert.equal((await dayOf(dsl)).tasks[0]?.taker, null)
  })

  test('nobody takes a task of a post that is not theirs', async () => {
    const [task] = (await dayOf(dsl)).tasks
    const teacher = await school.as('class-teacher')
    await assert.rejects(
      inSchool(t.db, teacher, (tx) => takeTask(tx, task?.id ?? '', true)),
      /not yours to take/,
    )
  })

  test('an unread concern is new to whoever decides about it, and a governor’s day never says what a child said', async () => {
    const teacher = await school.as('class-teacher')
    await reportConcern(t.db, teacher, exampleReport({ channel: 'staff', words: 'A message on the way home' }))
    const day = await dayOf(dsl)
    assert.deepEqual(
      day.desk?.fresh.map(({ summary, teller }) => [summary, teller]),
      [['A message on the way home', 'Holder class-teacher']],
    )
    assert.ok(!day.tasks.some(({ words }) => words === 'Read and acknowledge a concern'), 'it is not there twice')
    assert.equal((await dayOf(await school.as('safeguarding-governor'))).desk, null)
    assert.equal((await dayOf(teacher)).desk, null)
  })

  test('what came between home time and this morning came overnight', () => {
    const at = (iso: string) => Temporal.Instant.from(iso)
    const morning = at('2026-11-24T08:00:00Z')
    assert.equal(isOvernight(exampleCalendar, at('2026-11-23T21:00:00Z'), morning), true)
    assert.equal(isOvernight(exampleCalendar, at('2026-11-23T15:00:00Z'), morning), false)
    assert.equal(
      isOvernight(exampleCalendar, at('2026-11-21T12:00:00Z'), at('2026-11-23T08:00:00Z')),
      true,
      'a weekend',
    )
    assert.equal(isOvernight(exampleCalendar, at('2026-11-24T09:00:00Z'), morning), false)
  })

  test('a look at the policy counts once in four hours, and the next one knows when the last was', async () => {
    const look = () => inSchool(t.db, dsl, noteLook)
    t.clock.at('2026-11-24T10:00:00Z')
    assert.equal(await look(), null)
    t.clock.at('2026-11-24T11:00:00Z')
    assert.equal(await look(), null, 'a reload is the same look')
    t.clock.at('2026-11-25T09:00:00Z')
    assert.equal((await look())?.toString(), '2026-11-24T10:00:00Z')
    assert.equal(await inSchool(t.db, deputy, noteLook), null, 'each has their own')
  })
})
