import type { JSX } from 'preact'
import { leaf, mint } from './palette.js'

const width = 2600

/** One row of the hedge's top: rounded bumps of a few fixed sizes, so that it looks grown and not sawn. */
function row(base: number, bumps: readonly number[]): string {
  let path = `M0 64 V${base}`
  for (let x = 0, at = 0; x < width; at += 1) {
    const wide = bumps[at % bumps.length] ?? 60
    path += ` q${wide / 2} ${-wide * 0.62} ${wide} 0`
    x += wide
  }
  return `${path} V64 Z`
}

const behind = row(40, [74, 52, 88, 60, 66])
const front = row(54, [58, 80, 46, 70])

/** The hedge along the foot of a page, wide enough for any screen; it is cut off at the sides, never squashed. */
export function HedgeRow(): JSX.Element {
  return (
    <svg
      class="hedge-row"
      viewBox={`0 0 ${width} 64`}
      preserveAspectRatio="xMidYMax slice"
      xmlns="http://www.w3.org/2000/svg"
      aria-hidden="true"
      focusable="false"
    >
      <path d={behind} fill={mint} />
      <path d={front} fill={leaf} />
    </svg>
  )
}
