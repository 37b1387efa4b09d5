import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { choose } from './explore.js'
import type { Procedure, StepId } from './procedure.js'
import { stepOf } from './procedure.js'
import type { Offer } from './progress.js'
import { shippedProcedures } from './shipped-procedures.js'

const packs = fileURLToPath(new URL('../../../../../packs', import.meta.url))
const shipped = shippedProcedures(packs).filter(({ id, own }) => id === 'shared-image' && own !== null)

const answers = ['yes', 'no', 'not-known'] as const
type Answer = (typeof answers)[number]
interface Triggers {
  readonly adult: Answer
  readonly pressed: Answer
  readonly violent: Answer
  readonly 'sexual-acts': Answer
  readonly 'under-13': Answer
  readonly harm: Answer
}
const facts = ['adult', 'pressed', 'violent', 'sexual-acts', 'under-13', 'harm'] as const

const everyAnswer: readonly Triggers[] = facts.reduce<readonly Partial<Triggers>[]>(
  (sets, fact) => sets.flatMap((set) => answers.map((answer) => ({ ...set, [fact]: answer }))),
  [{}],
) as readonly Triggers[]

/** The five triggers as the source states them, written again without looking at the pack (003-128 to 003-132). */
function triggersOf(told: Triggers): readonly Answer[] {
  const acts = told['sexual-acts']
  const young = told['under-13']
  const four = acts === 'no' || young === 'no' ? 'no' : acts === 'yes' && young === 'yes' ? 'yes' : 'not-known'
  return [told.adult, told.pressed, told.violent, four, told.harm]
}

/** Where the triggers lead, after a quiet start and with nothing in the review that calls for a referral. */
function leadsTo(procedure: Procedure, told: Triggers, earlier: Partial<Record<'adults' | 'pressure', Answer>> = {}) {
  const offer = (step: string, more: Partial<Offer>): [StepId, Offer] => [
    step as StepId,
    { step: step as StepId, outcome: 'answered', ...more },
  ]
  const taken = new Map([
    offer('immediate-danger', { answers: ['no'] }),
    offer('review-sharing', { values: { adults: 'no', pressure: 'not-known', ...earlier } }),
    offer('triggers', { values: { ...told } }),
  ])
  return choose(stepOf(procedure, 'triggers' as StepId)!, taken).way
}

for (const { pack, procedure } of shipped) {
  describe(`${pack}: the five triggers for telling police or social care at once`, () => {
    it('lead there whenever one of them is yes, however the others are answered', () => {
      for (const told of everyAnswer.filter((each) => triggersOf(each).includes('yes'))) {
        const way = leadsTo(procedure!, told)
        assert.deepEqual([way?.go, way?.immediate], ['who-must-hear', true], JSON.stringify(told))
      }
    })

    it('lead to children’s social care for advice when none is yes but one is not known', () => {
      const open = everyAnswer.map(triggersOf).filter((five) => !five.includes('yes') && five.includes('not-known'))
      assert.ok(open.length > 0)
      for (const told of everyAnswer) {
        const five = triggersOf(told)
        if (five.includes('yes') || !five.includes('not-known')) continue
        assert.equal(leadsTo(procedure!, told)?.go, 'ask-childrens-services', JSON.stringify(told))
      }
    })

    it('leave the school to respond only when all five are no', () => {
      const alone = everyAnswer.filter((told) => leadsTo(procedure!, told)?.go === 'refer-anyway')
      assert.ok(alone.length > 0)
      for (const told of alone) assert.deepEqual(new Set(triggersOf(told)), new Set(['no']))
    })

    it('count an adult or pressure found in the review, whatever is ticked later', () => {
      const no = Object.fromEntries(facts.map((fact) => [fact, 'no'])) as unknown as Triggers
      assert.equal(leadsTo(procedure!, no)?.go, 'refer-anyway')
      assert.equal(leadsTo(procedure!, no, { adults: 'yes' })?.go, 'who-must-hear')
      assert.equal(leadsTo(procedure!, no, { pressure: 'yes' })?.go, 'who-must-hear')
    })
  })
}
