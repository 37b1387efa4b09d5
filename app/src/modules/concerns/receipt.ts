import { createHmac, randomBytes, randomInt } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import type { SchoolId } from '../../kernel/ids.js'
import { receiptWords } from './receipt-words.js'

/** Three different words in order. */
export type ThreeWords = readonly [string, string, string]

/** What a reporter without an account takes away. Neither part is stored: only `receiptHash` of each is. */
export interface Receipt {
  /** To remember: about 31 random bits, so guessing them is slowed (`GuessPace`). */
  readonly words: ThreeWords
  /** To keep on paper: 128 random bits in 22 characters of base64url, so guessing needs no slowing. */
  readonly secret: string
}

/**
 * For how many days after the last message the three words open a conversation; the slip's secret opens it as long as
 * it is kept. Twelve weeks outlast the summer holiday; and every word-triple that still opens something makes a
 * guesser's luck better.
 */
export const wordsOpenForDays = 84

/** A new receipt, from the machine's random source. `pick(n)` gives a number below n; tests pass their own. */
export function newReceipt(pick: (below: number) => number = (below) => randomInt(below)): Receipt {
  const words = new Set<string>()
  while (words.size < 3) words.add(receiptWords[pick(receiptWords.length)] ?? '')
  const [first = '', second = '', third = ''] = words
  return { words: [first, second, third], secret: randomBytes(16).toString('base64url') }
}

/** Whether a text can be a slip's secret at all; anything else is not worth asking the database. */
export function isSlipSecret(text: string): boolean {
  return /^[\w-]{22}$/.test(text)
}

/**
 * What is stored instead of words or secret: HMAC-SHA-256 under the installation's receipt key, which is not in the
 * database, and bound to the school. A fast hash is right here: against a copy of the database the key protects, and a
 * slow one inside a child's request would make thirty children at once wait (stack.md, trap 7).
 */
export function receiptHash(key: Buffer, school: SchoolId, held: ThreeWords | string): string {
  const text = typeof held === 'string' ? `slip\0${held}` : `words\0${held.join(' ')}`
  return createHmac('sha256', key).update(`${school}\0${text}`).digest('base64url')
}

/** Whether the three words still open a conversation whose last message, from either side, is of `lastMessage`. */
export function wordsStillOpen(lastMessage: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, lastMessage.add({ hours: 24 * wordsOpenForDays })) < 0
}
