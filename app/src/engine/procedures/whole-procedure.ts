import type { Fault } from './faults.js'
import type { Condition, Field, Option, Procedure, ProcedureId, Step, StepId, Way } from './procedure.js'
import type { WrittenField, WrittenProcedure, WrittenStep } from './schema.js'

/** What each kind of step cannot do without, besides a title and a post. */
const needed = {
  instruct: [],
  ask: ['options'],
  record: ['fields'],
  refer: ['agency'],
  notify: ['to'],
  wait: ['for'],
  approve: ['approver'],
  close: [],
} as const satisfies Record<Step['kind'], readonly (keyof WrittenStep)[]>

/** The procedure that was written, with every default filled in; or what is missing from it. */
export type Whole =
  | { readonly procedure: Procedure; readonly faults: readonly [] }
  | { readonly procedure: null; readonly faults: readonly Fault[] }

/** Makes a merged procedure runnable. Says what is missing; whether it is sound is for `faults`. */
export function wholeProcedure(written: WrittenProcedure): Whole {
  const missing = [...missingInHead(written), ...(written.steps ?? []).flatMap(missingInStep)]
  if (missing.length > 0) return { procedure: null, faults: missing }
  const { steps = [], ...head } = written
  const procedure = {
    ...head,
    source: head.source ?? [],
    law: head.law ?? [],
    follows: head.follows ?? [],
    standIns: head.standIns ?? [],
    steps: steps.map(wholeStep),
  }
  // The branded ids are plain strings that have passed the schema.
  return { procedure: procedure as unknown as Procedure & { id: ProcedureId }, faults: [] }
}

function missingInHead(written: WrittenProcedure): readonly Fault[] {
  const keys = ['title', 'version', 'from', 'start', 'steps'] as const
  return keys
    .filter((key) => written[key] === undefined)
    .map((key) => ({ step: null, sentence: `The procedure has no “${key}”.` }))
}

function missingInStep(step: WrittenStep): readonly Fault[] {
  const id = step.id as StepId
  if (step.kind === undefined) return [{ step: id, sentence: `The step “${id}” has no kind.` }]
  const keys: readonly (keyof WrittenStep)[] = ['title', 'by', ...needed[step.kind]]
  const steps = keys
    .filter((key) => step[key] === undefined)
    .map((key) => ({ step: id, sentence: `The step “${id}” has no “${key}”.` }))
  const fields = (step.fields ?? []).flatMap((field) => missingInField(id, field))
  return [...steps, ...fields]
}

function missingInField(step: StepId, field: WrittenField): readonly Fault[] {
  const say = (what: string) => [{ step, sentence: `The field “${field.id}” of “${step}” has no ${what}.` }]
  if (field.label === undefined) return say('“label”')
  if (field.type === undefined) return say('“type”')
  return field.type === 'choice' && field.options === undefined ? say('“options”') : []
}

function wholeStep(written: WrittenStep): Step {
  const { why, drop: _dropped, next, ...step } = written
  const whole = { ...plainStep, ...step, ...partsOfKind(written, why === true), next: waysOf(next) }
  // The branded ids are plain strings that have passed the schema, and what its kind needs has been found to be there.
  return whole as unknown as Step
}

/** What holds for a step that says nothing else. */
const plainStep = { must: false, mustNots: [], source: [], law: [], inPerson: false, afresh: false }

function partsOfKind(step: WrittenStep, why: boolean) {
  switch (step.kind) {
    case 'ask':
      return { many: step.many ?? false, options: (step.options ?? []).map((option) => wholeOption(option, why)) }
    case 'record':
      return { fields: (step.fields ?? []).map(wholeField) }
    case 'refer':
      return { immediate: step.immediate ?? false }
    default:
      return {}
  }
}

const wholeOption = (option: NonNullable<WrittenStep['options']>[number], why: boolean): Option => ({
  value: option.value,
  text: option.text,
  why: option.why ?? why,
})

const wholeField = (field: WrittenField): Field => ({
  id: field.id,
  label: field.label ?? field.id,
  type: field.type ?? 'text',
  required: field.required ?? false,
  options: (field.options ?? []).map((option) => wholeOption(option, false)),
  ...(field.hint === undefined ? {} : { hint: field.hint }),
})

function waysOf(next: WrittenStep['next']): readonly Way[] {
  if (next === undefined) return []
  if (typeof next === 'string') return [{ when: null, go: next as StepId, immediate: false }]
  return next.map((way) => ({
    when: (way.when ?? null) as Condition | null,
    go: way.go as StepId,
    immediate: way.immediate ?? false,
    ...(way.label === undefined ? {} : { label: way.label }),
  }))
}
