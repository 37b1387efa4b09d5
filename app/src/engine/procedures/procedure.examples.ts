import { parse } from 'yaml'
import type { Procedure, StepId } from './procedure.js'
import { knownStep } from './procedure.js'
import type { Entry, Offer, Progress } from './progress.js'
import { completed } from './choices.js'
import type { WrittenProcedure } from './schema.js'
import { wholeProcedure } from './whole-procedure.js'
import { wordingOf } from './wording.js'

/** Steps as an author writes them, in a procedure that needs nothing else. */
export function written(steps: string, more: Partial<WrittenProcedure> = {}): WrittenProcedure {
  const list = parse(steps) as WrittenProcedure['steps']
  const head = { id: 'example', title: 'An example', version: 1, from: '2026-09-01', start: list?.[0]?.id ?? 'none' }
  return { ...head, ...more, steps: list ?? [] }
}

/** The same, ready to run. */
export function example(steps: string, more: Partial<WrittenProcedure> = {}): Procedure {
  const whole = wholeProcedure(written(steps, more))
  if (whole.procedure === null) throw new Error(whole.faults.map((fault) => fault.sentence).join(' '))
  return whole.procedure
}

/** A worry that may have to be referred: two questions, a referral that cannot be avoided, a step that may be skipped. */
export const worry = example(`
- { id: listen, kind: instruct, must: true, by: any-staff, title: Listen, next: danger }
- id: danger
  kind: ask
  must: true
  by: dsl
  title: Is there danger?
  options: [{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No', why: true }, { value: not-known, text: Not known }]
  next: [{ when: { answer: danger, in: ['yes', not-known] }, go: ring, immediate: true }, { go: note }]
- { id: ring, kind: refer, must: true, immediate: true, by: dsl, agency: police, title: Ring the police, next: note }
- id: note
  kind: record
  must: true
  by: dsl
  title: Write it down
  fields:
    - { id: what, label: What happened?, type: text, required: true }
    - { id: when, label: When?, type: date-time }
    - { id: seen, label: Did anybody see it?, type: yes-no, required: true }
  next: thank
- { id: thank, kind: instruct, by: dsl, title: Thank whoever told, next: release }
- { id: release, kind: approve, must: true, afresh: true, by: dsl, approver: headteacher, title: May the device go back?, next: close }
- { id: close, kind: close, must: true, by: dsl, title: Close }
`)

/** Enters steps one after the other, as somebody would; what is left out of an offer is filled in. */
export function entered(procedure: Procedure, ...offers: readonly (string | Partial<Offer>)[]): Progress {
  return offers.map((offer, place): Entry => {
    const given = typeof offer === 'string' ? { step: offer as StepId } : offer
    const step = knownStep(procedure, given.step ?? procedure.start)
    const full = completed(step, { outcome: 'done', ...given, step: step.id })
    return { ...full, by: null, at: `2026-11-24T09:${String(place).padStart(2, '0')}:00Z`, wording: wordingOf(step) }
  })
}

/** An answer to a question. */
export const answer = (step: string, value: string, reason?: string): Partial<Offer> => ({
  step: step as StepId,
  answers: [value],
  ...(reason === undefined ? {} : { reason }),
})
