import type { Names, Register, Values } from './register.js'
import { inWords } from './in-words.js'

/** Small letters without accents and without the signs that LIKE reads: 'Zoë' is found by 'zoe'. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[%_\\]/g, ' ')
    .trim()

interface Searched {
  readonly title: string
  readonly values: Values
  readonly names: Names
}

/** What a search looks through: the name, which also orders the list, and the columns. Never a field that fewer may see. */
export function searchable({ form, columns, secret }: Register, { title, values, names }: Searched): string {
  const shown = columns.filter((name) => !secret?.includes(name))
  const words = shown.map((name) => inWords(form, name, values, names))
  return plainWords([title, ...words].filter(Boolean).join(' ')).slice(0, 1000)
}
