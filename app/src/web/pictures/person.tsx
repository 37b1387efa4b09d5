import type { JSX } from 'preact'
import { ink } from './palette.js'

/** The ways hair is worn or covered in our pictures. */
export type Hair = 'short' | 'curls' | 'long' | 'bun' | 'scarf' | 'none' | 'puffs'

/** One person from the shoulders up. `x` and `y` are the middle of the face; a face at scale 1 is 52 units across. */
export interface PersonProps {
  readonly x: number
  readonly y: number
  readonly scale?: number
  readonly skin: string
  readonly hair: Hair
  readonly hairColour?: string
  readonly top: string
  readonly glasses?: boolean
  readonly beard?: boolean
  /** A small straight mouth instead of a smile: listening, thinking, or a bit low. Never tears. */
  readonly quiet?: boolean
}

/** What lies behind the face. */
const behind = {
  short: null,
  curls: (
    <path d="M-28 0 C-40 -8 -36 -26 -24 -26 C-20 -42 4 -46 12 -36 C28 -40 38 -22 30 -12 C38 -2 34 8 27 8 L-27 8 C-34 8 -34 2 -28 0 Z" />
  ),
  long: <path d="M-29 34 C-36 -4 -30 -34 0 -34 C30 -34 36 -4 29 34 Z" />,
  bun: <circle cx="0" cy="-33" r="13" />,
  scarf: <path d="M-34 40 C-42 -6 -34 -36 0 -36 C34 -36 42 -6 34 40 Z" />,
  none: null,
  puffs: (
    <>
      <circle cx="-27" cy="-20" r="15" />
      <circle cx="27" cy="-20" r="15" />
    </>
  ),
} satisfies Record<Hair, JSX.Element | null>

/** What lies over the forehead. */
const over = {
  short: <path d="M-27 -4 C-30 -32 -10 -34 4 -33 C24 -33 30 -18 27 -4 C20 -10 18 -18 6 -17 C-8 -15 -20 -16 -27 -4 Z" />,
  curls: (
    <path d="M-26 -8 C-20 -22 -10 -16 -4 -22 C4 -14 16 -24 26 -8 C28 -26 16 -34 0 -33 C-16 -33 -28 -26 -26 -8 Z" />
  ),
  long: <path d="M-26 -4 C-26 -22 -14 -31 0 -31 C14 -31 26 -22 26 -4 C14 -8 4 -16 0 -24 C-6 -14 -14 -8 -26 -4 Z" />,
  bun: <path d="M-27 -6 C-26 -26 -14 -31 0 -31 C14 -31 26 -26 27 -6 C18 -20 -18 -20 -27 -6 Z" />,
  scarf: <path d="M-27 4 C-30 -24 -14 -33 0 -33 C14 -33 30 -24 27 4 C24 -18 12 -21 0 -21 C-12 -21 -24 -18 -27 4 Z" />,
  none: null,
  puffs: <path d="M-26 -6 C-22 -28 -10 -30 0 -30 C10 -30 22 -28 26 -6 C16 -18 6 -20 0 -20 C-6 -20 -16 -18 -26 -6 Z" />,
} satisfies Record<Hair, JSX.Element | null>

/** A grown-up or a child, drawn plainly enough to be nobody in particular. */
export function Person(person: PersonProps): JSX.Element {
  const { x, y, scale = 1, skin, hair, hairColour = ink, top } = person
  return (
    <g transform={`translate(${x} ${y}) scale(${scale})`}>
      <g fill={hairColour}>{behind[hair]}</g>
      <path d="M-44 72 C-44 42 -24 34 0 34 C24 34 44 42 44 72 Z" fill={top} />
      {hair === 'scarf' ? <path d="M-27 6 C-26 44 26 44 27 6 L34 40 C16 54 -16 54 -34 40 Z" fill={hairColour} /> : null}
      <ellipse cx="0" cy="0" rx="26" ry="28" fill={skin} />
      <g fill={hairColour}>{over[hair]}</g>
      <Features {...person} />
    </g>
  )
}

function Features({ glasses = false, beard = false, quiet = false, hairColour = ink }: PersonProps): JSX.Element {
  return (
    <>
      {beard ? <path d="M-25 4 C-24 40 24 40 25 4 C18 12 10 9 0 9 C-10 9 -18 12 -25 4 Z" fill={hairColour} /> : null}
      <g fill={ink} stroke="none">
        <circle cx="-10" cy="1" r="3.4" />
        <circle cx="10" cy="1" r="3.4" />
      </g>
      <path d={quiet ? 'M-6 15 H6' : 'M-9 12 Q0 21 9 12'} stroke={beard ? '#fff7e4' : ink} stroke-width="4" />
      {glasses ? (
        <path
          d="M-19 1 A9 9 0 1 1 -1 1 A9 9 0 1 1 -19 1 M1 1 A9 9 0 1 1 19 1 A9 9 0 1 1 1 1 M-1 1 H1"
          stroke-width="3.5"
        />
      ) : null}
    </>
  )
}
