/**
 * What counts as the same letter. Case and accents go (é is e, Ł is l), so that a hurried typist and a careful one are
 * read alike; what is neither letter nor figure is a boundary.
 */

/**
 * Symbol 0: some letter that no phrase has. Symbol 1: a boundary between words. Symbol 2 is passed over: accents that
 * stand alone, and what joins or parts letters without being seen. Phrases' own letters follow.
 */
export const OTHER = 0
export const BOUNDARY = 1
export const SILENT = 2
export const FIRST_LETTER = 3
/** Letters that have a symbol, of all that phrases are made of. */
export const MOST_LETTERS = 256 - FIRST_LETTER

/** Letters that Unicode does not take apart, though readers do. */
const ALIKE: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 's',
  æ: 'a',
  œ: 'o',
  ı: 'i',
  ѐ: 'е',
  ٱ: 'ا',
  ي: 'ی',
  ك: 'ک',
}

/** Figures and signs that stand for letters in words that are meant to slip through. */
export const STANDS_FOR: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'i',
  '€': 'e',
}

/** What was found before: there are few characters, and thousands of phrases made of them. */
const plainForms = new Map<string, string>()

/** The plain form of a letter or figure, ' ' for what parts words, '' for a mark that stands over a letter. */
export function plainLetter(character: string): string {
  let plain = plainForms.get(character)
  if (plain === undefined) plainForms.set(character, (plain = isMark(character) ? '' : withoutMarks(character)))
  return plain
}

function withoutMarks(character: string): string {
  const bare = character.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
  const first = bare.charAt(0)
  return /^[\p{L}\p{N}]$/u.test(first) ? (ALIKE[first] ?? first) : ' '
}

/** The words of a phrase in plain letters, one space between. */
export const plainWords = (words: string): string => Array.from(words, plainLetter).join('').replace(/ +/g, ' ').trim()

const isMark = (character: string): boolean => /^\p{M}$/u.test(character)

/** Which symbol each UTF-16 unit has, for texts read as they are and for texts in which figures stand for letters. */
export interface LetterTables {
  readonly plain: Uint8Array
  readonly disguised: Uint8Array
  readonly symbols: number
}

const UNSEEN = [0xad, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff]

/** Makes the tables for the letters of these phrases, already in plain form. At most MOST_LETTERS different ones. */
export function letterTables(phrases: readonly string[]): LetterTables {
  const letters = [...new Set(phrases.join('').replaceAll(' ', ''))].toSorted()
  const symbolOf = new Map(letters.slice(0, MOST_LETTERS).map((letter, at) => [letter, at + FIRST_LETTER]))
  const plain = new Uint8Array(65_536).fill(OTHER)
  for (let unit = 0; unit < 0x2000; unit++) plain[unit] = symbolFor(String.fromCharCode(unit), symbolOf)
  plain.fill(BOUNDARY, 0x2000, 0x2c00)
  plain.fill(BOUNDARY, 0x3000, 0x3005)
  for (const [letter, symbol] of symbolOf) plain[letter.charCodeAt(0)] = symbol
  for (const unit of UNSEEN) plain[unit] = SILENT
  const disguised = plain.slice()
  for (const [sign, letter] of Object.entries(STANDS_FOR)) disguised[sign.charCodeAt(0)] = symbolOf.get(letter) ?? OTHER
  return { plain, disguised, symbols: FIRST_LETTER + symbolOf.size }
}

function symbolFor(character: string, symbolOf: ReadonlyMap<string, number>): number {
  const letter = plainLetter(character)
  if (letter === '') return SILENT
  return letter === ' ' ? BOUNDARY : (symbolOf.get(letter) ?? OTHER)
}
