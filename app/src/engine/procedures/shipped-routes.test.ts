import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { accepts } from './accepts.js'
import { choose } from './explore.js'
import { nextStep } from './next-step.js'
import type { Procedure, Step, StepId } from './procedure.js'
import { knownStep, stepOf } from './procedure.js'
import type { Entry, Offer, Progress } from './progress.js'
import { optionsOf } from './questions.js'
import { remaining } from './remaining.js'
import type { Route } from './routes.js'
import { everyRoute } from './routes.js'
import { shippedProcedures } from './shipped-procedures.js'
import { wordingOf } from './wording.js'

const packs = fileURLToPath(new URL('../../../../../packs', import.meta.url))
const shipped = shippedProcedures(packs).flatMap(({ pack, id, own, procedure }) =>
  own === null || procedure === null
    ? []
    : [{ name: `${pack}, ${id}`, id, procedure, routes: [...everyRoute(procedure)] }],
)

const given = (route: Route, step: string) => route.offers.find((offer) => offer.step === step)
const passes = (route: Route, step: string) => given(route, step) !== undefined
const answered = (route: Route, step: string) => given(route, step)?.answers?.[0]

/** Plays a route entry by entry, and looks at every moment of it. */
function play(
  procedure: Procedure,
  offers: readonly Offer[],
  look: (step: Step, progress: Progress) => void,
): Progress {
  let progress: Progress = []
  for (const offer of offers) {
    const step = stepOf(procedure, offer.step)!
    look(step, progress)
    assert.equal(accepts(procedure, progress, offer)?.sentence, undefined)
    const entry: Entry = { ...offer, by: null, at: '2026-11-24T10:42:00Z', wording: wordingOf(step) }
    progress = [...progress, entry]
  }
  return progress
}

/** Enough routes to pass every step in every way of answering it, and some hundreds more spread over all. */
function sample(routes: readonly Route[]): readonly Route[] {
  const seen = new Set<Offer>()
  const spread = Math.ceil(routes.length / 100)
  return routes.filter(({ offers }, place) => {
    const isNew = offers.some((offer) => !seen.has(offer))
    for (const offer of offers) seen.add(offer)
    return isNew || place % spread === 0
  })
}

for (const { name, procedure, routes } of shipped) {
  describe(`every route through ${name}`, () => {
    it('reaches a closing step', () => {
      assert.ok(routes.length > 50)
      assert.equal(routes.filter((route) => !route.closes).length, 0)
      const ends = new Set(routes.map((route) => stepOf(procedure, route.offers.at(-1)!.step)?.kind))
      assert.deepEqual([...ends], ['close'])
    })

    it('between them pass every step', () => {
      const passed = new Set(routes.flatMap((route) => route.offers))
      const ids = new Set([...passed].map((offer) => offer.step))
      assert.deepEqual(
        procedure.steps.filter((step) => !ids.has(step.id)).map((step) => step.id),
        [],
      )
    })

    it('skip no step that must be done', () => {
      const skipped = new Set(routes.flatMap((route) => route.offers.filter((offer) => offer.outcome === 'skipped')))
      assert.deepEqual(
        [...skipped].filter((offer) => stepOf(procedure, offer.step)?.must),
        [],
      )
    })

    it('pass a referral before closing once an answer has called for one at once', () => {
      assert.deepEqual(
        routes.flatMap((route) => unansweredTriggers(procedure, route)),
        [],
      )
    })

    it('can be entered step by step, and closed only at the end', () => {
      for (const route of sample(routes)) {
        const end = route.offers.at(-1)!
        const progress = play(procedure, route.offers, (step, so) => {
          if (step.kind === 'close') return assert.deepEqual(remaining(procedure, so), [])
          assert.ok(remaining(procedure, so).includes(step))
          assert.match(accepts(procedure, so, end)?.sentence ?? 'It was closed.', /cannot be closed yet/)
        })
        assert.equal(nextStep(procedure, progress), null)
      }
    })
  })
}

/** Steps after which this route took an immediate way and then closed without an immediate referral. */
function unansweredTriggers(procedure: Procedure, { offers }: Route): readonly StepId[] {
  const isReferral = (offer: Offer) => {
    const step = stepOf(procedure, offer.step)
    return step?.kind === 'refer' && step.immediate
  }
  const last = offers.findLastIndex(isReferral)
  return offers.slice(last + 1).flatMap(({ step: id }, place, after) => {
    const step = stepOf(procedure, id)!
    const next = after[place + 1]?.step
    const isTrigger = step.next.some((way) => way.immediate && way.go === next && !isOtherwiseOpen(step, way.go))
    return isTrigger ? [id] : []
  })
}

/** Whether an ordinary way of the same step leads to the same place, so that the route does not tell which was taken. */
const isOtherwiseOpen = (step: Step, go: StepId) => step.next.some((way) => !way.immediate && way.go === go)

const routesOf = (id: string) => shipped.filter((each) => each.id === id)

const answerTo = (id: string, value: string): [StepId, Offer] => {
  const step = id as StepId
  return [step, { step, outcome: 'answered', answers: [value] }]
}

/** Whether a route that passes `then` passes `first` before it. */
function before({ offers }: Route, first: string, then: string): boolean {
  const place = offers.findIndex((offer) => offer.step === then)
  return place === -1 || offers.slice(0, place).some((offer) => offer.step === first)
}

describe('a nude image, in every pack and on every route', () => {
  for (const { name, routes } of routesOf('shared-image')) {
    it(`${name}: nobody looks unless the reason is written and somebody else has approved`, () => {
      const viewed = routes.filter((route) => passes(route, 'record-viewing'))
      assert.ok(viewed.length > 0)
      for (const route of viewed) {
        assert.ok(given(route, 'view-or-not')?.reason)
        assert.equal(answered(route, 'approve-viewing'), 'approved')
      }
    })

    it(`${name}: nothing is deleted without three times yes`, () => {
      for (const route of routes.filter((each) => passes(each, 'deletion'))) {
        const check = given(route, 'deletion-check')?.values
        assert.deepEqual([check?.['no-agency'], check?.['no-risk'], check?.['no-harm']], ['yes', 'yes', 'yes'])
      }
    })

    it(`${name}: the DSL decides about viewing and deleting in person`, () => {
      const { procedure } = shipped.find((each) => each.name === name)!
      for (const id of ['view-or-not', 'record-viewing', 'deletion-check']) {
        const step = stepOf(procedure, id as StepId)
        assert.deepEqual([step?.by, step?.inPerson], ['dsl', true])
      }
      assert.notEqual(stepOf(procedure, 'approve-viewing' as StepId)?.by, 'dsl')
    })

    it(`${name}: the parents are decided upon, and every child has a risk assessment and help`, () => {
      for (const route of routes) {
        for (const id of ['parents', 'risk-assessment', 'support']) assert.ok(passes(route, id))
        assert.ok(answered(route, 'parents') !== 'delayed' || passes(route, 'parents-later'))
      }
    })

    it(`${name}: others outside are told only after advice`, () => {
      for (const route of routes) assert.ok(before(route, 'advice-first', 'tell-others'))
    })
  }
})

describe('something that came through the filter, in every pack and on every route', () => {
  for (const { name, routes } of routesOf('filtering-breach')) {
    it(`${name}: the provider is told, the filter mended and the mend tested`, () => {
      for (const route of routes) for (const id of ['supplier', 'list-fixed', 'tested']) assert.ok(passes(route, id))
    })

    it(`${name}: a child who was involved is talked to, and the parents are decided upon`, () => {
      for (const route of routes.filter((each) => answered(each, 'child-involved') !== 'no')) {
        for (const id of ['answer-child', 'parents']) assert.ok(passes(route, id))
        assert.ok(answered(route, 'parents') !== 'delayed' || passes(route, 'parents-later'))
      }
    })
  }
})

describe('an adult who works here, in every pack and on every route', () => {
  for (const { name, procedure, routes } of routesOf('staff-misuse')) {
    it(`${name}: the adult hears nothing and nothing is looked into before the LADO has advised`, () => {
      for (const route of routes) {
        for (const id of ['tell-adult', 'inquiry', 'discipline']) assert.ok(before(route, 'lado-says', id))
        assert.ok(before(route, 'tell-lado', 'lado-says'))
      }
    })

    // Routes let one answer stand for those that take the same way, so each answer is tried here by itself.
    it(`${name}: a possible harm, or a doubt, always reaches the LADO`, () => {
      const step = knownStep(procedure, 'threshold' as StepId)
      const possible = optionsOf(step).filter(({ value }) => value !== 'no')
      assert.ok(possible.length > 1)
      for (const { value } of possible) {
        const taken = new Map<StepId, Offer>([
          ...(['about', 'danger', 'earlier'] as const).map((id): [StepId, Offer] => answerTo(id, 'no')),
          answerTo('threshold', value),
        ])
        assert.equal(choose(step, taken).way?.go, 'tell-lado', value)
      }
    })
  }

  const always = routesOf('staff-misuse').filter(({ name }) => name.startsWith('county-template'))
  for (const { name, routes } of always) {
    it(`${name}: the LADO hears of every allegation`, () => {
      for (const route of routes) assert.ok(passes(route, 'tell-lado'))
    })
  }
})
