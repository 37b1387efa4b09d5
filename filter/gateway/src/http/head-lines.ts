/**
 * The lines of a request's head, byte by byte. As regular expressions, one for each line, reading took a seventh of a
 * request; they are this reader's oracle in the tests.
 */

export interface Header {
  /** In lower case. */
  readonly name: string
  readonly value: string
}

export interface FirstLine {
  readonly method: string
  readonly target: string
  /** ' HTTP/1.1' or whatever stands in its place. */
  readonly version: string
  /** Where the line ends. */
  readonly end: number
}

const [CR, LF, SPACE, TAB, COLON] = [13, 10, 32, 9, 58] as const
const LONGEST_METHOD = 20
export const LONGEST_TARGET = 8192
const VERSION_LENGTH = ' HTTP/1.1'.length

/** Kinds of bytes: RFC 9110 5.6.2 (token) and 5.5 (field-value, with obs-text). */
const [UPPER, TOKEN, VISIBLE, FIELD] = [1, 2, 4, 8] as const
const KINDS = Uint8Array.from({ length: 256 }, (_, byte) => {
  const letter = String.fromCharCode(byte)
  const is = (pattern: RegExp, kind: number): number => (pattern.test(letter) ? kind : 0)
  return (
    is(/[A-Z]/, UPPER) |
    is(/[!#$%&'*+\-.^_`|~0-9A-Za-z]/, TOKEN) |
    is(/[\x21-\x7e]/, VISIBLE) |
    is(/[\t\x20-\x7e\x80-\xff]/, FIELD)
  )
})

/** Where bytes of a kind end. A head is known to end in CR LF, which is of no kind: nothing runs on beyond it. */
function past(bytes: Uint8Array, from: number, kind: number): number {
  let at = from
  while (((KINDS[bytes[at] as number] as number) & kind) !== 0) at++
  return at
}

const isLineEnd = (bytes: Uint8Array, at: number): boolean => bytes[at] === CR && bytes[at + 1] === LF
const isBlank = (byte: number | undefined): boolean => byte === SPACE || byte === TAB

/** `text` is the same as `bytes`, in latin1. Null when it is not the first line of a request. */
export function readFirstLine(bytes: Uint8Array, text: string): FirstLine | null {
  const method = past(bytes, 0, UPPER)
  if (method < 3 || method > LONGEST_METHOD || bytes[method] !== SPACE) return null
  const target = past(bytes, method + 1, VISIBLE)
  const length = target - method - 1
  const end = target + VERSION_LENGTH
  if (length < 1 || length > LONGEST_TARGET || !isLineEnd(bytes, end)) return null
  return {
    method: text.slice(0, method),
    target: text.slice(method + 1, target),
    version: text.slice(target, end),
    end,
  }
}

/** The headers from the end of one line to the end of the head, where the empty line is. Null when one is not well formed. */
export function readHeaders(bytes: Uint8Array, text: string, from: number, headEnd: number): Header[] | null {
  const headers: Header[] = []
  for (let lineEnd = from; lineEnd < headEnd;) {
    const start = lineEnd + 2
    const name = past(bytes, start, TOKEN)
    if (name === start || bytes[name] !== COLON) return null
    lineEnd = past(bytes, name + 1, FIELD)
    if (!isLineEnd(bytes, lineEnd)) return null
    headers.push({ name: text.slice(start, name).toLowerCase(), value: trimmed(bytes, text, name + 1, lineEnd) })
  }
  return headers
}

function trimmed(bytes: Uint8Array, text: string, from: number, to: number): string {
  let [start, end] = [from, to]
  while (start < end && isBlank(bytes[start])) start++
  while (end > start && isBlank(bytes[end - 1])) end--
  return text.slice(start, end)
}
