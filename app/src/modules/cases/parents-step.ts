import type { Offer, Step } from '../../engine/procedures/index.js'
import type { CaseChild } from './queries/children-of.js'

/** Packs name their questions about parents so ('parents', 'parents-later'), with these answers. */
export const asksOfParents = (step: Step): boolean =>
  step.kind === 'ask' && step.id.startsWith('parents') && step.options.some(({ value }) => value === TOLD)

/** The answer that they were told: who says so says who was told, how and when. */
export const TOLD = 'told'

export const saysTold = ({ outcome, answers = [] }: Offer): boolean => outcome === 'answered' && answers.includes(TOLD)

/** Children whose adults nobody is on record as having told. */
export const notYetTold = (children: readonly CaseChild[]): readonly CaseChild[] =>
  children.filter(({ decision }) => decision?.decision !== TOLD)
