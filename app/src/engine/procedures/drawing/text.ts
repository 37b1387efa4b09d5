/**
 * Widths of letters in a plain sans-serif, as parts of the font size, by groups. A drawing is made without a browser, so
 * nothing can be measured; these are a little wide, so that a line broken here fits whatever face is used to print it.
 */
const widths: readonly (readonly [RegExp, number])[] = [
  [/[ijl.,:;'’|!]/, 0.27],
  [/[ftrI()[\]/ \-“”·]/, 0.33],
  [/[mwMW—…→]/, 0.9],
  [/[A-Z]/, 0.7],
]

const letterWidth = (letter: string): number => widths.find(([group]) => group.test(letter))?.[1] ?? 0.55

/** About how wide a text runs at a font size, in the same unit. */
export const textWidth = (text: string, size: number): number =>
  text.split('').reduce((sum, letter) => sum + letterWidth(letter), 0) * size

/** Breaks a text into lines no wider than `width`. A word that is wider stands alone on its line. */
export function wrap(text: string, size: number, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(/[ \n]+/).filter((each) => each !== '')) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && textWidth(longer, size) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

/** Text made safe inside SVG. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[letter] ?? letter)
