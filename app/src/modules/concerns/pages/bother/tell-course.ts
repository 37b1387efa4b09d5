import { longestTold, tellSteps, type BotherDraft, type TellStep } from './bother-draft.js'
import type { BotherProblem } from './bother-frame.js'
import type { Say } from './words.js'

/** What to do with a posted step: show a page, perhaps with something to put right, or send. */
export type TellMove =
  { readonly kind: 'show'; readonly step: TellStep; readonly problem?: BotherProblem } | { readonly kind: 'send' }

/** What was posted: the page it came from, the button that was pressed, and whether the child came from the last page. */
export interface TellPress {
  readonly step: TellStep
  /** 'next' (also: a tile was tapped), 'back', 'send', or the page to change. */
  readonly go: 'next' | 'back' | 'send' | TellStep
  /** Set by "Change": go back to the last page as soon as the question is answered. */
  readonly after: 'check' | null
}

/** The press from a posted form; anything not offered is the first page, or the next one. */
export function readPress(body: Readonly<Record<string, unknown>>): TellPress {
  const step = tellSteps.find((one) => one === body.step) ?? 'what'
  const go = (['back', 'send', ...tellSteps] as const).find((one) => one === body.go) ?? 'next'
  return { step, go, after: body.after === 'check' ? 'check' : null }
}

/** Where a press leads. Going back never scolds; going on or sending first makes sure that there is something to send. */
export function tellMove(draft: BotherDraft, { step, go, after }: TellPress, say: Say): TellMove {
  if (go === 'back') return { kind: 'show', step: after ?? neighbour(draft, step, -1) }
  const wrong = problemAt('what', draft, say)
  if (wrong) return { kind: 'show', step: 'what', problem: wrong }
  if (go === 'send') return { kind: 'send' }
  if (go !== 'next') return { kind: 'show', step: go }
  const problem = problemAt(step, draft, say)
  if (problem) return { kind: 'show', step, problem }
  if (step === 'check') return { kind: 'send' }
  const following = neighbour(draft, step, 1)
  return { kind: 'show', step: after !== null && following !== 'name-boxes' ? after : following }
}

/** What must be put right on a page before going on, or nothing. */
export function problemAt(step: TellStep, draft: BotherDraft, say: Say): BotherProblem | undefined {
  if (step === 'what') {
    if (draft.bothers.length === 0 && draft.told === '') return { field: 'bothers', sentence: say('what.empty') }
    if (draft.told.length > longestTold) return { field: 'told', sentence: say('what.long') }
  }
  if (step === 'name-boxes' && draft.name === '') return { field: 'name', sentence: say('name.empty') }
  return undefined
}

/** The page before or after; the boxes for a name are passed over unless the child said yes. */
function neighbour(draft: BotherDraft, step: TellStep, by: 1 | -1): TellStep {
  const asked = tellSteps.filter((one) => one !== 'name-boxes' || draft.naming === 'yes' || step === 'name-boxes')
  const at = asked.indexOf(step) + by
  return asked[Math.max(0, Math.min(at, asked.length - 1))] ?? 'what'
}
