import { Temporal } from 'temporal-polyfill'
import { accepts } from './accepts.js'
import { completed } from './choices.js'
import { path } from './path.js'
import type { Procedure } from './procedure.js'
import { knownStep, stepOf } from './procedure.js'
import type { Entry, Offer, Progress } from './progress.js'
import type { Play, Walk } from './walk-schema.js'
import { wordingOf } from './wording.js'

/** How a worked example came out: the path at its end, and every point where it differs from what was expected. */
export interface Walked {
  readonly path: readonly string[]
  readonly differences: readonly string[]
}

/**
 * Plays a worked example through a procedure. Required fields that an entry leaves out are filled in with example words,
 * 'not known', or the first of their options, so that a walk shows its decisions and nothing else.
 */
export function walk(procedure: Procedure, example: Walk): Walked {
  const differences: string[] = []
  let progress: Progress = []
  example.entries.forEach((play, place) => {
    const offer = offerOf(procedure, play)
    const refusal = accepts(procedure, progress, offer)
    const difference = compare(refusal?.sentence, play.refused)
    if (difference !== null) differences.push(`Entry ${place + 1} (${play.step}) ${difference}`)
    if (refusal === null) progress = [...progress, entryOf(procedure, offer, place)]
  })
  const { done, now } = path(procedure, progress)
  const taken = done.map(({ step }) => step.id as string)
  if (taken.join(' ') !== example.path.trim().split(/\s+/).join(' '))
    differences.push(`The path was ${taken.join(', ')}.`)
  const end = now === null ? 'closed' : now.id
  if (end !== (example.ends ?? 'closed')) differences.push(`It ended at ${end}.`)
  return { path: taken, differences }
}

function compare(sentence: string | undefined, expected: string | undefined): string | null {
  if (sentence === undefined) return expected === undefined ? null : `was taken, but should be refused: “${expected}”.`
  if (expected === undefined) return `was refused: ${sentence}`
  return sentence.includes(expected) ? null : `was refused in other words: ${sentence}`
}

/** What a play of a walk offers, with the required fields that it leaves out filled in. */
export function offerOf(procedure: Procedure, play: Play): Offer {
  const id = play.step as Offer['step']
  const offer: Offer = {
    step: id,
    outcome: play.skip ? 'skipped' : 'done',
    ...(play.answer === undefined ? {} : { answers: [play.answer].flat() }),
    ...(play.fields === undefined ? {} : { values: play.fields }),
    ...(play.why === undefined ? {} : { reason: play.why }),
  }
  const step = stepOf(procedure, id)
  if (step === undefined) return offer
  const full = completed(step, offer)
  return play.exactly ? { ...full, values: play.fields ?? {} } : full
}

/** Entries of a walk lie a minute apart on an example day. */
function entryOf(procedure: Procedure, offer: Offer, place: number): Entry {
  const at = new Temporal.PlainTime(9).add({ minutes: place })
  return {
    ...offer,
    by: null,
    at: `2026-11-24T${at.toString()}Z`,
    wording: wordingOf(knownStep(procedure, offer.step)),
  }
}
