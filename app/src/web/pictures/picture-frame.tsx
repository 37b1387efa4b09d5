import type { ComponentChildren, JSX } from 'preact'
import { ink, mint } from './palette.js'

/** What every picture takes. Without a title it is decoration: the words beside it say the same, and a screen reader skips it. */
export interface PictureProps {
  readonly title?: string
}

/** How a picture sits on its page: square, 200 units a side, on a soft ground of one colour. */
interface FrameProps extends PictureProps {
  readonly ground?: string
  readonly children: ComponentChildren
}

/** Like a stone from a stream: no circle is quite round in a hedgerow. */
const stone =
  'M100 8 C138 6 168 18 184 48 C199 78 195 116 182 146 C168 178 138 194 100 193 C61 194 31 182 17 150 C4 119 3 80 16 50 C31 19 62 9 100 8 Z'

/**
 * One drawing in the house hand: thick round strokes on a soft ground. The ground stays light at night, like a lit
 * card, so that the ink is always readable on it; a picture never draws outside it.
 */
export function PictureFrame({ title, ground = mint, children }: FrameProps): JSX.Element {
  const spoken =
    title === undefined ? { 'aria-hidden': 'true' as const } : { role: 'img' as const, 'aria-label': title }
  return (
    <svg class="picture" viewBox="0 0 200 200" xmlns="http://www.w3.org/2000/svg" focusable="false" {...spoken}>
      {title === undefined ? null : <title>{title}</title>}
      <path d={stone} fill={ground} />
      <g fill="none" stroke={ink} stroke-width="5" stroke-linecap="round" stroke-linejoin="round">
        {children}
      </g>
    </svg>
  )
}
