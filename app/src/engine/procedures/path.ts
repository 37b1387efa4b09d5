import type { Procedure, Step, StepId } from './procedure.js'
import { stepOf } from './procedure.js'
import type { Progress } from './progress.js'
import type { Done, Trace } from './trace.js'
import { knownOn, openWays, trace } from './trace.js'

/** A procedure as a person sees it: behind, in hand, and what is certain to come. */
export interface Path {
  readonly done: readonly Done[]
  readonly now: Step | null
  /**
   * Steps that every way onward passes, in order. Steps that hang on an answer not yet given are left out, and so are
   * those that were done before an answer was corrected and still count.
   */
  readonly next: readonly Step[]
}

/** Done, now, and next as far as it is known. */
export function path(procedure: Procedure, progress: Progress): Path {
  const walked = trace(procedure, progress)
  const entered = new Set(progress.map((entry) => entry.step))
  const stillCounts = (step: Step) => entered.has(step.id) && !step.afresh && step.kind !== 'close'
  return { ...walked, next: certainAfter(procedure, walked).filter((step) => !stillCounts(step)) }
}

function certainAfter(procedure: Procedure, { done, now }: Trace): readonly Step[] {
  if (now === null) return []
  const known = knownOn(done)
  const certain = new Map<StepId, readonly StepId[]>()
  const from = (id: StepId): readonly StepId[] => {
    const found = certain.get(id)
    if (found !== undefined) return found
    const step = stepOf(procedure, id)
    const onward = step === undefined ? [] : openWays(step, known).map((way) => from(way.go))
    const [first = [], ...others] = onward
    const sure = [id, ...first.filter((candidate) => others.every((other) => other.includes(candidate)))]
    certain.set(id, sure)
    return sure
  }
  return from(now.id)
    .slice(1)
    .flatMap((id) => stepOf(procedure, id) ?? [])
}
