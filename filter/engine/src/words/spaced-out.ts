/**
 * Words that were pulled apart to slip through: 'k i l l', 'h.a.t.e'. Returns them pushed together again, one space
 * between, so that the same phrases find them; '' when there are none, as nearly always. Three single letters at least,
 * so that 'plan B' or 'a b' is left alone.
 */
export function pushedTogether(text: string): string {
  if (!isPulledApart(text)) return ''
  const runs = text.match(/(?<![\p{L}\p{N}])[\p{L}\p{N}@$!](?:[^\p{L}\p{N}]{1,3}[\p{L}\p{N}@$!](?![\p{L}\p{N}])){2,}/gu)
  if (runs === null) return ''
  return runs
    .map((run) =>
      run
        .replace(/[^\p{L}\p{N}@$!]{2,}/gu, '\n')
        .replace(/[^\p{L}\p{N}@$!\n]/gu, '')
        .replaceAll('\n', ' '),
    )
    .join(' ')
}

/** Whether figures or signs stand among letters, so that reading them as letters could find something. */
export const isDisguised = (text: string): boolean => /[a-z][013457@$!|]|[013457@$|][a-z]/i.test(text)

const BETWEEN = 0
const LETTER = 1
const EITHER = 2

/** What an ASCII character is: between words, of a word, or a sign that stands for a letter now and then. */
const KIND = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code)
  return /[a-z0-9]/i.test(character) ? LETTER : '@$!'.includes(character) ? EITHER : BETWEEN
})

/**
 * Whether three words of one letter may stand in a row. The expression above looks at every letter of every term for what
 * nearly none has; this passes over ASCII once, and leaves all other writing, and signs that may be letters, to the
 * expression.
 */
function isPulledApart(text: string): boolean {
  let length = 0
  let singles = 0
  for (let at = 0; at < text.length; at++) {
    const kind = KIND[text.charCodeAt(at)] ?? EITHER
    if (kind === EITHER) return true
    if (kind === LETTER) length += 1
    else if (length > 0) {
      singles = length === 1 ? singles + 1 : 0
      if (singles >= 3) return true
      length = 0
    }
  }
  return length === 1 && singles >= 2
}
