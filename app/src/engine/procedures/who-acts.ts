import type { PostId } from '../../kernel/ids.js'
import { judge } from './conditions.js'
import type { Procedure, Step } from './procedure.js'
import type { Progress } from './progress.js'
import { knownOn, trace } from './trace.js'

/** The post that acts where the procedure names `post`: a stand-in, while an answer on the path calls for one. */
export function standingFor(procedure: Procedure, progress: Progress, post: PostId): PostId {
  const known = knownOn(trace(procedure, progress).done)
  const standIn = procedure.standIns.find(
    (candidate) => candidate.post === post && judge(candidate.when, (ref) => known(ref) ?? []) === true,
  )
  return standIn?.by ?? post
}

/** The post whose step this is now. For an approval that is the approver. */
export const whoActs = (procedure: Procedure, progress: Progress, step: Step): PostId =>
  standingFor(procedure, progress, step.kind === 'approve' ? step.approver : step.by)

/** Who is told at a notify step, stand-ins applied, each once; nobody at other kinds. */
export const whoIsTold = (procedure: Procedure, progress: Progress, step: Step): readonly PostId[] =>
  step.kind === 'notify' ? [...new Set(step.to.map((post) => standingFor(procedure, progress, post)))] : []
