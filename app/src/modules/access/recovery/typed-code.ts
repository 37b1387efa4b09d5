import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'

/** Crockford's base 32: no I, L, O or U, so that nothing is misread and hardly any word appears by chance. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const GROUP = 4

/** A random code for people to copy from paper: groups of four like '7K4M-9QTX-2PWD', five bits a character. */
export function newTypedCode(groups: number): string {
  const group = () => Array.from({ length: GROUP }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  return Array.from({ length: groups }, group).join('-')
}

/**
 * What is stored of a code: HMAC-SHA-256 under `keys.code`, bound to the account and to what the code is for. A fast keyed
 * hash is enough, and a slow one would be none the better, because the codes are random and long.
 */
export function typedCodeHash(key: Buffer, about: string, code: string): Buffer {
  return createHmac('sha256', key)
    .update(`${about}\n${asPrinted(code)}`)
    .digest()
}

/** Which of the stored hashes a typed code has, or -1. Looks at all of them, however early one fits. */
export function findTypedCode(hash: Buffer, stored: readonly Buffer[]): number {
  return stored.reduce((found, each, place) => {
    return each.length === hash.length && timingSafeEqual(each, hash) ? place : found
  }, -1)
}

/** Small letters, spaces, missing hyphens and the usual mistakes (O for 0, I or L for 1) are forgiven. */
function asPrinted(code: string): string {
  const plain = code
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
  return plain.replaceAll('O', '0').replaceAll(/[IL]/g, '1')
}
