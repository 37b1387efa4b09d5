import { faultsOfRoutes } from './faults-of-routes.js'
import { faultsOfShape } from './faults-of-shape.js'
import type { Procedure, StepId } from './procedure.js'

/** Something wrong with a procedure, as a sentence for whoever wrote it. */
export interface Fault {
  /** The step to look at; nothing when it is the whole procedure. */
  readonly step: StepId | null
  readonly sentence: string
}

/** Ids that the rest of the pack defines. Each list is checked only where it is given. */
export interface KnownIds {
  /** Posts and audiences. */
  readonly posts?: ReadonlySet<string>
  readonly agencies?: ReadonlySet<string>
  readonly procedures?: ReadonlySet<string>
}

/**
 * Everything that makes a procedure unsound. Its routes are only followed once its shape is right: before that, every
 * route would fail for the same reason.
 */
export function faults(procedure: Procedure, known: KnownIds = {}): readonly Fault[] {
  const shape = faultsOfShape(procedure, known)
  return shape.length > 0 ? shape : faultsOfRoutes(procedure)
}
