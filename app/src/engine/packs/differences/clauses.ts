import { clausesOf } from '../lookup.js'
import type { Pack } from '../pack.js'
import type { Clause } from '../schema/sections.js'
import { compare, count, inWords, same } from './compare.js'

/** How many promises are new, gone, worded differently or kept by other people: numbers, with the first few named. */
export function clauseDifferences(before: Pack, after: Pack): readonly string[] {
  const { added, removed, changed } = compare(clausesOf(before), clausesOf(after))
  const reworded = changed
    .filter((clause) => !same(words(clause.before), words(clause.after)))
    .map(({ after: now }) => now)
  const moved = changed.filter((clause) => !same(clause.before.posts, clause.after.posts)).map(({ after: now }) => now)
  return [
    ...sentence(added, 'new'),
    ...sentence(removed, 'gone'),
    ...sentence(reworded, 'worded differently'),
    ...sentence(moved, 'kept by other people'),
  ]
}

const words = ({ text, plain, child, ks1 }: Clause) => ({ text, plain, child, ks1 })

/** More than three numbers say nothing that the policy itself does not say better. */
const NAMED = 3

function sentence(clauses: readonly Clause[], what: string): readonly string[] {
  if (clauses.length === 0) return []
  const numbers = clauses.slice(0, NAMED).map(({ number }) => number)
  const rest = clauses.length > NAMED ? [`${clauses.length - NAMED} more`] : []
  const verb = clauses.length === 1 ? 'is' : 'are'
  return [`${count(clauses.length, 'promise')} ${verb} ${what}: ${inWords.format([...numbers, ...rest])}.`]
}
