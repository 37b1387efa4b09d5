import type { Pack } from '../../engine/packs/pack.js'
import type { AdoptionStep } from '../../engine/packs/schema/sections.js'
import type { PolicyApprovalRow } from './adoption-schema.js'

/** One step and how far it is for one exact text. */
export interface StepState {
  readonly step: AdoptionStep
  readonly acts: readonly PolicyApprovalRow[]
  readonly needed: number
  readonly done: boolean
  /** It may be taken now: every step before it is done. */
  readonly open: boolean
}

/**
 * How far each step of a pack is for the text with this hash. Acts on other texts do not count, nor does sending back.
 * The steps are those of the policy in force: a draft cannot loosen the way in which it is itself adopted. Pure.
 */
export function stepStates(
  { adoption }: Pick<Pack, 'adoption'>,
  acts: readonly PolicyApprovalRow[],
  hash: string | null,
): readonly StepState[] {
  let open = hash !== null
  return adoption.steps.map((step) => {
    const own = acts.filter((act) => act.step === step.id && act.hash === hash && act.outcome === 'done')
    const needed = step.quorum ?? 1
    const done = hash !== null && new Set(own.map(({ person_id }) => person_id)).size >= needed
    const state = { step, acts: own, needed, done, open }
    open &&= done
    return state
  })
}

/** The first step that is not done, or null when all are. */
export const missingStep = (states: readonly StepState[]): StepState | null => states.find(({ done }) => !done) ?? null
