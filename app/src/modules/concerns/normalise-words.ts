import type { ThreeWords } from './receipt.js'
import { receiptWords } from './receipt-words.js'
import { slipsBetween, sounded } from './spelling.js'

/** What one typed word is taken for. */
export type WordReading =
  | { readonly kind: 'known'; readonly word: string }
  /** Several words of ours are as near as each other; the child picks. */
  | { readonly kind: 'unsure'; readonly nearest: readonly string[] }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'empty' }

/** Three typed words as read, and the three words if all are known. */
export interface WordsReading {
  readonly readings: readonly [WordReading, WordReading, WordReading]
  readonly words: ThreeWords | null
}

const known = new Set(receiptWords)
const heard = new Map<string, readonly string[]>()
for (const word of receiptWords) heard.set(sounded(word), [...(heard.get(sounded(word)) ?? []), word])

/** More choices than this help nobody. */
const mostChoices = 4

/**
 * Reads what a child typed, kindly: capitals, spaces and spelling do not matter, the order does. Each typed word comes
 * to one word of the list or to none, so kindness gives a guesser nothing: one try is still one triple.
 */
export function normaliseWords(typed: readonly string[]): WordsReading {
  const [first = '', second = '', third = ''] = inThree(typed)
  const readings = [readWord(first), readWord(second), readWord(third)] as const
  const words = readings.flatMap((reading) => (reading.kind === 'known' ? [reading.word] : []))
  const [one, two, three] = words
  return { readings, words: one && two && three ? [one, two, three] : null }
}

/** All three typed into one box, 'otter, lemon, kite', are three words. */
function inThree(typed: readonly string[]): readonly string[] {
  const filled = typed.filter((one) => one.trim() !== '')
  const parts = filled.length === 1 ? (filled[0] ?? '').split(/[^\p{L}\p{M}'’-]+/u).filter(Boolean) : []
  return parts.length === 3 ? parts : typed
}

function readWord(typed: string): WordReading {
  const letters = typed
    .slice(0, 40)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
  if (letters === '') return { kind: 'empty' }
  if (known.has(letters)) return { kind: 'known', word: letters }
  const nearest = nearestTo(letters)
  const [only] = nearest
  if (only === undefined) return { kind: 'unknown' }
  return nearest.length === 1
    ? { kind: 'known', word: only }
    : { kind: 'unsure', nearest: nearest.slice(0, mostChoices) }
}

/**
 * One slip in a short word, two in a longer one; failing these, right by ear. Of several as near as each other none is
 * preferred: a wrong guess of ours would look to the child like lost words.
 */
function nearestTo(letters: string): readonly string[] {
  const most = letters.length < 5 ? 1 : 2
  for (let slips = 1; slips <= most; slips += 1) {
    const near = receiptWords.filter(
      (word) => Math.abs(word.length - letters.length) <= slips && slipsBetween(letters, word) === slips,
    )
    if (near.length > 0) return near
  }
  return letters.length > 3 ? (heard.get(sounded(letters)) ?? []) : []
}
