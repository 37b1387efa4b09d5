import { clausesOf, titleOfPost } from '../lookup.js'
import type { Pack } from '../pack.js'
import type { Clause, KeptBy } from '../schema/sections.js'
import { compare, inWords, same } from './compare.js'

/** What a clause sets of the mechanisms that keep it, in sentences: how often, within what, for whom. */
export function parameterDifferences(before: Pack, after: Pack): readonly string[] {
  return compare(clausesOf(before), clausesOf(after)).changed.flatMap(({ before: then, after: now }) =>
    same(then.keptBy, now.keptBy) ? [] : changed(then, now, after),
  )
}

function changed(then: Clause, now: Clause, pack: Pack): readonly string[] {
  const was = new Map(then.keptBy.map((keeper) => [keeper.mechanism, keeper]))
  const is = new Set(now.keptBy.map(({ mechanism }) => mechanism))
  const set = now.keptBy.flatMap((keeper) => {
    const earlier = was.get(keeper.mechanism)
    return earlier && !same(earlier.with, keeper.with)
      ? [`Promise ${now.number} is now set to ${settings(pack, keeper)}; before, ${settings(pack, earlier)}.`]
      : []
  })
  const added = now.keptBy.filter(({ mechanism }) => !was.has(mechanism))
  const gone = then.keptBy.filter(({ mechanism }) => !is.has(mechanism))
  return [...set, ...keepers(now, added, 'also watched over by'), ...keepers(now, gone, 'no longer watched over by')]
}

const keepers = ({ number }: Clause, list: readonly KeptBy[], what: string): readonly string[] =>
  list.length === 0 ? [] : [`Promise ${number} is ${what} ${inWords.format(list.map(({ mechanism }) => mechanism))}.`]

/** 'every 12 months, post Designated safeguarding lead': posts by their titles, everything else as it is written. */
function settings(pack: Pack, { with: set = {} }: KeptBy): string {
  const words = (value: unknown): string =>
    [value]
      .flat()
      .map((one) => titleOfPost(pack, String(one)))
      .join(' and ')
  const pairs = Object.entries(set).map(([name, value]) => `${name} ${words(value)}`)
  return pairs.length === 0 ? 'nothing in particular' : `“${pairs.join(', ')}”`
}
