import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { openTestDb, testKeys } from '../../../test/database.js'
import type { TestDb } from '../../../test/database.js'
import { fullSchool } from '../../../test/full-school.js'
import type { FullSchool } from '../../../test/full-school.js'
import type { Deps } from '../../engine/deps.js'
import { workerIn } from '../../kernel/actor.js'
import { inSchool, reading } from '../../kernel/db/in-school.js'
import { tables } from '../../kernel/db/tx.js'
import type { Tx } from '../../kernel/db/tx.js'
import type { PersonId, PostId } from '../../kernel/ids.js'
import { modules } from '../../modules.js'
import { oweReachNow } from './jobs/owe-reach.js'
import { classesOwed } from './queries/classes-owed.js'
import { classDeadline } from './reach/class-deadline.js'
import { announceVersion, confirmReading, recordSession, versionInForce } from './index.js'

interface OpenTask {
  readonly key: string
  readonly kind: string
  readonly person_id: PersonId | null
  readonly post: PostId | null
  readonly due_at: Temporal.Instant | null
}

describe('everybody is asked for what makes the policy reach them', () => {
  let t: TestDb
  let school: FullSchool
  let deps: Deps
  let hash: string
  before(async () => {
    t = await openTestDb()
    t.clock.at('2026-09-07T09:00:00Z')
    school = await fullSchool(t.db)
    deps = { db: t.db, keys: testKeys, publicUrl: 'http://localhost', smtpUrl: null, modules }
    hash = (await reading(t.db, workerIn(school.id), versionInForce))?.hash ?? ''
  })
  after(() => t.close())

  const as = async <R>(post: string, work: (tx: Tx) => Promise<R>): Promise<R> =>
    inSchool(t.db, await school.as(post), work)
  const open = async (kind: string): Promise<readonly OpenTask[]> => {
    await oweReachNow.run(deps, { schoolId: school.id })
    return reading(t.db, workerIn(school.id), (tx) =>
      tables<{ task: OpenTask & { closed_at: Temporal.Instant | null } }>(tx)
        .selectFrom('task')
        .select(['key', 'kind', 'person_id', 'post', 'due_at'])
        .where('kind', '=', kind)
        .where('closed_at', 'is', null)
        .execute(),
    )
  }

  test('each who works here or governs owes the reading until they say that they have read it, and is asked once', async () => {
    const first = await open('read-policy')
    const again = await open('read-policy')
    assert.equal(again.length, first.length)
    const teacher = school.holder('class-teacher')
    const mine = first.find(({ person_id }) => person_id === teacher)
    assert.equal(mine?.due_at?.toString(), '2026-10-07T23:00:00Z', 'a month from the day it took force')
    await as('class-teacher', (tx) => confirmReading(tx, hash))
    const left = await open('read-policy')
    assert.equal(left.length, first.length - 1)
    assert.equal(
      left.some(({ person_id }) => person_id === teacher),
      false,
    )
  })

  test('somebody who starts owes it on their first day, and the policy’s owner owes them a talk; both end with their time', async () => {
    t.clock.at('2026-09-14T07:00:00Z')
    const fresh = await school.add({ kind: 'staff', given: 'Rue', family: 'Marram' })
    const start = (day: string) =>
      inSchool(t.db, workerIn(school.id), (tx) =>
        tables<{ person: { id: PersonId; started: Temporal.PlainDate; ended: Temporal.PlainDate | null } }>(tx)
          .updateTable('person')
          .set({ started: Temporal.PlainDate.from(day) })
          .where('id', '=', fresh)
          .execute(),
      )
    await start('2026-09-14')
    const [talk] = (await open('discuss-policy')).filter(({ key }) => key.endsWith(fresh))
    assert.deepEqual([talk?.post, talk?.due_at?.toString()], ['dsl', '2026-09-14T23:00:00Z'])
    const read = (await open('read-policy')).find(({ person_id }) => person_id === fresh)
    assert.equal(read?.due_at?.toString(), '2026-09-14T23:00:00Z')
    await as('dsl', (tx) =>
      recordSession(tx, {
        hash,
        kind: 'induction',
        audience: 'any-staff' as PostId,
        class_code: null,
        held_on: Temporal.PlainDate.from('2026-09-14'),
        points: 'The policy.',
        understood: null,
        present: [fresh],
      }),
    )
    assert.deepEqual(
      (await open('discuss-policy')).filter(({ key }) => key.endsWith(fresh)),
      [],
    )
  })

  test('the policy’s owner owes the telling of each audience that the policy names, and a session with the staff', async () => {
    await school.add({ kind: 'parent', given: 'Sorrel', family: 'Fern' })
    const audiences = async () => (await open('tell-audience')).map(({ key }) => key.replace(/.*:/, ''))
    assert.ok((await audiences()).includes('any-parent'), 'parents are told by letter, link or newsletter')
    const [session] = await open('hold-session')
    assert.deepEqual([session?.post, session?.due_at?.toString()], ['dsl', '2026-10-07T23:00:00Z'])
    const on = Temporal.PlainDate.from('2026-09-14')
    await as('dsl', (tx) => announceVersion(tx, { hash, audience: 'any-parent' as PostId, channel: 'letter', on }))
    assert.equal((await audiences()).includes('any-parent'), false)
    const more = { class_code: null, held_on: on, points: 'The policy.', understood: null, present: [] }
    await as('dsl', (tx) => recordSession(tx, { hash, kind: 'awareness', audience: 'any-staff' as PostId, ...more }))
    assert.deepEqual(await open('hold-session'), [])
  })

  test('each class owes its first meeting with the policy by the end of September, by its own teacher where it has one', async () => {
    await school.add({ kind: 'pupil', given: 'Ash', family: 'Fern', classCode: 'Holly' })
    await school.add({ kind: 'pupil', given: 'Ivy', family: 'Oak', classCode: 'Rowan' })
    const teacher = await school.add({ kind: 'staff', given: 'Teal', family: 'Heron', classCode: 'Holly' })
    const owed = await open('meet-class')
    const whose = new Map(owed.map(({ key, person_id, post }) => [key.replace(/.*:/, ''), person_id ?? post]))
    assert.deepEqual([whose.get('Holly'), whose.get('Rowan'), whose.size], [teacher, 'dsl', 2])
    assert.equal(owed[0]?.due_at?.toString(), '2026-09-30T23:00:00Z')
    await as('dsl', (tx) =>
      recordSession(tx, {
        hash,
        kind: 'class',
        audience: 'any-pupil' as PostId,
        class_code: 'Holly',
        held_on: Temporal.PlainDate.from('2026-09-14'),
        points: 'Telling.',
        understood: 'They drew whom they would tell.',
        present: [],
      }),
    )
    assert.deepEqual(
      (await open('meet-class')).map(({ key }) => key),
      ['policy-reach:class:Rowan'],
    )
    assert.equal(classDeadline(2026, Temporal.PlainDate.from('2026-11-24')).toString(), '2026-12-24')
    t.clock.at('2027-09-06T09:00:00Z')
    assert.equal((await open('meet-class')).length, 2, 'a new school year asks again')
  })

  test('a class that moves up or leaves owes a talk before it, from June; others do not', async () => {
    await school.add({ kind: 'pupil', given: 'Bay', family: 'Ash', classCode: 'Hazel', yearGroup: '6' })
    const moving = () =>
      reading(t.db, workerIn(school.id), async (tx) => {
        const version = await versionInForce(tx)
        assert.ok(version)
        return classesOwed(tx, version, 'dsl' as PostId, new Set(['transition']))
      })
    t.clock.at('2028-05-30T09:00:00Z')
    assert.deepEqual(await moving(), [])
    t.clock.at('2028-06-01T09:00:00Z')
    assert.deepEqual(
      (await moving()).map(({ key, post, dueOn }) => [key, post, dueOn]),
      [['policy-reach:move:Hazel', 'dsl', '2028-07-31']],
    )
  })
})
