import type { Comparison } from './conditions.js'
import { comparisonsIn, valuesOf } from './conditions.js'
import type { Condition, Procedure, Step, Way } from './procedure.js'
import { stepOf } from './procedure.js'
import { stepOfRef } from './progress.js'
import { optionsBehind, optionsOf } from './questions.js'

/** When a way is taken, in words: 'Yes', 'No or not known', 'otherwise'. Nothing when it is the only one. */
export function wayWords(procedure: Procedure, step: Step, way: Way): string | null {
  if (step.next.length < 2) return null
  if (way.label !== undefined) return way.label
  return way.when === null ? restInWords(step) : conditionInWords(procedure, step, way.when)
}

/** A condition in words. The step's own answers go without saying whose they are. */
export function conditionInWords(procedure: Procedure, step: Step | null, when: Condition): string {
  if ('all' in when) return when.all.map((part) => conditionInWords(procedure, step, part)).join(', and ')
  if ('any' in when) return when.any.map((part) => conditionInWords(procedure, step, part)).join(', or ')
  const options = optionsBehind(procedure, when.answer) ?? []
  const texts = valuesOf(when).map((value) => options.find((option) => option.value === value)?.text ?? value)
  const asker = stepOf(procedure, stepOfRef(when.answer))
  return asker?.id === step?.id ? either(texts) : `“${asker?.title}” was answered: ${either(texts)}`
}

/** The answers that no earlier way takes, where they can be told; otherwise 'otherwise'. */
function restInWords(step: Step): string {
  const earlier = step.next.flatMap((way) => (way.when === null ? [] : [way.when]))
  const plain = earlier.every((when) => isOwnAnswer(step, when))
  const many = step.kind === 'ask' && step.many
  if (!plain || many || optionsOf(step).length === 0) return 'Otherwise'
  const taken = earlier.flatMap(comparisonsIn).flatMap(valuesOf)
  return either(
    optionsOf(step)
      .filter((option) => !taken.includes(option.value))
      .map((option) => option.text),
  )
}

const isOwnAnswer = (step: Step, when: Condition): when is Comparison =>
  'answer' in when && when.answer === (step.id as string)

const either = (texts: readonly string[]): string => {
  const plain = texts.map((text, place) => (place === 0 ? text : text.charAt(0).toLowerCase() + text.slice(1)))
  return plain.length < 3 ? plain.join(' or ') : `${plain.slice(0, -1).join(', ')} or ${plain.at(-1)}`
}
