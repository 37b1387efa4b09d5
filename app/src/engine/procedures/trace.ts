import { judge } from './conditions.js'
import type { AnswerRef, Procedure, Step, StepId, Way } from './procedure.js'
import { stepOf } from './procedure.js'
import type { Entry, Progress } from './progress.js'
import { answersIn, stepOfRef } from './progress.js'

/** A step that is done on the present path, with the entry that counts. */
export interface Done {
  readonly step: Step
  readonly entry: Entry
}

/** The path as the latest answers draw it: what is done, and the step in hand (none once closed). */
export interface Trace {
  readonly done: readonly Done[]
  readonly now: Step | null
}

/** The latest entry of each step with its place in the record. Earlier ones stay in the record but no longer count. */
function latest(progress: Progress): ReadonlyMap<StepId, { readonly entry: Entry; readonly place: number }> {
  return new Map(progress.map((entry, place) => [entry.step, { entry, place }]))
}

/**
 * Walks from the start by the latest answers to the first step that is not done. Because the path is drawn anew each
 * time, correcting an answer is nothing special: the steps of the new path that are missing come up by themselves,
 * and what was done on the old one stays in the record.
 */
export function trace(procedure: Procedure, progress: Progress): Trace {
  const entries = latest(progress)
  const done: Done[] = []
  let newest = -1
  let step = stepOf(procedure, procedure.start) ?? null
  while (step !== null) {
    const found = entries.get(step.id)
    // A closing, like every step marked afresh, stands only on what was entered before it.
    const stale = (step.afresh || step.kind === 'close') && found !== undefined && found.place < newest
    if (found === undefined || stale || done.length > procedure.steps.length) return { done, now: step }
    newest = Math.max(newest, found.place)
    done.push({ step, entry: found.entry })
    step = onward(procedure, step, done)
  }
  return { done, now: null }
}

/** What is known on a path: answers of the steps done on it; what is not on the path does not count. */
export function knownOn(done: readonly Done[]): (ref: AnswerRef) => readonly string[] | undefined {
  const entries = new Map(done.map(({ step, entry }) => [step.id, entry]))
  return (ref) => {
    const entry = entries.get(stepOfRef(ref))
    return entry && answersIn(entry, ref)
  }
}

function onward(procedure: Procedure, step: Step, done: readonly Done[]): Step | null {
  const known = knownOn(done)
  const way = step.next.find((candidate) => judge(candidate.when, (ref) => known(ref) ?? []) === true)
  return way === undefined ? null : (stepOf(procedure, way.go) ?? null)
}

/** The ways that may still be taken from a step, given what is known: all up to the first that certainly holds. */
export function openWays(step: Step, known: (ref: AnswerRef) => readonly string[] | undefined): readonly Way[] {
  const ways: Way[] = []
  for (const way of step.next) {
    const verdict = judge(way.when, known)
    if (verdict !== false) ways.push(way)
    if (verdict === true) break
  }
  return ways
}
