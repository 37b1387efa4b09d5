import type { Encoding, Unreadable } from './table.js'
import { NOT_TEXT } from './recognise-file.js'

/** A file's text, how its bytes were read, and a word to judge the reading by where that was a guess. */
export interface DecodedText {
  readonly text: string
  readonly encoding: Encoding
  /** A word with an accent as it came out, when the encoding had to be guessed; '' when there is none. */
  readonly sample: string
}

const MARKS: readonly { readonly mark: readonly number[]; readonly encoding: Encoding }[] = [
  { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
]

/**
 * Reads bytes as text. A byte order mark is believed; without one, zero bytes in every other place mean UTF-16, what is
 * valid UTF-8 is UTF-8, and the rest is the Windows encoding of western Europe, which any bytes would fit: the caller warns.
 * Guessing further (Windows-1250 for Polish names, say) was rejected: a wrong guess looks right until a child's name is printed.
 */
export function decodeText(bytes: Uint8Array): DecodedText | Unreadable {
  const marked = MARKS.find(({ mark }) => mark.every((byte, place) => bytes[place] === byte))
  const encoding = marked?.encoding ?? guessEncoding(bytes)
  const text = new TextDecoder(encoding).decode(bytes)
  if (text.includes('\u0000')) return { why: 'not-a-table', unreadable: NOT_TEXT, line: null }
  return { text, encoding, sample: encoding === 'windows-1252' ? accentedWord(text) : '' }
}

function guessEncoding(bytes: Uint8Array): Encoding {
  const wide = wideEncoding(bytes.subarray(0, 1000))
  if (wide) return wide
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}

/** English in UTF-16 has a zero in most of its odd places (low byte first) or even places (high byte first). */
function wideEncoding(opening: Uint8Array): Encoding | null {
  const zerosFrom = (first: number) => opening.filter((byte, place) => byte === 0 && place % 2 === first).length
  const [even, odd] = [zerosFrom(0), zerosFrom(1)]
  const most = opening.length / 4
  if (odd > most && even === 0) return 'utf-16le'
  return even > most && odd === 0 ? 'utf-16be' : null
}

function accentedWord(text: string): string {
  return /\p{L}*[^\p{ASCII}]\p{L}*/u.exec(text)?.[0] ?? ''
}
