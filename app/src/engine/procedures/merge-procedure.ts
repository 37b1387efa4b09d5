import type { WrittenField, WrittenProcedure, WrittenStep } from './schema.js'

/** A merged procedure, and what the overlay may not do, as sentences. */
export interface Merged {
  readonly written: WrittenProcedure
  readonly problems: readonly { readonly step: string | null; readonly sentence: string }[]
}

/**
 * An overlay laid on a base: steps and fields by id, stand-ins by post; everything else an overlay gives replaces what the
 * base says (`next` and `options` as wholes, because their parts are read together). What the base marks must may be
 * tightened, never dropped.
 */
export function mergeProcedure(base: WrittenProcedure, overlay: WrittenProcedure): Merged {
  const { steps: overSteps = [], standIns, ...rest } = overlay
  const baseSteps = base.steps ?? []
  const changed = baseSteps
    .filter((step) => !overSteps.some((over) => over.id === step.id && over.drop))
    .map((step) =>
      mergeStep(
        step,
        overSteps.find((over) => over.id === step.id),
      ),
    )
  const added = overSteps.filter((over) => !over.drop && !baseSteps.some((step) => step.id === over.id))
  const kept = (base.standIns ?? []).filter((standIn) => !standIns?.some((over) => over.post === standIn.post))
  return {
    written: { ...base, ...rest, standIns: [...kept, ...(standIns ?? [])], steps: [...changed, ...added] },
    problems: overSteps.flatMap((over) => loosenings(baseSteps, over)),
  }
}

function mergeStep(step: WrittenStep, over: WrittenStep | undefined): WrittenStep {
  if (over === undefined) return step
  const fields = over.fields === undefined ? step.fields : mergeFields(step.fields ?? [], over.fields)
  return { ...step, ...over, ...(fields === undefined ? {} : { fields: [...fields] }) }
}

function mergeFields(fields: readonly WrittenField[], overs: readonly WrittenField[]): readonly WrittenField[] {
  const changed = fields
    .filter((field) => !overs.some((over) => over.id === field.id && over.drop))
    .map((field) => ({ ...field, ...overs.find((over) => over.id === field.id) }))
  return [...changed, ...overs.filter((over) => !over.drop && !fields.some((field) => field.id === over.id))]
}

function loosenings(baseSteps: readonly WrittenStep[], over: WrittenStep): Merged['problems'] {
  const step = baseSteps.find((each) => each.id === over.id)
  const sentence =
    step === undefined ? faultOfNew(over) : over.drop ? faultOfDrop(step, over) : faultOfChange(step, over)
  return sentence === null ? [] : [{ step: over.id, sentence }]
}

const faultOfNew = (over: WrittenStep): string | null =>
  over.drop ? `The base has no step “${over.id}” to drop.` : null

function faultOfDrop(step: WrittenStep, over: WrittenStep): string | null {
  if (step.must) return `“${step.title}” must be done in every pack. It can be tightened, not dropped.`
  return typeof over.why === 'string' ? null : `Say under “why” why “${step.title}” is dropped.`
}

/** What makes a step strict; an overlay may set these, never take them away. */
const strictness = ['must', 'immediate', 'inPerson', 'afresh'] as const

function faultOfChange(step: WrittenStep, over: WrittenStep): string | null {
  if (!step.must) return null
  const loosened = strictness.some((key) => over[key] === false && step[key] === true)
  if (loosened) return `“${step.title}” must be done as the base says. It can be tightened, not loosened.`
  const otherKind = over.kind !== undefined && over.kind !== step.kind
  return otherKind ? `“${step.title}” must stay of the kind “${step.kind}”.` : null
}
