/**
 * How names are spelled inside a snapshot. A host is bytes; the few that hosts and paths are really made of have a
 * symbol, every other byte is spelled as ESCAPE and its eight bits, so that any name at all can be stored exactly.
 */

export const ESCAPE = 0
export const SYMBOLS = 48

const SPELLED = 'abcdefghijklmnopqrstuvwxyz0123456789-_./%?=&:~+'
export const DOT = 0x2e
export const SLASH = 0x2f

/** Byte → symbol, ESCAPE for all that has none. Upper case has none: hosts are folded first, paths keep their case. */
export const SYMBOL_OF = new Uint8Array(256)
/** Symbol → byte; ESCAPE → 0. */
export const BYTE_OF = new Uint8Array(SYMBOLS)
for (let symbol = 1; symbol <= SPELLED.length; symbol++) {
  const byte = SPELLED.charCodeAt(symbol - 1)
  SYMBOL_OF[byte] = symbol
  BYTE_OF[symbol] = byte
}

/** What no host may hold: the URL standard's forbidden domain code points, and all that is not ASCII. */
const NO_HOST_HOLDS = ' #/:<>?@[\\]^|%'

/** Byte of a host → its lower-case byte, 0 where a host may not hold it (WHATWG URL, forbidden domain code points). */
export const FOLD = new Uint8Array(256)
for (let byte = 0x21; byte < 0x7f; byte++) {
  const character = String.fromCharCode(byte)
  if (!NO_HOST_HOLDS.includes(character)) FOLD[byte] = character.toLowerCase().charCodeAt(0)
}

/** Set in HOST_BYTES for what a host may not hold. */
export const FORBIDDEN = 512
/** Byte of a host → its lower-case byte, and 256 more for the dot, or FORBIDDEN. */
export const HOST_BYTES = Uint16Array.from(FOLD, (byte) => (byte === 0 ? FORBIDDEN : byte === DOT ? byte + 256 : byte))

/** How the bytes of a text are read while it is spelled: what each counts as, and its symbol. */
export interface Reading {
  readonly bytes: Uint8Array
  readonly symbols: Uint8Array
  /** For two bytes, the right one first: their symbols, six bits each, and bit 12 where one is the dot. */
  readonly pairs: Uint16Array
}

function readingOf(bytes: Uint8Array): Reading {
  const symbols = bytes.map((byte) => SYMBOL_OF[byte] as number)
  const dot = SYMBOL_OF[DOT]
  const pairs = Uint16Array.from({ length: 65_536 }, (_, two) => {
    const [right, left] = [symbols[two >>> 8] as number, symbols[two & 255] as number]
    return (right << 6) | left | (right === dot || left === dot ? 4096 : 0)
  })
  return { bytes, symbols, pairs }
}

/** Upper case counts as lower: for hosts as they are asked for. */
export const FOLDED: Reading = readingOf(FOLD)
/** Every byte counts as itself: for what has been folded already, and for paths. */
export const AS_IT_IS: Reading = readingOf(Uint8Array.from({ length: 256 }, (_, byte) => byte))
