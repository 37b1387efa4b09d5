import type { Procedure, Step } from './procedure.js'
import type { Progress } from './progress.js'
import { trace } from './trace.js'

/** The step in hand: the first on the path that is not done. Nothing once the procedure is closed. */
export const nextStep = (procedure: Procedure, progress: Progress): Step | null => trace(procedure, progress).now
