import { createHmac } from 'node:crypto'
import { canonical } from '../../kernel/canonical.js'
import type { SchoolId } from '../../kernel/ids.js'
import { asPrinted, CODE_ALPHABET } from './typed-code.js'

/** What a receipt stands for: change one and its code is another. */
export interface ReceiptFacts {
  readonly id: string
  readonly textHash: string
  readonly signerName: string
  readonly role: string
  readonly method: string
  /** ISO instant. */
  readonly signedAt: string
}

/** Five bits a character: 80 bits are beyond guessing, and fit one line of a page. */
const CHARACTERS = 16

/** The code that a receipt prints, in groups of four: a keyed digest of what was signed, by whom, when and how. */
export function receiptCode(key: Buffer, school: SchoolId, facts: ReceiptFacts): string {
  const digest = createHmac('sha256', key)
    .update(`receipt ${school}\n${canonical({ ...facts })}`)
    .digest()
  const bits = [...digest].flatMap((byte) => Array.from({ length: 8 }, (_, at) => (byte >> (7 - at)) & 1))
  const letters = Array.from({ length: CHARACTERS }, (_, at) =>
    CODE_ALPHABET.charAt(Number.parseInt(bits.slice(at * 5, at * 5 + 5).join(''), 2)),
  )
  return (letters.join('').match(/.{4}/g) ?? []).join('-')
}

/** What is stored of a code, to find its receipt by; the code itself is in nobody's database. */
export const receiptHashOf = (key: Buffer, school: SchoolId, code: string): string =>
  createHmac('sha256', key)
    .update(`find receipt ${school}\n${asPrinted(code)}`)
    .digest('hex')
