import { SILENT } from './letters.js'
import { SCAN_CODE } from './scan-code.js'

/** Readers side by side; scan.wat says why. */
export const LANES = 4
/** UTF-16 units that are read in one go. */
export const PIECE = 16_384

/** Where things stand in the memory that is shared with scan.wat, which holds the same figures. */
const SYMBOLS_AT = 0x100
const TEXT_AT = 0x400
const FOUND_AT = TEXT_AT + PIECE
const TABLE_AT = FOUND_AT + PIECE * 4
const PAGE = 65_536

/** The first byte that ASCII has not: it fills up what is left of a piece, and is silent. */
const ASCII = 128
/** The symbol of a byte that is one already. */
const AS_IT_IS = Uint8Array.from({ length: 256 }, (_, symbol) => symbol)

let code: WebAssembly.Module | undefined
const compiled = (): WebAssembly.Module =>
  (code ??= new WebAssembly.Module(Uint8Array.from(atob(SCAN_CODE), (character) => character.charCodeAt(0))))

/** How much each lane reads of a piece. */
export const partOf = (length: number): number => Math.ceil(length / LANES)

type Scan = (part: number, onward: number) => number

/** The memory in which a piece of a text is read, and the table by which it is read. */
export class Lanes {
  /** State ÷ 4 + symbol → next state, or the complement of an ending. Filled by phrase-table.ts. */
  readonly table: Int32Array
  /** Ending → the state in which to go on after it. Filled likewise. */
  readonly onward: Int32Array
  /** Before reading, the state in which each lane starts; after it, the one in which it ended. */
  readonly states: Int32Array
  /** The endings that were met; see `read`. */
  readonly found: Int32Array
  readonly #symbols: Uint8Array
  readonly #text: Uint8Array
  readonly #scan: Scan
  readonly #encoder = new TextEncoder()

  constructor(entries: number, endings: number) {
    const onwardAt = TABLE_AT + entries * 4
    const memory = new WebAssembly.Memory({ initial: Math.ceil((onwardAt + endings * 4) / PAGE) })
    this.table = new Int32Array(memory.buffer, TABLE_AT, entries)
    this.onward = new Int32Array(memory.buffer, onwardAt, endings)
    this.states = new Int32Array(memory.buffer, 0, LANES)
    this.found = new Int32Array(memory.buffer, FOUND_AT, PIECE)
    this.#symbols = new Uint8Array(memory.buffer, SYMBOLS_AT, 256)
    this.#text = new Uint8Array(memory.buffer, TEXT_AT, PIECE)
    this.#scan = new WebAssembly.Instance(compiled(), { words: { memory } }).exports['scan'] as Scan
  }

  /** Puts a piece in, at most PIECE units, at the speed of memory. Returns false, with nothing put in, where it is not all ASCII. */
  putAscii(piece: string, letters: Uint8Array): boolean {
    const { read, written } = this.#encoder.encodeInto(piece, this.#text)
    if (read < piece.length || written > read) return false
    this.#symbols.set(letters.subarray(0, ASCII))
    this.#symbols[ASCII] = SILENT
    this.#fillUp(piece.length, ASCII)
    return true
  }

  /** Puts a piece in any writing in, spelled in symbols. */
  putSpelled(piece: string, letters: Uint8Array): void {
    this.#symbols.set(AS_IT_IS)
    spell(piece, letters, this.#text)
    this.#fillUp(piece.length, SILENT)
  }

  /** With silence, so that all lanes have as much to read. */
  #fillUp(length: number, silent: number): void {
    this.#text.fill(silent, length, partOf(length) * LANES)
  }

  /** Lets all lanes read their parts. Returns how many endings stand in `found`. */
  read(part: number): number {
    return (this.#scan(part, this.onward.byteOffset) - FOUND_AT) / 4
  }

  /** The symbol at a place of the piece. */
  symbolAt(at: number): number {
    return this.#symbols[this.#text[at] as number] as number
  }
}

/** By itself, so that the loop keeps its arrays at hand. */
function spell(piece: string, letters: Uint8Array, symbols: Uint8Array): void {
  for (let at = 0; at < piece.length; at++) symbols[at] = letters[piece.charCodeAt(at)] as number
}
