import { encode } from 'uqr'

/** Four modules of white all round, without which some phones do not see the code (ISO/IEC 18004). */
const QUIET_ZONE = 4

/**
 * A text as a QR code, in SVG markup that the strict content security policy allows (no style, no script). Always black on
 * white, also in dark mode, because readers expect it. `label` is what a screen reader says: never the text itself, which
 * may be a secret. Size it by CSS.
 */
export function qrSvg(text: string, label: string): string {
  const { size, data } = encode(text, { ecc: 'M', border: QUIET_ZONE })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" role="img" aria-label="${escaped(label)}" ` +
    `shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`
  )
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}
