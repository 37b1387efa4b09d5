/** Red, green and blue, each 0 to 255. */
type Rgb = readonly [number, number, number]

const shape = /^#[0-9a-f]{6}$/

function rgb(hex: string): Rgb {
  const number = Number.parseInt(hex.slice(1), 16)
  return [number >> 16, (number >> 8) & 255, number & 255]
}

const toHex = (colour: Rgb) => `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`

/** Relative luminance of a colour, as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const linear = rgb(hex).map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

/** The contrast of two colours (WCAG 2.2), from 1 to 21. Text needs 4.5, the edge of a control 3. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** A share of the way from one colour to another. */
function blend(from: string, to: string, share: number): string {
  const [a, b] = [rgb(from), rgb(to)]
  return toHex([0, 1, 2].map((i) => (a[i] ?? 0) + ((b[i] ?? 0) - (a[i] ?? 0)) * share) as unknown as Rgb)
}

/** The palest ground on which the accent has to be read or stand out by daylight: our tinted surfaces. */
const palest = '#eef1e8'
const darkest = '#121a16'

/**
 * What is wrong with a school's choice of accent, in a sentence for the person choosing, or null. White text stands on
 * it, and it is itself text on our paper, so it has to be dark enough for both (AA, 4.5 to 1).
 */
export function accentFault(colour: string): string | null {
  if (!shape.test(colour)) return 'Give the colour as # and six figures or letters, such as #1f5c43'
  const weakest = Math.min(contrast(colour, '#ffffff'), contrast(colour, palest))
  if (weakest >= 4.5) return null
  return 'Choose a darker colour: words in this one, or white words on it, would be hard to read'
}

/** Lightened until it can be read on our dark page and dark words can be read on it. */
function forTheDark(colour: string): string {
  for (let share = 0; share < 1; share += 0.05) {
    const lighter = blend(colour, '#ffffff', share)
    if (contrast(lighter, darkest) >= 7) return lighter
  }
  return '#ffffff'
}

/** The style sheet that puts a school's accent in place of our green, by daylight and in the dark. Throws for a colour with a fault. */
export function accentCss(colour: string): string {
  const fault = accentFault(colour)
  if (fault) throw new Error(fault)
  const dark = forTheDark(colour)
  const light = [`--header:${colour}`, `--action:${colour}`, ...shades(colour, '#000000')]
  const night = [`--header:${blend(colour, darkest, 0.35)}`, `--action:${dark}`, ...shades(dark, '#ffffff')]
  return `:root{${light.join(';')}}@media screen and (prefers-color-scheme:dark){:root{${night.join(';')}}}`
}

const shades = (colour: string, towards: string) => [
  `--action-hover:${blend(colour, towards, 0.25)}`,
  `--action-edge:${blend(colour, '#000000', 0.5)}`,
]
