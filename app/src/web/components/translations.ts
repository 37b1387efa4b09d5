import type { Attributes } from './options.js'

/** Texts for each plural form, as GOV.UK Frontend's scripts read them: `{ one: '…', other: '…' }`. */
export type PluralTexts = Readonly<Record<string, string>>

/**
 * The `data-i18n.*` attributes by which a page words what GOV.UK Frontend's own scripts say, from kebab-case keys.
 * Texts left out leave the scripts' own wording.
 */
export function translations(texts: Readonly<Record<string, string | PluralTexts | undefined>>): Attributes {
  const attributes: Record<string, string> = {}
  for (const [key, text] of Object.entries(texts)) {
    if (typeof text === 'string' && text) attributes[`data-i18n.${key}`] = text
    else if (text && typeof text === 'object')
      for (const [plural, words] of Object.entries(text)) attributes[`data-i18n.${key}.${plural}`] = words
  }
  return attributes
}
