import { SEPARATORS, type Separator } from './table.js'

/** Enough for the headings and some rows of any real export. */
const SAMPLE_LINES = 30

/**
 * Which separator a table uses: the one that most lines hold as often as the first line with any does, and of those the
 * most frequent. A comma when there is none at all, which is a table of one column. Separators inside quotes do not count.
 */
export function detectSeparator(text: string): Separator {
  const lines = sampleLines(text)
  const scored = SEPARATORS.map((separator) => ({ separator, score: scoreOf(lines, separator) }))
  const best = scored.reduce((winner, next) => (next.score > winner.score ? next : winner))
  return best.score > 0 ? best.separator : ','
}

function scoreOf(lines: readonly string[], separator: Separator): number {
  const counts = lines.map((line) => line.split(separator).length - 1)
  const usual = counts.find((count) => count > 0) ?? 0
  const agreeing = counts.filter((count) => count === usual).length
  // Agreement first; the count settles ties, such as one comma in every address of a file of tabs.
  return usual === 0 ? 0 : agreeing * 1000 + Math.min(usual, 999)
}

/** The opening lines without what stands in quotes, so that only separators between cells are left to count. */
function sampleLines(text: string): readonly string[] {
  const opening = text.slice(0, 64 * 1024).replaceAll(/"[^"]*"/g, '')
  return opening
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, SAMPLE_LINES)
}
