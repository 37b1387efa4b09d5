import { choicesAt, whatDecides } from './choices.js'
import { comparisonsIn, judge } from './conditions.js'
import { reachable } from './graph.js'
import type { AnswerRef, Procedure, Step, StepId, Way } from './procedure.js'
import { stepOf } from './procedure.js'
import type { Offer } from './progress.js'
import { answersIn, stepOfRef } from './progress.js'

/** What is sure of every route from a step to the end. */
export interface Outlook {
  /** Must steps that all of them pass. */
  readonly certain: ReadonlySet<StepId>
  /** Whether all of them pass a referral that is immediate and cannot be skipped. */
  readonly refers: boolean
}

/** One answer tried at one step, and where it leads: `way` is null when nothing holds. */
export interface Trial {
  readonly step: Step
  readonly offer: Offer
  readonly way: Way | null
  /** Answers that a condition looked at although their question is not on this route. */
  readonly unasked: readonly AnswerRef[]
  readonly outlook: Outlook
}

type Taken = ReadonlyMap<StepId, Offer>

const nothingSure: Outlook = { certain: new Set(), refers: false }

/**
 * Tries every answer at every step on every route, and hands the trials of each step to `look` together. Routes that can
 * no longer differ (same step, same answers as far as later branches look) are followed once, which keeps it quick
 * however many ways part and meet again. Answers what is sure from the start. For procedures of sound shape only: it would
 * not come back from a circle.
 */
export function explore(
  procedure: Procedure,
  look: (step: Step, trials: readonly Trial[]) => void = () => {},
): Outlook {
  const deciding = whatDecides(procedure)
  const later = refsLater(procedure)
  const known = new Map<string, Outlook>()

  const from = (id: StepId, taken: Taken): Outlook => {
    const key = keyOf(id, taken, later.get(id) ?? [])
    const found = known.get(key)
    if (found !== undefined) return found
    const step = stepOf(procedure, id)
    const outlook = step === undefined || step.kind === 'close' ? nothingSure : outlookOf(step, tryAll(step, taken))
    if (step?.kind === 'close') look(step, [])
    known.set(key, outlook)
    return outlook
  }
  const tryAll = (step: Step, taken: Taken): readonly Trial[] => {
    const trials = choicesAt(step, deciding).map((offer) => {
      const onward = choose(step, new Map([...taken, [step.id, offer]]))
      const outlook = onward.way === null ? nothingSure : from(onward.way.go, onward.taken)
      return { step, offer, way: onward.way, unasked: onward.unasked, outlook }
    })
    look(step, trials)
    return trials
  }
  return from(procedure.start, new Map())
}

/** The way that a step takes with these answers, and what its conditions looked for in vain. */
export function choose(step: Step, taken: Taken) {
  const unasked: AnswerRef[] = []
  const way = step.next.find((candidate) => {
    unasked.push(...refsIn(candidate).filter((ref) => !taken.has(stepOfRef(ref))))
    return judge(candidate.when, (ref) => answersIn(taken.get(stepOfRef(ref)), ref)) === true
  })
  return { way: way ?? null, unasked, taken }
}

const refsIn = (way: Way): readonly AnswerRef[] => comparisonsIn(way.when).map((comparison) => comparison.answer)

function outlookOf(step: Step, trials: readonly Trial[]): Outlook {
  const [first, ...others] = trials.map((trial) => trial.outlook)
  const shared = [...(first?.certain ?? [])].filter((id) => others.every((other) => other.certain.has(id)))
  const refersHere = step.kind === 'refer' && step.immediate && step.must
  return {
    certain: new Set(step.must ? [step.id, ...shared] : shared),
    refers: refersHere || trials.every((trial) => trial.outlook.refers),
  }
}

/** For each step, the answers that it or a step after it looks at. */
function refsLater(procedure: Procedure): ReadonlyMap<StepId, readonly AnswerRef[]> {
  const after = (id: StepId) =>
    [...reachable(procedure, id)].flatMap((each) => stepOf(procedure, each)?.next.flatMap(refsIn) ?? [])
  return new Map(procedure.steps.map((step) => [step.id, [...new Set(after(step.id))].sort()]))
}

const keyOf = (id: StepId, taken: Taken, refs: readonly AnswerRef[]): string =>
  [
    id,
    ...refs.map((ref) => (taken.has(stepOfRef(ref)) ? answersIn(taken.get(stepOfRef(ref)), ref).join('+') : '?')),
  ].join('|')
