import type { Procedure, Step, StepId } from './procedure.js'
import { stepOf } from './procedure.js'

/** The steps that one step can lead to, each once, in the order of its ways. */
export const targetsOf = (step: Step): readonly StepId[] => [...new Set(step.next.map((way) => way.go))]

/** The steps that can be reached by following ways, whatever their conditions. */
export function reachable(procedure: Procedure, from: StepId = procedure.start): ReadonlySet<StepId> {
  const seen = new Set<StepId>()
  const visit = (id: StepId) => {
    const step = stepOf(procedure, id)
    if (step === undefined || seen.has(id)) return
    seen.add(id)
    targetsOf(step).forEach(visit)
  }
  visit(from)
  return seen
}

/**
 * The steps in an order in which every way leads forward, the way first written coming first: what comes before what on
 * paper. The numbers on the drawing and on the plain-English page are places in this order. Steps that nothing leads to
 * are left out; a circle is broken where it is met, so that a faulty draft can still be drawn.
 */
export function inOrder(procedure: Procedure): readonly Step[] {
  const finished: Step[] = []
  const seen = new Set<StepId>()
  const visit = (id: StepId) => {
    const step = stepOf(procedure, id)
    if (step === undefined || seen.has(id)) return
    seen.add(id)
    // Backwards, because the whole list is turned round at the end.
    targetsOf(step).toReversed().forEach(visit)
    finished.push(step)
  }
  visit(procedure.start)
  return finished.reverse()
}

/** One circle of steps, in order, or nothing: a procedure that can come back to a step may never close. */
export function circle(procedure: Procedure): readonly StepId[] | null {
  const trail: StepId[] = []
  const cleared = new Set<StepId>()
  const visit = (id: StepId): readonly StepId[] | null => {
    if (trail.includes(id)) return trail.slice(trail.indexOf(id))
    const step = stepOf(procedure, id)
    if (step === undefined || cleared.has(id)) return null
    trail.push(id)
    const found = targetsOf(step).reduce<readonly StepId[] | null>((known, next) => known ?? visit(next), null)
    trail.pop()
    cleared.add(id)
    return found
  }
  return procedure.steps.reduce<readonly StepId[] | null>((known, step) => known ?? visit(step.id), null)
}
