import { explore } from './explore.js'
import type { Fault, KnownIds } from './faults.js'
import { faults } from './faults.js'
import { mergeProcedure } from './merge-procedure.js'
import type { Procedure, StepId } from './procedure.js'
import { stepOf } from './procedure.js'
import type { WrittenProcedure } from './schema.js'
import { wholeProcedure } from './whole-procedure.js'

/** A procedure ready to run, with what is wrong with it. One with faults is never put in force. */
export interface Resolved {
  readonly procedure: Procedure | null
  readonly faults: readonly Fault[]
}

/**
 * The one way from written files to a procedure that runs: an overlay is merged onto its base, defaults are filled in,
 * and everything is checked, also that the overlay leads past nothing that the base makes certain.
 */
export function resolveProcedure(
  base: WrittenProcedure,
  overlay: WrittenProcedure | null,
  known: KnownIds = {},
): Resolved {
  const merged = overlay === null ? { written: base, problems: [] } : mergeProcedure(base, overlay)
  const whole = wholeProcedure(merged.written)
  if (whole.procedure === null) return { procedure: null, faults: whole.faults }
  const notAllowed = merged.problems.map(({ step, sentence }) => ({ step: step as StepId | null, sentence }))
  const found = [...notAllowed, ...faults(whole.procedure, known)]
  const loosened = overlay === null || found.length > 0 ? [] : loosenings(base, whole.procedure)
  return { procedure: whole.procedure, faults: [...found, ...loosened] }
}

function loosenings(written: WrittenProcedure, merged: Procedure): readonly Fault[] {
  const base = wholeProcedure(written).procedure
  if (base === null || faults(base).length > 0) return []
  const still = explore(merged).certain
  const passed = [...explore(base).certain].filter((id) => !still.has(id))
  const triggers = (procedure: Procedure, id: StepId) =>
    stepOf(procedure, id)?.next.filter((way) => way.immediate).length
  const fewer = base.steps.filter((step) => (triggers(base, step.id) ?? 0) > (triggers(merged, step.id) ?? 0))
  return [
    ...passed.map((id) => ({
      step: id,
      sentence: `Every case of the base passes “${stepOf(base, id)?.title}”. This overlay lets a case close without it.`,
    })),
    ...fewer.map((step) => ({
      step: step.id,
      sentence: `“${step.title}” has fewer immediate-referral branches than in the base.`,
    })),
  ]
}
