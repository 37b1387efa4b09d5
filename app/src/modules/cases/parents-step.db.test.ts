import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openTestDb } from '../../../test/database.js'
import type { TestDb } from '../../../test/database.js'
import { fullSchool, shippedPack } from '../../../test/full-school.js'
import type { FullSchool } from '../../../test/full-school.js'
import { stepOf } from '../../engine/procedures/index.js'
import type { Offer, Step } from '../../engine/procedures/index.js'
import { procedureOf } from '../../engine/packs/lookup.js'
import type { Actor } from '../../kernel/actor.js'
import { inSchool, reading } from '../../kernel/db/in-school.js'
import { stepFields } from './acts/step-form.js'
import { openExampleCase, walkUpTo } from './case.examples.js'
import { addCasePerson } from './commands/case-people.js'
import { decideParents, type Telling } from './commands/decide-parents.js'
import { enterStep } from './commands/enter-step.js'
import { childrenOf } from './queries/children-of.js'

const procedure = procedureOf((await shippedPack()).pack, 'cyberbullying')
if (!procedure) throw new Error('The base pack has no procedure for cyberbullying.')
const upToParents = walkUpTo(procedure, 'It comes back', 'parents')
const parents = stepOf(procedure, 'parents' as Step['id']) as Step

describe('the procedure asks whether the parents of each child were told', () => {
  let t: TestDb
  let school: FullSchool
  let dsl: Actor
  before(async () => {
    t = await openTestDb()
    school = await fullSchool(t.db)
    dsl = await school.as('dsl')
    t.clock.at('2026-11-25T11:00:00Z')
  })
  after(() => t.close())

  /** A case of two children, at the question. */
  async function atTheQuestion(): Promise<string> {
    const child = await school.add({ kind: 'pupil', given: 'Bea', family: 'Marsh', classCode: '4 Oak' })
    const other = await school.add({ kind: 'pupil', given: 'Ned', family: 'Lowe', classCode: '4 Oak' })
    const opened = await openExampleCase(t.db, school.id, dsl, { procedure: 'cyberbullying', child })
    await inSchool(t.db, dsl, (tx) =>
      addCasePerson(tx, opened.case, { person_id: other, described: null, role: 'caused-harm', describedChild: true }),
    )
    for (const offer of upToParents) await inSchool(t.db, dsl, (tx) => enterStep(tx, opened.case, offer))
    return opened.case
  }
  const answer = (id: string, value: string, telling?: Telling) => {
    const offer: Offer = { step: parents.id, outcome: 'answered', answers: [value], reason: 'Both are at work.' }
    return inSchool(t.db, dsl, (tx) => enterStep(tx, id, offer, telling))
  }
  const children = (id: string) => reading(t.db, dsl, (tx) => childrenOf(tx, id))
  const decisions = async (id: string) =>
    (await children(id)).map(({ decision }) => decision && [decision.decision, decision.adults, decision.how])

  test('“told” is not taken without who was told, how and when, and nothing is put on record for anybody', async () => {
    const id = await atTheQuestion()
    const telling: Telling = { adults: 'Both mothers', how: 'By phone', toldAt: t.clock.now() }
    for (const [part, wrong] of [
      ['adults', { ...telling, adults: ' ' }],
      ['how', { ...telling, how: null }],
      ['toldAt', { ...telling, toldAt: null }],
      ['toldAt', { ...telling, toldAt: t.clock.now().add({ hours: 1 }) }],
    ] as const)
      await assert.rejects(answer(id, 'told', wrong), { name: 'Refusal', field: part })
    await assert.rejects(answer(id, 'told'), { name: 'Refusal', field: 'adults' })
    assert.deepEqual(await decisions(id), [null, null])
  })

  test('with them it is the decision of each child, in the words that were written', async () => {
    const id = await atTheQuestion()
    const toldAt = t.clock.now().subtract({ minutes: 20 })
    await answer(id, 'told', { adults: 'Both mothers', how: 'By phone', toldAt })
    assert.deepEqual(await decisions(id), [
      ['told', 'Both mothers', 'By phone'],
      ['told', 'Both mothers', 'By phone'],
    ])
    for (const { decision } of await children(id)) assert.ok(decision?.told_at?.equals(toldAt))
  })

  test('who was told is asked for while it is not on record for every child, and only then', async () => {
    const id = await atTheQuestion()
    const asked = async () => Object.keys(stepFields(parents, await children(id)))
    assert.deepEqual(await asked(), ['answers', 'adults', 'how', 'toldAt', 'reason'])
    assert.deepEqual(Object.keys(stepFields(parents, [])), ['answers', 'reason'], 'no child is named')
    const told = { decision: 'told', adults: 'His father', how: 'At school', words: 'He is sorry.' } as const
    for (const { child } of await children(id))
      await inSchool(t.db, dsl, (tx) => decideParents(tx, id, child.id, { ...told, toldAt: tx.now }))
    assert.deepEqual(await asked(), ['answers', 'reason'])
    await answer(id, 'told')
    assert.deepEqual(await decisions(id), [
      ['told', 'His father', 'At school'],
      ['told', 'His father', 'At school'],
    ])
  })

  test('“not yet” puts nobody on record as told', async () => {
    const id = await atTheQuestion()
    await answer(id, 'delayed')
    assert.deepEqual(await decisions(id), [
      ['delayed', null, null],
      ['delayed', null, null],
    ])
  })
})
