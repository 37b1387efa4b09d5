import { Refusal } from '../../kernel/refusal.js'
import type { PostId } from '../../kernel/ids.js'
import { objectionToAnswer } from './objections.js'
import type { Procedure, SpanText, Step } from './procedure.js'
import { stepOf } from './procedure.js'
import type { Offer, Progress } from './progress.js'
import { remaining } from './remaining.js'
import type { Trace } from './trace.js'
import { trace } from './trace.js'
import { whoActs } from './who-acts.js'

/** What the engine cannot know by itself; each check is left out where the caller leaves it out, as walks do. */
export interface Circumstances {
  /**
   * Whether the person may enter a step of this post: as its holder, its cover or, unless `inPerson`, as the lead of the
   * case who writes down what somebody else did.
   */
  readonly mayActAs?: (post: PostId, inPerson: boolean) => boolean
  /** Whether a wait that began at an ISO instant (the entry before it) is over, by the school's calendar. */
  readonly waitIsOver?: (span: SpanText, since: string) => boolean
}

/**
 * Whether an entry can be taken as things stand: nothing when it can, otherwise the refusal with a sentence for the
 * person, and the field it belongs beside. It may answer the step in hand, or correct a step already done on the
 * present path, also after closing: a correction of an answer draws the path anew and opens the case's procedure again.
 */
export function accepts(
  procedure: Procedure,
  progress: Progress,
  offer: Offer,
  circumstances: Circumstances = {},
): Refusal | null {
  const step = stepOf(procedure, offer.step)
  if (step === undefined) return new Refusal('not-found', 'This procedure has no such step.')
  return (
    outOfTurn(procedure, progress, step) ??
    wrongPerson(procedure, progress, step, circumstances) ??
    tooSoon(trace(procedure, progress), step, offer, circumstances) ??
    objectionToAnswer(step, offer)
  )
}

function outOfTurn(procedure: Procedure, progress: Progress, step: Step): Refusal | null {
  const { done, now } = trace(procedure, progress)
  if (step.id === now?.id) return null
  const isDone = done.some((past) => past.step.id === step.id)
  if (isDone && step.kind !== 'close') return null
  if (now === null) return new Refusal('too-late', 'This procedure is closed. Correct an answer to open it again.')
  if (step.kind === 'close') {
    const open = remaining(procedure, progress).map((each) => `“${each.title}”`)
    return new Refusal('conflict', `This cannot be closed yet. Still to do: ${open.join('; ')}.`)
  }
  return new Refusal('conflict', `“${step.title}” is not the step in hand. The step in hand is “${now.title}”.`)
}

function wrongPerson(procedure: Procedure, progress: Progress, step: Step, { mayActAs }: Circumstances) {
  if (mayActAs === undefined || mayActAs(whoActs(procedure, progress, step), step.inPerson)) return null
  const sentence = step.inPerson
    ? 'Only the person whose step this is may enter it. Nobody can enter it for them.'
    : 'This step belongs to somebody else.'
  return new Refusal('not-allowed', sentence)
}

function tooSoon({ done }: Trace, step: Step, offer: Offer, { waitIsOver }: Circumstances): Refusal | null {
  const since = done.findLast((past) => past.step.id !== step.id)?.entry.at
  if (step.kind !== 'wait' || offer.outcome === 'skipped' || waitIsOver === undefined || since === undefined)
    return null
  if (waitIsOver(step.for, since)) return null
  return new Refusal('conflict', `“${step.title}” runs for ${step.for}. That time is not over yet.`)
}
