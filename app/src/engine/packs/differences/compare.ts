import { canonical } from '../../../kernel/canonical.js'
import type { Plain } from '../../../kernel/canonical.js'

/** Entries of two lists, matched by id. */
export interface Compared<Entry> {
  readonly added: readonly Entry[]
  readonly removed: readonly Entry[]
  readonly changed: readonly { readonly before: Entry; readonly after: Entry }[]
}

/** Matches two lists by id. An entry counts as changed when anything in it differs, the order of fields apart. */
export function compare<Entry extends { readonly id: string }>(
  before: readonly Entry[],
  after: readonly Entry[],
): Compared<Entry> {
  const earlier = new Map(before.map((entry) => [entry.id, entry]))
  const later = new Set(after.map(({ id }) => id))
  return {
    added: after.filter(({ id }) => !earlier.has(id)),
    removed: before.filter(({ id }) => !later.has(id)),
    changed: after.flatMap((entry) => {
      const old = earlier.get(entry.id)
      return old === undefined || same(old, entry) ? [] : [{ before: old, after: entry }]
    }),
  }
}

/** Whether two pieces of a pack say the same. */
export const same = (one: unknown, other: unknown): boolean => textOf(one) === textOf(other)

const textOf = (value: unknown): string => (value === undefined ? '' : canonical(value as Plain))

/** 'a', 'a and b', 'a, b and c'. */
export const inWords = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** '1 promise', '2 promises'. */
export const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`

/** A post's title inside a sentence: 'the headteacher', 'the DSL'. Only a word that is not an abbreviation loses its capital. */
export const thePost = (title: string): string =>
  `the ${title.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())}`
