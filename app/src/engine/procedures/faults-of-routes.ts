import { comparisonsIn } from './conditions.js'
import type { Trial } from './explore.js'
import { explore } from './explore.js'
import type { Fault } from './faults.js'
import type { Procedure, Step, StepId } from './procedure.js'
import { stepOf } from './procedure.js'
import type { Offer } from './progress.js'
import { stepOfRef } from './progress.js'
import { fieldsOf, optionsOf, optionsOfField } from './questions.js'

/** Faults that only show when every answer is tried: what is never reached, what can be got round, what gets stuck. */
export function faultsOfRoutes(procedure: Procedure): readonly Fault[] {
  const found = new Map<string, Fault>()
  const reached = new Set<StepId>()
  const taken = new Set<unknown>()
  const title = (id: StepId) => `“${stepOf(procedure, id)?.title ?? id}”`

  explore(procedure, (step, trials) => {
    reached.add(step.id)
    for (const trial of trials) taken.add(trial.way)
    const sentences = [
      ...trials.flatMap((trial) => stuck(trial)),
      ...trials.flatMap((trial) => unasked(trial, title)),
      ...trials.flatMap((trial) => unreferred(trial)),
      ...avoidedBySkip(step, trials, title),
    ]
    for (const sentence of sentences) found.set(sentence, { step: step.id, sentence })
  })

  const unreachable = procedure.steps.filter((step) => !reached.has(step.id))
  const dead = procedure.steps
    .filter((step) => reached.has(step.id))
    .flatMap((step) => step.next.filter((way) => !taken.has(way)).map((way) => ({ step, way })))
  return [
    ...unreachable.map((step) => ({ step: step.id, sentence: `No way leads to ${title(step.id)}.` })),
    ...dead.map(({ step, way }) => ({
      step: step.id,
      sentence: `The way from ${title(step.id)} to ${title(way.go)} can never be taken: another always comes first.`,
    })),
    ...found.values(),
  ]
}

const stuck = ({ step, offer, way }: Trial): readonly string[] =>
  way === null ? [`From “${step.title}” there is no way onward ${answerInWords(step, offer)}.`] : []

const unasked = ({ step, unasked: refs }: Trial, title: (id: StepId) => string): readonly string[] =>
  refs.map((ref) => `“${step.title}” depends on ${title(stepOfRef(ref))}, which is not always asked before it.`)

function unreferred({ step, offer, way, outlook }: Trial): readonly string[] {
  if (way === null || !way.immediate || outlook.refers) return []
  const told = answerInWords(step, offer)
  return [`After “${step.title}”, ${told}, a referral must follow at once, but it can close without one.`]
}

/** A skip takes the way of no answer; no must step that some answer makes certain may be lost by it. */
function avoidedBySkip(step: Step, trials: readonly Trial[], title: (id: StepId) => string): readonly string[] {
  const skip = trials.find((trial) => trial.offer.outcome === 'skipped')
  if (skip === undefined) return []
  const lost = trials.flatMap((trial) => [...trial.outlook.certain].filter((id) => !skip.outlook.certain.has(id)))
  return [...new Set(lost)].map(
    (id) => `Skipping “${step.title}” leads past ${title(id)}, which must be done. Mark the question must.`,
  )
}

/** Only the answers that this step's own branches look at: the others have nothing to do with the fault. */
function answerInWords(step: Step, offer: Offer): string {
  if (offer.outcome === 'skipped') return 'if it is skipped'
  const looksAt = (ref: string) => step.next.some((way) => comparisonsIn(way.when).some(({ answer }) => answer === ref))
  const chosen = optionsOf(step).filter((option) => looksAt(step.id) && offer.answers?.includes(option.value))
  const filled = fieldsOf(step)
    .filter((field) => looksAt(`${step.id}.${field.id}`))
    .flatMap((field) => optionsOfField(field).filter((option) => option.value === offer.values?.[field.id]))
  const words = [...chosen, ...filled].map((option) => `“${option.text}”`)
  return words.length === 0 ? 'as it stands' : `if the answer is ${words.join(', ')}`
}
