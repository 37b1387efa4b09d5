import { parseSpan } from '../../kernel/calendar/span.js'
import type { Span } from '../../kernel/calendar/span.js'
import { namesIn, textIn } from '../clauses/params.js'
import type { EngineParams } from '../clauses/params.js'

export type TermName = 'autumn' | 'spring' | 'summer'

/** When a duty recurs, as a clause sets it. */
export type Timing =
  /** Again and again, counted from when it was last done: every 12 months. */
  | { readonly kind: 'every'; readonly span: Span }
  /** Once in each of so many equal stretches of the school year; 3 are its terms. */
  | { readonly kind: 'stretches'; readonly count: number }
  /** Once a year in each of these terms. */
  | { readonly kind: 'terms'; readonly terms: readonly TermName[] }
  /** On the first day of the school year. */
  | { readonly kind: 'first-day' }
  /** Only when something calls for it. */
  | { readonly kind: 'called' }

/** What calls for a duty, besides the calendar. */
export type Trigger = 'joining' | 'post-taken-up'

const triggers: readonly string[] = ['joining', 'post-taken-up']

/** A year, in the words of a pack. */
const year: Span = { unit: 'month', count: 12 }

/** Reads when a duty recurs from a clause's parameters, or from what the duty itself says where the clause is silent. */
export function timingOf(params: EngineParams, usual: EngineParams = {}): Timing {
  const set = setsTime(params) ? params : usual
  const times = set['times-a-year']
  if (typeof times === 'number') return { kind: 'stretches', count: times }
  const terms = namesIn(set, 'in-term') as readonly TermName[]
  if (terms.length > 0) return { kind: 'terms', terms }
  const every = textIn(set, 'every')
  if (every === 'term') return { kind: 'stretches', count: 3 }
  if (every === 'year') return { kind: 'every', span: year }
  if (every !== null) return { kind: 'every', span: spanOf(every) }
  return namesIn(set, 'on').includes('first-day-of-year') ? { kind: 'first-day' } : { kind: 'called' }
}

const setsTime = (params: EngineParams): boolean =>
  ['every', 'times-a-year', 'in-term', 'on'].some((key) => params[key] !== undefined)

/** What else calls for it: somebody new, or a post taken up. */
export function triggersOf(params: EngineParams, usual: EngineParams = {}): readonly Trigger[] {
  const set = setsTime(params) ? params : usual
  return namesIn(set, 'on').filter((name): name is Trigger => triggers.includes(name))
}

/** Reads a span. A text that is none is a fault of the pack's author and throws; the check then says it could not be run. */
export function spanOf(text: string): Span {
  const span = parseSpan(text)
  if (typeof span === 'string') throw new Error(span)
  return span
}
