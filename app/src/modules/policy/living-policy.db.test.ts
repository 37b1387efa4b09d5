import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { openTestDb } from '../../../test/database.js'
import type { TestDb } from '../../../test/database.js'
import { fullSchool } from '../../../test/full-school.js'
import type { FullSchool } from '../../../test/full-school.js'
import type { ClauseState } from '../../engine/clauses/clause-state.js'
import { workerIn } from '../../kernel/actor.js'
import { inSchool, reading } from '../../kernel/db/in-school.js'
import { tables } from '../../kernel/db/tx.js'
import type { Tx } from '../../kernel/db/tx.js'
import type { PersonId, PostId } from '../../kernel/ids.js'
import { myTasks } from '../communications/index.js'
import { peopleOf } from '../people/index.js'
import { policyModule } from './module.js'
import type { ReachTables } from './reach-schema.js'
import {
  announceVersion,
  closeReview,
  confirmReading,
  openReview,
  recordReview,
  recordSession,
  versionInForce,
} from './index.js'

const anyStaff = 'any-staff' as PostId
const day = (iso: string) => Temporal.PlainDate.from(iso)

describe('the policy reaches people and is looked at again', () => {
  let t: TestDb
  let school: FullSchool
  let hash: string
  before(async () => {
    t = await openTestDb()
    school = await fullSchool(t.db)
    hash = (await reading(t.db, workerIn(school.id), versionInForce))?.hash ?? ''
  })
  after(() => t.close())

  const as = async <R>(post: string, work: (tx: Tx) => Promise<R>): Promise<R> =>
    inSchool(t.db, await school.as(post), work)
  const check = (id: string, params: Record<string, unknown>, at: string): Promise<ClauseState> => {
    const mechanism = policyModule.mechanisms.find((each) => each.id === id)
    assert.ok(mechanism)
    return reading(t.db, workerIn(school.id), (tx) => mechanism.check(tx, params, Temporal.Instant.from(at)))
  }
  const staff = () => reading(t.db, workerIn(school.id), (tx) => peopleOf(tx, ['staff']))

  test('given and talked through are two facts: one alone does not keep the promise, and those missing are named', async () => {
    const given = { audience: 'any-staff', aspect: 'provided' }
    const talked = { audience: 'any-staff', aspect: 'discussed' }
    assert.equal(
      (await check('policy-dissemination', given, '2026-11-24T11:00:00Z')).verdict,
      'due',
      'a month to do it',
    )
    t.clock.at('2027-01-11T10:00:00Z')
    const late = await check('policy-dissemination', given, '2027-01-11T11:00:00Z')
    assert.equal(late.verdict, 'broken')
    assert.equal(late.findings[0]?.rows.length, (await staff()).length)
    assert.equal(late.findings[0]?.post, 'dsl')
    await as('dsl', (tx) =>
      announceVersion(tx, { hash, audience: anyStaff, channel: 'meeting', on: day('2027-01-11') }),
    )
    assert.equal((await check('policy-dissemination', given, '2027-01-11T11:00:00Z')).verdict, 'kept')
    assert.equal((await check('policy-dissemination', talked, '2027-01-11T11:00:00Z')).verdict, 'broken')
  })

  test('those who were not at the session stay outstanding until they are taken through it', async () => {
    const everybody = (await staff()).map(({ id }) => id)
    const [absent, ...present] = everybody
    const session = {
      hash,
      kind: 'discussion',
      audience: anyStaff,
      class_code: null,
      held_on: day('2027-01-11'),
      points: 'Phones.',
      understood: null,
    } as const
    await as('dsl', (tx) => recordSession(tx, { ...session, present }))
    const talked = { audience: 'any-staff', aspect: 'discussed' }
    const state = await check('policy-dissemination', talked, '2027-01-12T09:00:00Z')
    assert.deepEqual(
      state.findings.flatMap(({ rows }) => rows.map(({ id }) => id)),
      [absent],
    )
    await as('dsl', (tx) => recordSession(tx, { ...session, kind: 'induction', present: [absent as PersonId] }))
    assert.equal((await check('policy-dissemination', talked, '2027-01-12T09:00:00Z')).verdict, 'kept')
    assert.equal(
      (await check('policy-dissemination', talked, '2027-01-10T09:00:00Z')).verdict,
      'broken',
      'as of the day before',
    )
  })

  test('a receipt keeps its first day, is the reader’s own to see, and no door lets it be changed or taken away', async () => {
    await as('class-teacher', (tx) => confirmReading(tx, hash))
    t.clock.at('2027-01-20T10:00:00Z')
    await as('class-teacher', (tx) => confirmReading(tx, hash))
    const own = await as('class-teacher', (tx) =>
      tables<ReachTables>(tx)
        .selectFrom('policy_receipt')
        .selectAll()
        .where('person_id', '=', school.holder('class-teacher'))
        .where('fact', '=', 'read')
        .execute(),
    )
    assert.deepEqual(
      own.map(({ happened_on }) => happened_on.toString()),
      ['2027-01-11'],
    )
    for (const post of ['headteacher', 'dsl']) {
      await assert.rejects(
        as(post, (tx) => tables<ReachTables>(tx).deleteFrom('policy_receipt').execute()),
        /permission denied/,
      )
      await assert.rejects(
        as(post, (tx) => tables<ReachTables>(tx).updateTable('policy_receipt').set({ how: 'x' }).execute()),
        /permission denied/,
      )
    }
  })

  test('somebody who begins today owes nothing yesterday, and is a finding tomorrow if nobody took them through it', async () => {
    const starter = await school.add({ kind: 'staff', given: 'New', family: 'Starter' })
    await inSchool(t.db, workerIn(school.id), (tx) =>
      tables<{ person: { id: PersonId; started: Temporal.PlainDate } }>(tx)
        .updateTable('person')
        .set({ started: day('2027-01-20') })
        .where('id', '=', starter)
        .execute(),
    )
    const starters = { audience: 'any-staff', aspect: 'starters' }
    assert.equal((await check('policy-dissemination', starters, '2027-01-20T12:00:00Z')).verdict, 'due')
    const next = await check('policy-dissemination', starters, '2027-01-21T00:00:01Z')
    assert.equal(next.verdict, 'broken')
    assert.deepEqual(next.findings[0]?.rows, [{ table: 'person', id: starter }])
  })

  test('each class meets the policy in September: a class without it is named from the first of October', async () => {
    await school.add({ kind: 'pupil', given: 'Ivy', family: 'One', classCode: 'Rowan' })
    const met = { audience: 'any-pupil', aspect: 'class-introduction' }
    assert.equal((await check('policy-dissemination', met, '2026-09-20T09:00:00Z')).verdict, 'broken', 'no policy yet')
    const state = await check('policy-dissemination', met, '2027-01-20T12:00:00Z')
    assert.match(state.findings[0]?.sentence ?? '', /1 of 1 classes have not met the policy this school year: Rowan/)
    const session = {
      hash,
      kind: 'class',
      audience: 'any-pupil' as PostId,
      class_code: 'Rowan',
      held_on: day('2027-01-20'),
      points: 'Sheet',
      understood: 'They drew it.',
      present: [],
    } as const
    await as('class-teacher', (tx) => recordSession(tx, session))
    assert.equal((await check('policy-dissemination', met, '2027-01-20T12:00:00Z')).verdict, 'kept')
  })

  test('two cadences run at once, one overdue does not hide in the other, and recording it sets the next date', async () => {
    t.clock.at('2027-12-01T10:00:00Z')
    const yearly = { every: '12 months', post: 'chair-of-governors' }
    const late = await check('policy-review', yearly, '2027-12-01T10:00:00Z')
    assert.equal(late.verdict, 'broken')
    assert.match(
      late.findings[0]?.sentence ?? '',
      /Chair of governors, every 12 months, was due by .* 2027; never held yet/,
    )
    assert.equal(late.findings[0]?.post, 'chair-of-governors')
    assert.equal((await check('policy-review', { every: '36 months' }, '2027-12-01T10:00:00Z')).verdict, 'kept')
    const came = {
      heldOn: day('2027-11-30'),
      body: 'chair-of-governors' as PostId,
      minute: '4.1',
      found: 'It works.',
      outcome: 'no-change',
      input: ['3 promises not kept'],
    } as const
    await as('chair-of-governors', (tx) => recordReview(tx, 'every 12 months by chair-of-governors', came))
    assert.equal((await check('policy-review', yearly, '2027-12-01T10:00:00Z')).verdict, 'kept')
    assert.equal((await check('policy-review', yearly, '2028-12-01T10:00:00Z')).verdict, 'broken')
    assert.equal(
      (await check('policy-review', yearly, '2027-11-29T10:00:00Z')).verdict,
      'broken',
      'as of the day before',
    )
  })

  test('an incident opens a review that its owner owes; it is due for a month, then overdue, until its outcome is recorded', async () => {
    const id = await as('class-teacher', (tx) =>
      openReview(tx, { trigger: 'incident', cause: 'A new app went round.' }),
    )
    assert.ok(
      (await reading(t.db, await school.as('dsl'), myTasks)).some(({ words }) => words === 'Look at the policy again'),
    )
    const incident = { on: ['incident', 'new-law'] }
    assert.equal((await check('policy-review', incident, '2027-12-10T10:00:00Z')).verdict, 'due')
    assert.equal((await check('policy-review', incident, '2028-01-10T10:00:00Z')).verdict, 'broken')
    assert.equal((await check('policy-review', { on: 'network-change' }, '2028-01-10T10:00:00Z')).verdict, 'kept')
    const came = {
      heldOn: day('2027-12-01'),
      body: null,
      minute: null,
      found: 'Add it to the list.',
      outcome: 'amend',
      input: [],
    } as const
    await as('dsl', (tx) => closeReview(tx, id, came))
    await assert.rejects(
      as('dsl', (tx) => closeReview(tx, id, came)),
      /recorded already/,
    )
    assert.equal((await check('policy-review', incident, '2028-01-10T10:00:00Z')).verdict, 'kept')
    assert.ok(
      !(await reading(t.db, await school.as('dsl'), myTasks)).some(({ words }) => words === 'Look at the policy again'),
    )
  })

  test('a policy taken at set-up shows that nobody approved it and nobody was asked', async () => {
    const at = '2027-12-01T10:00:00Z'
    const steps = await check('policy-approval', { aspect: 'steps', step: 'approved' }, at)
    assert.match(
      steps.findings[0]?.sentence ?? '',
      /in force without this on record: Approved by the governors \(0 of 2\)/,
    )
    assert.equal((await check('consultation', {}, at)).verdict, 'broken')
    assert.equal((await check('policy-document', { aspect: 'identity' }, at)).verdict, 'broken')
    assert.equal((await check('policy-document', { aspect: 'rights' }, at)).verdict, 'kept')
    assert.equal((await check('policy-document', { aspect: 'published' }, at)).verdict, 'broken')
    assert.equal((await check('policy-document', { aspect: 'names' }, at)).verdict, 'kept')
  })
})
