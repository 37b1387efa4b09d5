import { parseSpan } from '../../kernel/calendar/span.js'
import { countChoices, MOST_CHOICES, whatDecides } from './choices.js'
import { comparisonsIn, valuesOf } from './conditions.js'
import type { Fault, KnownIds } from './faults.js'
import { circle } from './graph.js'
import type { Condition, Procedure, Step } from './procedure.js'
import { stepOf } from './procedure.js'
import { stepOfRef } from './progress.js'
import { optionsBehind, optionsOf } from './questions.js'

/** Faults that show without following any route: unknown ids, dead ends, circles. */
export function faultsOfShape(procedure: Procedure, known: KnownIds): readonly Fault[] {
  const ofProcedure = wholeProcedure(procedure).map((sentence) => ({ step: null, sentence }))
  const ofStandIns = procedure.standIns.flatMap((standIn) => [
    ...unknownPosts([standIn.post, standIn.by], known),
    ...conditionFaults(procedure, standIn.when, 'A stand-in'),
  ])
  const ofSteps = procedure.steps.flatMap((step) =>
    stepFaults(procedure, step, known).map((sentence) => ({ step: step.id, sentence })),
  )
  return [...ofProcedure, ...ofStandIns.map((sentence) => ({ step: null, sentence })), ...ofSteps]
}

function wholeProcedure(procedure: Procedure): readonly string[] {
  const ids = procedure.steps.map((step) => step.id)
  const twice = [...new Set(ids.filter((id, place) => ids.indexOf(id) !== place))]
  const round = circle(procedure)
  return [
    ...twice.map((id) => `Two steps are called “${id}”. Every step needs its own id.`),
    ...(stepOf(procedure, procedure.start) ? [] : [`It starts at “${procedure.start}”, and there is no such step.`]),
    ...(procedure.steps.some((step) => step.kind === 'close') ? [] : ['It never closes: it has no closing step.']),
    ...(round ? [`It goes round in a circle: ${[...round, round[0]].join(' → ')}.`] : []),
  ]
}

function stepFaults(procedure: Procedure, step: Step, known: KnownIds): readonly string[] {
  const name = `“${step.title}”`
  return [
    ...endings(procedure, step, name),
    ...step.next.flatMap((way) => conditionFaults(procedure, way.when, name)),
    ...unknownPosts(postsIn(step), known),
    ...spanFaults(step, name),
    ...kindFaults(step, known, name),
    ...(countChoices(step, whatDecides(procedure)) > MOST_CHOICES
      ? [`${name} asks so many deciding questions at once that its ways cannot be checked. Split it.`]
      : []),
  ]
}

function endings(procedure: Procedure, step: Step, name: string): readonly string[] {
  if (step.kind === 'close') return step.next.length === 0 ? [] : [`${name} closes, so nothing can come after it.`]
  if (step.next.length === 0) return [`${name} leads nowhere. Say what comes next.`]
  const lost = step.next.filter((way) => !stepOf(procedure, way.go))
  return lost.map((way) => `${name} goes on to “${way.go}”, and there is no such step.`)
}

function conditionFaults(procedure: Procedure, when: Condition | null, name: string): readonly string[] {
  return comparisonsIn(when).flatMap((comparison) => {
    const options = optionsBehind(procedure, comparison.answer)
    if (options === undefined) {
      const exists = stepOf(procedure, stepOfRef(comparison.answer)) !== undefined
      const why = exists ? 'that step asks no such question' : 'there is no such step'
      return [`${name} depends on the answer to “${comparison.answer}”, and ${why}.`]
    }
    return valuesOf(comparison)
      .filter((value) => !options.some((option) => option.value === value))
      .map((value) => `${name} depends on the answer “${value}” to “${comparison.answer}”, which it does not offer.`)
  })
}

const postsIn = (step: Step): readonly string[] => [
  step.by,
  ...(step.kind === 'notify' ? step.to : []),
  ...(step.kind === 'approve' ? [step.approver] : []),
]

const unknownPosts = (posts: readonly string[], { posts: known }: KnownIds): readonly string[] =>
  posts.filter((post) => known?.has(post) === false).map((post) => `There is no post “${post}” in this pack.`)

function spanFaults(step: Step, name: string): readonly string[] {
  const spans = [step.within, step.kind === 'wait' ? step.for : undefined]
  return spans.flatMap((span) => {
    const read = span === undefined ? null : parseSpan(span)
    return typeof read === 'string' ? [`${name}: ${read}`] : []
  })
}

function kindFaults(step: Step, known: KnownIds, name: string): readonly string[] {
  switch (step.kind) {
    case 'ask':
      return optionFaults(step, name)
    case 'refer':
      return referralFaults(step, known, name)
    case 'close':
      return step.opens !== undefined && known.procedures?.has(step.opens) === false
        ? [`${name} goes on with the procedure “${step.opens}”, which this pack does not have.`]
        : []
    default:
      return []
  }
}

function referralFaults(step: Extract<Step, { kind: 'refer' }>, known: KnownIds, name: string): readonly string[] {
  const unknown = known.agencies?.has(step.agency) === false
  return [
    ...(unknown ? [`There is no agency “${step.agency}” in this pack.`] : []),
    ...(step.immediate && !step.must ? [`${name} is an immediate referral, so it has to be marked must.`] : []),
  ]
}

function optionFaults(step: Extract<Step, { kind: 'ask' }>, name: string): readonly string[] {
  const values = optionsOf(step).map((option) => option.value)
  return [
    ...(values.length < 2 ? [`${name} needs at least two answers to choose from.`] : []),
    ...(new Set(values).size < values.length ? [`${name} offers the same answer twice.`] : []),
    ...(step.default !== undefined && !values.includes(step.default)
      ? [`${name} takes “${step.default}” as its usual answer, which it does not offer.`]
      : []),
  ]
}
