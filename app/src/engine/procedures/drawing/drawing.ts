import { explore } from '../explore.js'
import { inOrder } from '../graph.js'
import { standInWords } from '../in-plain-english.js'
import type { Names } from '../names.js'
import { plainNames, versionLine } from '../names.js'
import type { Procedure, StepId } from '../procedure.js'
import type { Setting } from './card.js'
import { cardOf } from './card.js'
import { drawColumn } from './column-picture.js'
import { columnsOf, heightOf } from './columns.js'
import { measures } from './measures.js'
import { railsOf, trackCount } from './rails.js'
import { drawingStyles } from './styles.js'
import { escaped, wrap } from './text.js'

/** How a drawing is to be made. */
export interface DrawingOptions {
  readonly names?: Names
  /** A file of its own, with its styles inside; otherwise the page that shows it brings them. */
  readonly standalone?: boolean
}

/**
 * A sound procedure as a picture to print and pin up: one numbered card a step, in columns read downwards; a step that
 * not every case passes stands in a little. Lines show the ways within a column, numbers the ways beyond.
 */
export function drawing(procedure: Procedure, options: DrawingOptions = {}): string {
  const setting = settingOf(procedure, options.names)
  const columns = columnsOf(inOrder(procedure).map((step) => cardOf(step, setting)))
  const rails = columns.map(railsOf)
  const lefts = leftsOf(rails.map((lines) => measures.rail * trackCount(lines)))
  const width = Math.ceil((lefts.at(-1) ?? 0) + measures.card + measures.margin)
  const head = headLines(procedure, options.names, width)
  const top = measures.head + head.length * LEADING
  const height = Math.ceil(top + heightOf(columns) + measures.foot + measures.margin)
  const id = `pd-${procedure.id}`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="pd" role="img" aria-labelledby="${id}-title ${id}-desc" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<title id="${id}-title">${escaped(procedure.title)}</title>`,
    `<desc id="${id}-desc">${escaped(inOneSentence(procedure))}</desc>`,
    ...(options.standalone ? [`<style>${drawingStyles}</style>`] : []),
    `<rect class="pd-sheet" width="${width}" height="${height}"/>`,
    ...headOf(procedure, head),
    ...columns.flatMap((column, place) => drawColumn(column, rails[place] ?? [], lefts[place] ?? 0, top)),
    ...footOf(width, height),
    '</svg>',
    '',
  ].join('\n')
}

function settingOf(procedure: Procedure, names: Names = plainNames): Setting {
  const order = inOrder(procedure)
  const numbers = new Map<StepId, number>(order.map((step, place) => [step.id, place + 1]))
  // Steps that may be skipped are on the main line too, if nothing but a skip leads past them.
  const allMust = { ...procedure, steps: procedure.steps.map((step) => ({ ...step, must: true })) }
  return { procedure, names, numbers, certain: new Set([...explore(allMust).certain, ...onlyEnd(procedure)]) }
}

/** A closing that every case comes to, because there is no other. */
function onlyEnd(procedure: Procedure): readonly StepId[] {
  const ends = procedure.steps.filter((step) => step.kind === 'close').map((step) => step.id)
  return ends.length === 1 ? ends : []
}

/** The left edge of each column's cards: each column has the room for lines that it needs. */
function leftsOf(rooms: readonly number[]): readonly number[] {
  const lefts: number[] = []
  let x: number = measures.margin
  for (const room of rooms) {
    lefts.push(x + room + 6)
    x += room + 6 + measures.card + measures.columnGap
  }
  return lefts
}

const inOneSentence = (procedure: Procedure): string =>
  `${procedure.use ?? procedure.title} ${procedure.steps.length} steps; the same steps in words, with the same numbers, are on the plain-English page.`

const LEADING = 17

function headLines(procedure: Procedure, names: Names = plainNames, width: number): readonly string[] {
  const room = width - 2 * measures.margin
  const about = `${procedure.use ?? ''} ${versionLine(procedure)}.`.trim()
  return [about, ...standInWords(procedure, names)].flatMap((sentence) => wrap(sentence, 13, room))
}

function headOf(procedure: Procedure, lines: readonly string[]): readonly string[] {
  const { margin } = measures
  const print = (line: string, place: number) =>
    `<text class="pd-use" x="${margin}" y="${margin + 46 + place * LEADING}">${escaped(line)}</text>`
  return [
    `<text class="pd-name" x="${margin}" y="${margin + 22}">${escaped(procedure.title)}</text>`,
    ...lines.map(print),
  ]
}

const legend =
  'Start at 1. A number in a disc is a step; → 12 means go on at step 12. Steps set in a little are only for some cases. ' +
  'Red card: somebody outside the school is told. Red border: an answer can lead there at once. ✕: never. “Not known” is always an answer; no answer is not.'

const footOf = (width: number, height: number): readonly string[] =>
  wrap(legend, 13, width - 2 * measures.margin).map(
    (line, place) =>
      `<text class="pd-foot" x="${measures.margin}" y="${height - measures.foot + place * LEADING}">${escaped(line)}</text>`,
  )
