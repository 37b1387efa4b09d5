import { functional, toneFor, tones } from './tones.mjs'

const rule = /([^{}]+)\{([^{}]*)\}/g
const writtenColour = /#[0-9a-f]{3,8}\b/gi

/**
 * Turns every colour of a compiled style sheet into one of our custom properties, so that dark mode and a school's own
 * accent reach the published components too. Overriding them rule by rule was tried on paper and rejected: nothing would
 * notice a rule that a new version adds.
 */
export function withOurColours(css) {
  const flat = css.replace(/var\((--[\w-]+),\s*#[0-9a-f]+\)/gi, 'var($1)')
  return flat.replace(rule, (_, selector, body) => `${selector}{${declarations(body, selector)}}`)
}

function declarations(body, selector) {
  return body
    .split(';')
    .filter((declaration) => !isFunctional(declaration))
    .map((declaration) => {
      const at = declaration.indexOf(':')
      const property = declaration.slice(0, at).trim()
      if (at < 0 || property.startsWith('--')) return declaration
      return declaration.replace(writtenColour, (colour) => {
        return `var(--${toneFor(property, longHex(colour), selector)})`
      })
    })
    .join(';')
}

/** Their functional colours are ours to set, once for both skies. */
const isFunctional = (declaration) => /^\s*--govuk-[\w-]+-colour:\s*#/.test(declaration)

const longHex = (hex) => (hex.length === 4 ? `#${Array.from(hex.slice(1), (c) => c + c).join('')}` : hex).toLowerCase()

/** The custom properties themselves: by daylight, in the dark, and black on white in print. */
export function colourProperties() {
  const values = (at) => Object.entries(tones).map(([name, pair]) => `--${name}:${pair[at]}`)
  const names = Object.entries(functional).map(([name, tone]) => `--govuk-${name}-colour:var(--${tone})`)
  return [
    `:root{color-scheme:light dark;${[...values(0), ...names].join(';')}}`,
    `@media screen and (prefers-color-scheme:dark){:root{${values(1).join(';')}}}`,
    '@media print{:root{--ink:#000;--paper:#fff;--card:#fff;--quiet:#fff;--surface:#fff}}',
  ].join('\n')
}
