import { DOT, ESCAPE, SYMBOL_OF, SYMBOLS } from './alphabet.js'
import { CONTEXTS, FIRST_CONTEXT, type NameCode, nextContext } from './name-code.js'

const DOT_SYMBOL = SYMBOL_OF[DOT] as number
/** The longest code that leaves room for its length beside it in 32 bits, and for seven waiting bits before it. */
const LONGEST_PAIR = 24

/**
 * The codes of two symbols at once, by context, first and second symbol (six bits each for the symbols), in the form of
 * a `NameCode`. 0 where the two are to be spelled one at a time: an escape among them, or more than 24 bits.
 */
export function pairCodes(code: NameCode): Uint32Array {
  const pairs = new Uint32Array(CONTEXTS << 12)
  for (let context = 0; context < CONTEXTS; context++) {
    // Nothing is followed by what is no symbol; 200 kB are never touched.
    if ((context & 63) >= SYMBOLS && context !== FIRST_CONTEXT) continue
    for (let one = ESCAPE + 1; one < SYMBOLS; one++) {
      const first = code[(context << 6) | one] as number
      const row = nextContext(context, one, one === DOT_SYMBOL) << 6
      for (let two = ESCAPE + 1; two < SYMBOLS; two++) {
        const second = code[row | two] as number
        const length = (first >>> 24) + (second >>> 24)
        if (length > LONGEST_PAIR) continue
        const bits = ((first & 0xffffff) << (second >>> 24)) | (second & 0xffffff)
        pairs[(context << 12) | (one << 6) | two] = ((length << 24) | bits) >>> 0
      }
    }
  }
  return pairs
}
