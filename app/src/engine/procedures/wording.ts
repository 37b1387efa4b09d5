import type { Step } from './procedure.js'
import type { Wording } from './progress.js'
import { fieldsOf, optionsOf } from './questions.js'

/** The words of a step as shown now, to be stored with the answer. */
export const wordingOf = (step: Step): Wording => ({
  title: step.title,
  ...(step.text === undefined ? {} : { text: step.text }),
  mustNots: step.mustNots,
  options: Object.fromEntries(optionsOf(step).map((option) => [option.value, option.text])),
  fields: Object.fromEntries(fieldsOf(step).map((field) => [field.id, field.label])),
})
