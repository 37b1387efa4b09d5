import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openTestDb } from '../../../test/database.js'
import type { TestDb } from '../../../test/database.js'
import { fullSchool, shippedPack } from '../../../test/full-school.js'
import type { FullSchool } from '../../../test/full-school.js'
import { fieldsOf, nextStep, offerOf, stepOf } from '../../engine/procedures/index.js'
import type { Offer, Step } from '../../engine/procedures/index.js'
import { procedureOf } from '../../engine/packs/lookup.js'
import type { Actor } from '../../kernel/actor.js'
import { inSchool, reading } from '../../kernel/db/in-school.js'
import { stepFields } from './acts/step-form.js'
import { openExampleCase, walkUpTo } from './case.examples.js'
import { closeCase } from './commands/close-case.js'
import { enterStep } from './commands/enter-step.js'
import { caseOf } from './queries/case-of.js'
import { runningIn } from './queries/progress-of.js'

const procedure = procedureOf((await shippedPack()).pack, 'shared-image')
if (!procedure) throw new Error('The base pack has no procedure for a shared image.')

/** The yes-or-no questions of the triggers, each of which is reason enough. */
const triggers = stepOf(procedure, 'triggers' as Step['id'])
const questions = triggers ? fieldsOf(triggers).filter(({ type }) => type === 'yes-no') : []
/** By their numbers: the fourth asks in two halves, '4a' and '4b', and only both together are it. */
const byNumber = [...Map.groupBy(questions, ({ label }) => label.slice(0, 1)).values()]

describe('a nude image of a child', () => {
  let t: TestDb
  let school: FullSchool
  let dsl: Actor
  before(async () => {
    t = await openTestDb()
    school = await fullSchool(t.db)
    dsl = await school.as('dsl')
  })
  after(() => t.close())

  test('the base pack asks for all five triggers', () => assert.equal(byNumber.length, 5))

  for (const asked of byNumber) {
    const label = asked.map((one) => one.label).join(' ')
    test(`one trigger is enough: “${label}” leads to a referral that holds the case open`, async () => {
      t.clock.at('2026-11-25T11:00:00Z')
      const { case: id } = await openExampleCase(t.db, school.id, dsl, { procedure: 'shared-image' })
      const enter = (offer: Offer) => inSchool(t.db, dsl, (tx) => enterStep(tx, id, offer))
      for (const offer of walkUpTo(procedure, 'Trigger 1', 'triggers')) await enter(offer)
      const values = Object.fromEntries(questions.map((one) => [one.id, asked.includes(one) ? 'yes' : 'no']))
      await enter(offerOf(procedure, { step: 'triggers', fields: values }))
      const steps: Step[] = []
      for (let at = 0; at < 12; at++) {
        const running = await reading(t.db, dsl, async (tx) => runningIn(tx, await caseOf(tx, id)))
        const now = running && nextStep(running.procedure, running.progress)
        if (!now) break
        steps.push(now)
        if (now.kind === 'refer') break
        await enter(offerOf(procedure, { step: now.id, ...answerTo(now) }))
      }
      const last = steps.at(-1)
      assert.equal(last?.kind, 'refer', steps.map((step) => step.id).join(' '))
      assert.ok(last?.kind === 'refer' && last.immediate && last.must)
      await assert.rejects(
        inSchool(t.db, dsl, (tx) => enterStep(tx, id, { step: last.id, outcome: 'skipped', reason: 'No time' })),
        /must be done/,
      )
      await assert.rejects(
        inSchool(t.db, dsl, (tx) => closeCase(tx, id, 'Done')),
        /cannot be closed yet/,
      )
    })
  }

  /** The mildest answers on the way: no, and the first of what has neither. */
  const answerTo = (step: Step): { readonly answer?: string; readonly fields?: Readonly<Record<string, string>> } => {
    if (step.kind === 'ask') {
      const no = step.options.find(({ value }) => value === 'no') ?? step.options[0]
      return { answer: no?.value ?? '' }
    }
    const fields = fieldsOf(step).filter(({ type }) => type === 'yes-no')
    return { fields: Object.fromEntries(fields.map(({ id }) => [id, 'no'])) }
  }

  test('no step of any shipped procedure has a box that takes a file', () => {
    for (const each of school.pack.pack.procedures)
      for (const step of each.steps)
        for (const field of Object.values(stepFields(step, [])))
          assert.notEqual(field.kind, 'fileCsv', `${each.id} ${step.id}`)
  })
})
