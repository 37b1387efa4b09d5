import type { WordsReading } from '../../normalise-words.js'
import type { TypedWord } from './return.js'
import type { Say } from './words.js'

/**
 * The three words as typed, from the posted form; where the child picked one of "Did you mean", that one. A form of any
 * other shape is three empty boxes.
 */
export function typedWords(body: Readonly<Record<string, unknown>>): readonly [string, string, string] {
  const typed = (at: 0 | 1 | 2) => text(body[`mean-${at + 1}`]) || text(body[`word-${at + 1}`])
  return [typed(0), typed(1), typed(2)]
}

/** Each box with what is wrong with it, for the page to show again. */
export function shownWords(
  typed: readonly [string, string, string],
  { readings }: WordsReading,
  say: Say,
): readonly [TypedWord, TypedWord, TypedWord] {
  const shown = (at: 0 | 1 | 2): TypedWord => {
    const reading = readings[at]
    if (reading.kind === 'known') return { typed: reading.word }
    if (reading.kind === 'unsure') return { typed: typed[at], problem: say('return.unsure'), nearest: reading.nearest }
    return { typed: typed[at], problem: say(reading.kind === 'empty' ? 'return.empty' : 'return.unknown') }
  }
  return [shown(0), shown(1), shown(2)]
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
