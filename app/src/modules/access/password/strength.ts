import { type OwnWordKind, type Surroundings, ownWords } from './own-words.js'
import { askStrengthWorker } from './ask-strength-worker.js'

/** What the worker is asked. */
export interface StrengthQuestion {
  readonly number: number
  readonly password: string
  readonly ownWords: readonly string[]
}

/** What the worker answers; guesses as powers of ten. */
export interface StrengthAnswer {
  readonly number: number
  readonly guessesLog10: number
  /** The guesses of what is left when the person's and the school's own words are taken out. */
  readonly guessesLog10WithoutOwnWords: number
  readonly ownWords: readonly string[]
  readonly weakness: string
}

/** Ten thousand million guesses: three words that do not belong together pass, a name with a year and a mark does not. */
const ENOUGH = 10
/** What must be left without own words: two words that do not belong together. */
const ENOUGH_BESIDES = 8

const TRY = 'Try three words that do not belong together.'

const WEAKNESSES: Readonly<Record<string, string>> = {
  'passwords-common': 'it is among the passwords that people use most',
  spatial: 'it follows the keys of the keyboard',
  repeat: 'it repeats itself',
  sequence: 'it follows an order, like abc or 123',
  date: 'it is a date',
  regex: 'it is a year',
  'firstnames-en': 'it is a name',
  'lastnames-en': 'it is a name',
  bruteforce: 'it is too short',
}

/**
 * Why a password is too easy to guess, in a sentence for the person; null when it is strong enough. Asks nobody outside:
 * the lists of breached passwords, words and names are on this machine. The password leaves the process's main thread only
 * for a worker of our own. Takes half a second the first time in a while.
 */
export async function weaknessOf(password: string, surroundings: Surroundings): Promise<string | null> {
  const words = ownWords(surroundings)
  const answer = await askStrengthWorker(password.normalize('NFKC'), [...words.keys()])
  if (isEnough(answer)) return null
  return `Too easy to guess: ${reason(answer, words)}. ${TRY}`
}

function isEnough({ guessesLog10, guessesLog10WithoutOwnWords, ownWords: own }: StrengthAnswer): boolean {
  return guessesLog10 >= ENOUGH && (own.length === 0 || guessesLog10WithoutOwnWords >= ENOUGH_BESIDES)
}

function reason(answer: StrengthAnswer, words: ReadonlyMap<string, OwnWordKind>): string {
  const kinds = new Set(answer.ownWords.map((word) => words.get(word)))
  const kind = (['your own name', "your school's name", 'a word that everybody at school would try'] as const).find(
    (candidate) => kinds.has(candidate),
  )
  if (kind) return `it contains ${kind}`
  return WEAKNESSES[answer.weakness] ?? 'one common word is not enough'
}
