import type { Comparison } from './conditions.js'
import { comparisonsIn, valuesOf } from './conditions.js'
import type { AnswerRef, Field, Procedure, Step } from './procedure.js'
import type { Offer } from './progress.js'
import { fieldsOf, optionsOf, optionsOfField } from './questions.js'

/** More different answers than this on one screen cannot be tried one by one; such a step is a fault of its own. */
export const MOST_CHOICES = 20_000

/** Every answer that some branch or stand-in looks at, with what they look for. All others make no difference. */
export type Deciding = ReadonlyMap<AnswerRef, readonly Comparison[]>

/** What decides the ways of a procedure. */
export function whatDecides({ steps, standIns }: Procedure): Deciding {
  const conditions = [...steps.flatMap((step) => step.next), ...standIns].map(({ when }) => when)
  return Map.groupBy(conditions.flatMap(comparisonsIn), (comparison) => comparison.answer)
}

/** How many different answers `choicesAt` would list. */
export function countChoices(step: Step, deciding: Deciding): number {
  const values = ownValues(step, deciding).length
  const answers = takesMany(step) && deciding.has(refOf(step)) ? 2 ** values : values
  return decidingFields(step, deciding).reduce((product, { values: each }) => product * each.length, answers)
}

/**
 * Every different answer that can be given at a step, and the skip where one is allowed. Of answers that no branch can
 * tell apart one stands for all. Each offer is complete: required fields that decide nothing are filled in, and a reason
 * is given.
 */
export function choicesAt(step: Step, deciding: Deciding): readonly Offer[] {
  const skip: Offer[] =
    step.must || step.kind === 'close' ? [] : [{ step: step.id, outcome: 'skipped', reason: 'Tried' }]
  const valueSets = decidingFields(step, deciding).reduce<readonly Readonly<Record<string, string>>[]>(
    (sets, { field, values }) => sets.flatMap((set) => values.map((value) => ({ ...set, [field.id]: value }))),
    [{}],
  )
  const given = answersToTry(step, deciding).flatMap((answers) =>
    valueSets.map((values) =>
      completed(step, { step: step.id, outcome: 'answered', answers, values, reason: 'Tried' }),
    ),
  )
  return [...given, ...skip]
}

/** The offer with every required field filled in that it leaves out, and the outcome that the kind of step takes. */
export function completed(step: Step, offer: Offer): Offer {
  const missing = fieldsOf(step).filter((field) => field.required && offer.values?.[field.id] === undefined)
  const filled = missing.map((field) => [field.id, exampleOf(field)])
  const answered = optionsOf(step).length > 0 || step.kind === 'record'
  return {
    ...offer,
    outcome: offer.outcome === 'skipped' ? 'skipped' : answered ? 'answered' : 'done',
    values: { ...Object.fromEntries(filled), ...offer.values },
  }
}

function exampleOf(field: Field): string {
  if (field.type === 'text') return 'Written down'
  if (field.type === 'date-time') return '2026-11-24T10:42'
  return field.type === 'yes-no' ? 'not-known' : (field.options[0]?.value ?? '')
}

const refOf = (step: Step): AnswerRef => step.id as string as AnswerRef

const takesMany = (step: Step) => step.kind === 'ask' && step.many

function answersToTry(step: Step, deciding: Deciding): readonly (readonly string[])[] {
  const values = ownValues(step, deciding)
  if (!takesMany(step) || !deciding.has(refOf(step))) return values.map((value) => (value === '' ? [] : [value]))
  return values.reduce<string[][]>((sets, value) => [...sets, ...sets.map((set) => [...set, value])], [[]]).slice(1)
}

/** The answers to the step's own question that can be told apart; '' when it asks none. */
function ownValues(step: Step, deciding: Deciding): readonly string[] {
  const values = optionsOf(step).map((option) => option.value)
  return values.length === 0 ? [''] : toldApart(values, deciding.get(refOf(step)) ?? [])
}

function decidingFields(step: Step, deciding: Deciding) {
  return fieldsOf(step).flatMap((field) => {
    const comparisons = deciding.get(`${step.id}.${field.id}` as AnswerRef)
    const values = [...optionsOfField(field).map((option) => option.value), ...(field.required ? [] : [''])]
    return comparisons === undefined ? [] : [{ field, values: toldApart(values, comparisons) }]
  })
}

/** The first of each group of values that the comparisons treat alike. */
function toldApart(values: readonly string[], comparisons: readonly Comparison[]): readonly string[] {
  const groups = Map.groupBy(values, (value) => comparisons.map((each) => valuesOf(each).includes(value)).join())
  return [...groups.values()].flatMap(([first]) => first ?? [])
}
