import type { Card } from './card.js'
import { measures } from './measures.js'

/** A card with its place: the top, counted from the top of its column. */
export interface Placed {
  readonly card: Card
  readonly top: number
  /** The heading above it, where a part begins or goes on in a new column. */
  readonly heading: string | null
}

export type Column = readonly Placed[]

const HEADING = 30

/** The proportions of a sheet of A-paper on its side. */
const SHEET = Math.SQRT2

/**
 * Cards in columns, read down and then to the right like a newspaper. Of one to five columns that number is taken whose
 * sheet comes nearest to A-paper on its side.
 */
export function columnsOf(cards: readonly Card[]): readonly Column[] {
  const tries = [1, 2, 3, 4, 5].map((count) => inColumns(cards, count))
  const misfit = (columns: readonly Column[]) =>
    Math.abs(Math.log(widthOf(columns.length) / (heightOf(columns) + measures.head + measures.foot) / SHEET))
  return tries.reduce((best, next) => (misfit(next) < misfit(best) ? next : best))
}

/** The height of the tallest column. */
export const heightOf = (columns: readonly Column[]): number => Math.max(...columns.map(bottomOf))

const widthOf = (count: number) => count * (measures.card + 50) + 2 * measures.margin

const bottomOf = (column: Column): number => {
  const last = column.at(-1)
  return last === undefined ? 0 : last.top + last.card.height
}

/** The lowest sheet that holds all cards in so many columns, found by halving. */
function inColumns(cards: readonly Card[], count: number): readonly Column[] {
  let [low, high] = [0, bottomOf(fill(cards, Infinity)[0] ?? [])]
  while (high - low > 4) {
    const middle = (low + high) / 2
    if (fill(cards, middle).length <= count) high = middle
    else low = middle
  }
  return fill(cards, high)
}

function fill(cards: readonly Card[], height: number): readonly Column[] {
  const columns: Placed[][] = []
  cards.forEach((card, place) => {
    const { part } = card.step
    const heading = part !== undefined && part !== cards[place - 1]?.step.part ? part : null
    const column = columns.at(-1)
    const top = column && topFor(column, heading !== null)
    if (column && top !== undefined && top + card.height <= height) column.push({ card, top, heading })
    else columns.push([atTheTop(card, heading)])
  })
  return columns
}

/** The first card of a column always stands under a heading: its own, or that its part goes on. */
function atTheTop(card: Card, heading: string | null): Placed {
  const { part } = card.step
  const goesOn = part === undefined ? null : `${part} (continued)`
  const shown = heading ?? goesOn
  return { card, top: topFor([], shown !== null), heading: shown }
}

const topFor = (column: Column, heading: boolean): number =>
  (column.length === 0 ? 0 : bottomOf(column) + measures.gap) + (heading ? HEADING : 0)
