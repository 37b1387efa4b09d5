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
  for (let context = 0; context < CONTEXTS; context++)
    // Nothing is followed by what is no symbol; 200 kB are never touched.
    if ((context & 63) < SYMBOLS || context === FIRST_CONTEXT)
      for (let one = ESCAPE + 1; one < SYMBOLS; one++) fillRow(pairs, code, context, one)
  return pairs
}

/** A function of its own, because it is what is done 4,500 times while a gateway starts: it is compiled after a few. */
function fillRow(pairs: Uint32Array, code: NameCode, context: number, one: number): void {
  const first = code[(context << 6) | one] as number
  const [length, bits] = [first >>> 24, first & 0xffffff]
  const row = nextContext(context, one, one === DOT_SYMBOL) << 6
  const place = (context << 12) | (one << 6)
  for (let two = ESCAPE + 1; two < SYMBOLS; two++) {
    const second = code[row | two] as number
    const more = second >>> 24
    if (length + more <= LONGEST_PAIR)
      pairs[place | two] = ((length + more) << 24) | (bits << more) | (second & 0xffffff)
  }
}
