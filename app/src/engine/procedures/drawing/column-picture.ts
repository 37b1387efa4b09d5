import type { Column, Placed } from './columns.js'
import { measures } from './measures.js'
import type { Rail } from './rails.js'
import { escaped } from './text.js'

/** One column as SVG: headings, cards, arrows between neighbours, and the lines that jump ahead. */
export function drawColumn(column: Column, rails: readonly Rail[], left: number, top: number): readonly string[] {
  return [
    `<g transform="translate(${round(left)} ${top})">`,
    ...rails.map((rail) => drawRail(rail)),
    ...column.flatMap((placed, place) => drawArrow(placed, column[place + 1])),
    ...column.flatMap(drawHeading),
    ...column.flatMap(drawCard),
    '</g>',
  ]
}

/** Arrows stand right of the middle, clear of the headings that they pass. */
const ARROW = measures.card * 0.78

const round = (number: number) => Math.round(number * 10) / 10

function drawHeading({ heading, top }: Placed): readonly string[] {
  if (heading === null) return []
  return [
    `<text class="pd-part" x="0" y="${round(top - 12)}">${escaped(heading)}</text>`,
    `<line class="pd-part-line" x1="0" y1="${round(top - 6)}" x2="${measures.card}" y2="${round(top - 6)}"/>`,
  ]
}

function drawCard({ card, top }: Placed): readonly string[] {
  const { padding } = measures
  const x = card.indent
  const width = measures.card - card.indent
  return [
    `<g class="pd-step pd-${card.step.kind}${card.step.next.some((way) => way.immediate) ? ' pd-trigger' : ''}" transform="translate(${x} ${round(top)})">`,
    `<rect class="pd-card" width="${width}" height="${round(card.height)}" rx="5"/>`,
    `<circle class="pd-disc" cx="${width - 17}" cy="17" r="11"/>`,
    `<text class="pd-number" x="${width - 17}" y="21.3">${card.number}</text>`,
    ...card.lines.map(
      ({ text, face, y }) =>
        `<text class="pd-${face}" x="${text.startsWith('   ') ? padding + 12 : padding}" y="${round(y)}">${escaped(text.trim())}</text>`,
    ),
    '</g>',
  ]
}

/** The arrow from a card to the next one below, where a way leads there. */
function drawArrow({ card, top }: Placed, next: Placed | undefined): readonly string[] {
  const way = card.step.next.find((candidate) => candidate.go === next?.card.step.id)
  if (next === undefined || way === undefined) return []
  const x = ARROW
  const from = top + card.height
  const suffix = way.immediate ? '-urgent' : ''
  return [
    `<path class="pd-line${suffix}" d="M${x} ${round(from)}V${round(next.top - 7)}"/>`,
    `<path class="pd-head${suffix}" d="M${x} ${round(next.top)}l-5 -9h10z"/>`,
  ]
}

function drawRail({ from, to, way, startY, endY, track }: Rail): string {
  const x = -6 - track * measures.rail
  const suffix = way.immediate ? '-urgent' : ''
  const line = `M${from.card.indent} ${round(startY)}H${x}V${round(endY)}H${to.card.indent - 7}`
  return (
    `<path class="pd-line${suffix}" d="${line}"/>` +
    `<path class="pd-head${suffix}" d="M${to.card.indent} ${round(endY)}l-9 -5v10z"/>`
  )
}
