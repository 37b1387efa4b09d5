import type { Deciding } from './choices.js'
import { choicesAt, whatDecides } from './choices.js'
import { comparisonsIn } from './conditions.js'
import { choose } from './explore.js'
import type { AnswerRef, Procedure, Step, StepId, Way } from './procedure.js'
import type { Offer } from './progress.js'
import { answersIn, stepOfRef } from './progress.js'

/** One way through a procedure from start to end: what was entered, in order. */
export interface Route {
  readonly offers: readonly Offer[]
  /** False when it got stuck before a closing step. */
  readonly closes: boolean
}

/** Answers of one step that come to the same: one of them, and the way it takes. */
interface Fork {
  readonly offer: Offer
  readonly way: Way | null
}

type Taken = ReadonlyMap<StepId, Offer>

/**
 * Every route through a procedure, one at a time. Of answers at a step that take the same way and that nothing looks at
 * later, one stands for all. There may be many: `explore` answers questions about all routes without listing them.
 */
export function* everyRoute(procedure: Procedure): Generator<Route> {
  const steps = new Map(procedure.steps.map((step) => [step.id, step]))
  const forksAt = forkFinder(procedure)
  const taken = new Map<StepId, Offer>()
  yield* onwardFrom(procedure.start)

  function* onwardFrom(id: StepId): Generator<Route> {
    const step = steps.get(id)
    if (step === undefined) return yield { offers: [...taken.values()], closes: false }
    for (const { offer, way } of forksAt(step, taken)) {
      taken.set(id, offer)
      if (way !== null) yield* onwardFrom(way.go)
      else yield { offers: [...taken.values()], closes: step.kind === 'close' }
      taken.delete(id)
    }
  }
}

/** Forks are found once for each step and each set of earlier answers that its branches look at. */
function forkFinder(procedure: Procedure): (step: Step, taken: Taken) => readonly Fork[] {
  const deciding = whatDecides(procedure)
  const found = new Map<string, readonly Fork[]>()
  return (step, taken) => {
    const looksAt = refsOfWays(step.next).filter((ref) => stepOfRef(ref) !== step.id)
    const key = `${step.id}: ${looksAt.map((ref) => answersIn(taken.get(stepOfRef(ref)), ref).join('+')).join('|')}`
    const forks = found.get(key) ?? findForks(procedure, step, taken, deciding)
    found.set(key, forks)
    return forks
  }
}

function findForks(procedure: Procedure, step: Step, taken: Taken, deciding: Deciding): readonly Fork[] {
  const otherWays = procedure.steps.filter((other) => other !== step).flatMap((other) => other.next)
  const lookedAtLater = refsOfWays(otherWays).filter((ref) => stepOfRef(ref) === step.id)
  const forks = new Map<string, Fork>()
  for (const offer of choicesAt(step, deciding)) {
    const { way } = choose(step, new Map([...taken, [step.id, offer]]))
    const answers = lookedAtLater.map((ref) => answersIn(offer, ref).join('+')).join('|')
    const key = `${way === null ? 'stuck' : step.next.indexOf(way)} ${answers}`
    if (!forks.has(key)) forks.set(key, { offer, way })
  }
  return [...forks.values()]
}

const refsOfWays = (ways: readonly Way[]): readonly AnswerRef[] => [
  ...new Set(ways.flatMap((way) => comparisonsIn(way.when).map((comparison) => comparison.answer))),
]
