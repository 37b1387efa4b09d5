import { createHmac, randomInt } from 'node:crypto'
import type { SchoolId } from '../../kernel/ids.js'

/** Crockford's base 32: no I, L, O or U. */
export const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** As a code is printed: capitals, no spaces, and the usual misreadings put right (O for 0, I or L for 1). */
export const asPrinted = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')

/**
 * Two check characters over the rest: a weighted sum modulo 1021, a prime, written in base 32. It finds every single wrong
 * character and every pair that changed places, because the weights differ and no difference times one reaches 1021.
 */
function checkOf(body: string): string {
  const sum = Array.from(body).reduce((total, letter, at) => total + CODE_ALPHABET.indexOf(letter) * (at + 2), 0) % 1021
  return `${CODE_ALPHABET.charAt(sum >> 5)}${CODE_ALPHABET.charAt(sum & 31)}`
}

const grouped = (letters: string): string => (letters.match(/.{1,4}/g) ?? []).join('-')

/** A random code with its check characters, in groups of four: `bodyLength` characters of five bits each. */
export function newCheckedCode(bodyLength: number): string {
  const body = Array.from({ length: bodyLength }, () => CODE_ALPHABET.charAt(randomInt(32))).join('')
  return grouped(body + checkOf(body))
}

/** ok: it may be one of ours. short: something is left out. mistyped: the check characters do not fit. */
export function judgeCode(typed: string, bodyLength: number): 'ok' | 'short' | 'mistyped' {
  const plain = asPrinted(typed)
  if (plain.length < bodyLength + 2) return 'short'
  if (plain.length > bodyLength + 2 || /U/.test(plain)) return 'mistyped'
  return checkOf(plain.slice(0, bodyLength)) === plain.slice(bodyLength) ? 'ok' : 'mistyped'
}

/** What is stored of a code or secret, and what opens its row: HMAC-SHA-256 under `keys.receipt`, in hexadecimal. */
export const secretHash = (key: Buffer, school: SchoolId, purpose: string, secret: string): string =>
  createHmac('sha256', key).update(`${purpose} ${school}\n${secret}`).digest('hex')

/** The body of a parent's letter code: 50 bits. */
export const LETTER_BODY = 10
/** The body of a class or desk code: 40 bits, for some hours only. */
export const SESSION_BODY = 8
