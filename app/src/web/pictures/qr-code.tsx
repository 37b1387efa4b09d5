import type { JSX } from 'preact'
import { encode } from 'uqr'

/** What a code opens, and what it is called by a screen reader. */
export interface QrCodeProps {
  readonly text: string
  readonly title: string
}

/**
 * A QR code as one path, a unit a module. Level Q survives a quarter of it being torn or scribbled on, as posters in
 * corridors are; four modules of white all round, as the standard (ISO/IEC 18004) asks. Always black on white: cameras
 * do not read it the other way round.
 */
export function QrCode({ text, title }: QrCodeProps): JSX.Element {
  const { data, size } = encode(text, { ecc: 'Q', border: 4 })
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg
      class="qr-code"
      viewBox={`0 0 ${size} ${size}`}
      xmlns="http://www.w3.org/2000/svg"
      role="img"
      aria-label={title}
      shape-rendering="crispEdges"
    >
      <title>{title}</title>
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  )
}
