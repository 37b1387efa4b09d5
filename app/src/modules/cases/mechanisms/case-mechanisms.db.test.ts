import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import pg from 'pg'
import { Temporal } from 'temporal-polyfill'
import { openTestDb } from '../../../../test/database.js'
import type { TestDb } from '../../../../test/database.js'
import { fullSchool } from '../../../../test/full-school.js'
import type { FullSchool } from '../../../../test/full-school.js'
import { signedInRoutes } from '../../../../test/signed-in-routes.js'
import { workerIn } from '../../../kernel/actor.js'
import type { Actor } from '../../../kernel/actor.js'
import { inSchool, reading } from '../../../kernel/db/in-school.js'
import type { Tx } from '../../../kernel/db/tx.js'
import type { PersonId } from '../../../kernel/ids.js'
import { openExampleCase } from '../case.examples.js'
import { addAction, finishAction } from '../commands/actions.js'
import { closeCase, reopenCase } from '../commands/close-case.js'
import { decideParents } from '../commands/decide-parents.js'
import { enterStep } from '../commands/enter-step.js'
import { sayOfHeadteacher } from '../commands/say-of-headteacher.js'
import { caseMeasures } from '../measures.js'
import { casesModule } from '../module.js'
import { childrenOf } from '../queries/children-of.js'
import { caseMechanisms } from './case-mechanisms.js'

describe('what says whether the promises about cases are kept', () => {
  let t: TestDb
  let school: FullSchool
  let dsl: Actor
  let child: PersonId
  before(async () => {
    t = await openTestDb()
  })
  after(() => t.close())
  beforeEach(async () => {
    t.clock.at('2026-11-24T10:00:00Z')
    school = await fullSchool(t.db)
    dsl = await school.as('dsl')
    child = await school.add({ kind: 'pupil', given: 'Bea', family: 'Marsh', classCode: '4 Oak' })
  })

  const act = <R>(work: (tx: Tx) => Promise<R>): Promise<R> => inSchool(t.db, dsl, work)
  const open = (procedure: string | null = null) => openExampleCase(t.db, school.id, dsl, { procedure, child })
  const state = (id: string, asOf: string = t.clock.now().toString(), params = {}) => {
    const mechanism = caseMechanisms.find((one) => one.id === id)
    assert.ok(mechanism, id)
    return reading(t.db, workerIn(school.id), (tx) => mechanism.check(tx, params, Temporal.Instant.from(asOf)))
  }
  const tables = ({ findings }: Awaited<ReturnType<typeof state>>) =>
    findings.flatMap(({ rows }) => rows.map((r) => r.table))

  test('a school with no case breaks none of them', async () => {
    for (const { id } of caseMechanisms.filter((one) => one.id !== 'no-image-guard'))
      assert.equal((await state(id)).verdict, 'kept', id)
  })

  test('a case about nobody’s decision turns from due to broken, and back once the parents are decided about', async () => {
    const { case: id } = await open()
    assert.equal((await state('parents-informed')).verdict, 'kept')
    t.clock.at('2026-11-25T12:00:00Z')
    assert.equal((await state('parents-informed')).verdict, 'due')
    t.clock.at('2026-11-26T09:00:00Z')
    const late = await state('parents-informed')
    assert.equal(late.verdict, 'broken')
    assert.deepEqual(late.findings[0]?.rows[0], { table: 'case_file', id })
    assert.equal(late.findings[0]?.post, 'dsl')
    assert.ok(late.findings[0]?.due)
    await act(async (tx) => {
      const [one] = await childrenOf(tx, id)
      const words = 'The police ask us to wait'
      await decideParents(tx, id, one?.child.id ?? '', {
        decision: 'delayed',
        adults: null,
        how: null,
        toldAt: null,
        words,
      })
    })
    assert.equal((await state('parents-informed')).verdict, 'kept')
    assert.equal((await state('parents-informed', '2026-11-26T08:00:00Z')).verdict, 'broken', 'as it was that morning')
    assert.equal(
      (await state('parents-informed', '2026-11-24T11:00:00Z')).verdict,
      'kept',
      'as it was on the first day',
    )
  })

  test('a step that is late breaks its own procedure’s promise and the runner’s, and no other’s', async () => {
    await open('shared-image')
    t.clock.at('2026-11-24T10:06:00Z')
    assert.equal((await state('imagery-procedure')).verdict, 'broken')
    assert.equal((await state('procedure-runner', undefined, { aspect: 'time' })).verdict, 'broken')
    assert.equal((await state('procedure-runner')).verdict, 'kept', 'a clause that promises no time')
    assert.equal((await state('bullying-procedure')).verdict, 'kept')
    assert.equal(
      (await state('imagery-procedure', undefined, { aspect: 'order' })).verdict,
      'kept',
      'it promises no time',
    )
    assert.equal((await state('imagery-procedure', '2026-11-24T10:04:00Z')).verdict, 'due')
  })

  test('an action past its day breaks the record’s promise until it is ended', async () => {
    const { case: id } = await open()
    const action = await act((tx) =>
      addAction(tx, id, { what: 'Ring', owner: dsl.personId as PersonId, due: tx.now.add({ hours: 2 }) }),
    )
    t.clock.at('2026-11-24T13:00:00Z')
    const actions = { aspect: 'actions' }
    assert.deepEqual(tables(await state('case-record', undefined, actions)), ['case_file', 'case_action'])
    assert.equal((await state('case-record')).verdict, 'kept', 'a late action breaks no promise about words')
    await act((tx) => finishAction(tx, id, action, { done: true, words: 'Spoke with her mother' }))
    assert.equal((await state('case-record', undefined, actions)).verdict, 'kept')
  })

  test('a referral that nobody makes in time is found, and one that was made is not', async () => {
    const { case: id } = await open('shared-image')
    const step = (stepId: string, answers?: readonly string[]) =>
      act((tx) =>
        enterStep(tx, id, {
          step: stepId as never,
          outcome: answers ? 'answered' : 'done',
          ...(answers && { answers }),
        }),
      )
    await step('do-not-view')
    await step('tell-dsl')
    await step('immediate-danger', ['yes'])
    t.clock.at('2026-11-24T10:10:00Z')
    assert.equal((await state('agency-referrals')).verdict, 'broken')
    assert.equal((await state('agency-referrals', undefined, { agency: 'police' })).verdict, 'broken')
    assert.equal((await state('agency-referrals', undefined, { agency: 'lado' })).verdict, 'kept')
    assert.equal((await state('agency-referrals', undefined, { aspect: 'way' })).verdict, 'kept', 'the list alone')
    const values = { 'told-at': '2026-11-24T10:09', 'spoke-to': 'The desk', reference: 'LOG 9' }
    await act((tx) => enterStep(tx, id, { step: 'call-999' as never, outcome: 'done', values }))
    assert.equal((await state('agency-referrals')).verdict, 'kept')
  })

  test('a case that the headteacher must never learn of moves no clause and no figure that the headteacher can read', async () => {
    const { case: id } = await open('cyberbullying')
    t.clock.at('2026-12-08T10:00:00Z')
    const opened = async () => {
      const measure = caseMeasures.find((one) => one.id === 'cases.opened')
      return reading(t.db, workerIn(school.id), (tx) =>
        measure!.count(tx, Temporal.Instant.from('2026-11-01T00:00:00Z'), tx.now),
      )
    }
    assert.equal((await state('bullying-procedure')).verdict, 'broken')
    assert.equal(await opened(), 1)
    const bar = async (person: PersonId) => {
      const owner = new pg.Client({ connectionString: t.ownerUrl })
      await owner.connect()
      try {
        await owner.query('SET row_security = off')
        for (const { table } of casesModule.retention) {
          const key = table === 'case_file' ? 'id' : 'case_id'
          await owner.query(`UPDATE ${table} SET never_persons = ARRAY[$2::uuid] WHERE ${key} = $1`, [id, person])
        }
      } finally {
        await owner.end()
      }
    }
    await bar(school.holder('class-teacher'))
    assert.equal((await state('bullying-procedure')).verdict, 'broken', 'a class teacher reads no clause pages')
    assert.equal(await opened(), 1)
    await bar(school.holder('headteacher'))
    for (const { id: mechanism } of caseMechanisms.filter((one) => one.id !== 'no-image-guard'))
      assert.deepEqual((await state(mechanism)).findings, [], mechanism)
    assert.equal(await opened(), 0)
  })

  test('rows that were changed behind the product’s back are found: a case closed too soon, a part left in sight', async () => {
    const { case: id } = await open('cyberbullying')
    const owner = new pg.Client({ connectionString: t.ownerUrl })
    await owner.connect()
    try {
      await owner.query('SET row_security = off')
      const closing = `INSERT INTO chronology_entry (school_id, id, case_id, kind, words, happened_at, at)
        SELECT school_id, gen_random_uuid(), id, 'closed', 'x', $2, $2 FROM case_file WHERE id = $1`
      await owner.query(
        `UPDATE chronology_entry SET id = '00000000-0000-7000-8000-000000000000' WHERE case_id = $1 AND kind = 'opened'`,
        [id],
      )
      await owner.query(closing, [id, '2026-11-24T10:00:00Z'])
      await owner.query(`UPDATE case_person SET sight_posts = '{network-manager}' WHERE case_id = $1`, [id])
    } finally {
      await owner.end()
    }
    const said = (await state('bullying-procedure')).findings.map(({ sentence }) => sentence)
    assert.ok(said.includes('A case was closed before its procedure came to its end.'), said.join(' '))
    assert.equal((await state('parents-informed')).verdict, 'broken')
    assert.ok(tables(await state('need-to-know')).includes('case_person'))
  })

  test('a case closed, and opened again, counts as it stood on the day that is asked about', async () => {
    const { case: id } = await open()
    await act(async (tx) => {
      const [one] = await childrenOf(tx, id)
      const told = { decision: 'told', adults: 'Mother', how: 'Phone', words: 'Thanks', toldAt: tx.now } as const
      await decideParents(tx, id, one?.child.id ?? '', told)
      await sayOfHeadteacher(tx, id, true, 'Told')
    })
    t.clock.at('2026-11-25T10:00:00Z')
    await act((tx) => closeCase(tx, id, 'Settled'))
    t.clock.at('2026-11-27T10:00:00Z')
    await act((tx) => reopenCase(tx, id, 'It began again'))
    const openAt = (iso: string) =>
      reading(t.db, workerIn(school.id), async (tx) => {
        const measure = casesModule.measures.find((one) => one.id === 'cases.open')
        return measure?.count(tx, Temporal.Instant.from('2026-11-01T00:00:00Z'), Temporal.Instant.from(iso))
      })
    assert.deepEqual(
      [
        await openAt('2026-11-24T09:00:00Z'),
        await openAt('2026-11-24T12:00:00Z'),
        await openAt('2026-11-26T12:00:00Z'),
      ],
      [0, 1, 0],
    )
    assert.equal(await openAt('2026-11-27T12:00:00Z'), 1)
  })

  test('the image guard says nothing of pages until it has seen them, and then that none takes a picture', async () => {
    assert.equal((await state('no-image-guard')).verdict, 'unknown')
    const routes = await signedInRoutes(t.db, casesModule)
    await routes.get(dsl, '/cases')
    await routes.close()
    assert.equal((await state('no-image-guard')).verdict, 'kept')
  })

  test('every measure is a count', async () => {
    await open('cyberbullying')
    const [from, to] = ['2026-11-01T00:00:00Z', '2026-12-01T00:00:00Z'].map((iso) => Temporal.Instant.from(iso))
    assert.ok(from && to)
    for (const measure of casesModule.measures) {
      const count = await reading(t.db, workerIn(school.id), (tx) => measure.count(tx, from, to))
      assert.ok(Number.isInteger(count), measure.id)
    }
  })
})
