import { path } from './path.js'
import type { Procedure, Step } from './procedure.js'
import type { Progress } from './progress.js'

/**
 * What stands between this case and its closing: the step in hand and every must step that is certain to come. Empty
 * when closing is the next thing to do, or already done. Later questions may still add steps.
 */
export function remaining(procedure: Procedure, progress: Progress): readonly Step[] {
  const { now, next } = path(procedure, progress)
  if (now === null || now.kind === 'close') return []
  return [now, ...next.filter((step) => step.must && step.kind !== 'close')]
}
