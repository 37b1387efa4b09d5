import { agencyOf, titleOfPost } from '../lookup.js'
import type { Pack } from '../pack.js'
import type { Conflict } from '../schema/sections.js'
import { compare, inWords, same, thePost } from './compare.js'

/** Who hears of a concern, and where one about a person goes instead. */
export function routingDifferences(before: Pack, after: Pack): readonly string[] {
  const { added, removed, changed } = compare(before.conflicts, after.conflicts)
  const rerouted = changed.filter((rule) => !same(whereTo(rule.before), whereTo(rule.after)))
  return [
    ...orderDifference('A concern', [before, before.routing.first], [after, after.routing.first]),
    ...ownOrder('What a child tells', childOrder, before, after),
    ...ownOrder('A report from outside', publicOrder, before, after),
    ...urgentDifference(before, after),
    ...added.map((rule) => `${goesTo(after, rule)}.`),
    ...rerouted.map((rule) => `${goesTo(after, rule.after)}; before, it went to ${posts(before, rule.before.to)}.`),
    ...removed.map((rule) => `There is no longer a rule of its own for ${concernAbout(before, rule)}.`),
  ]
}

const whereTo = ({ to, inform, agencies, withdrawn }: Conflict) => ({ to, inform, agencies, withdrawn })
const childOrder = ({ routing }: Pack) => routing.child ?? routing.first
const publicOrder = ({ routing }: Pack) => routing.public ?? routing.first

type Order = readonly [Pack, readonly string[]]

function orderDifference(what: string, before: Order, after: Order): readonly string[] {
  if (same(before[1], after[1])) return []
  return [`${what} goes to ${inOrder(after)}; before, it went to ${inOrder(before)}.`]
}

/** Says nothing where the order is that of every concern, which has been told already. */
function ownOrder(
  what: string,
  order: (pack: Pack) => readonly string[],
  before: Pack,
  after: Pack,
): readonly string[] {
  const asEvery = [before, after].every((pack) => same(order(pack), pack.routing.first))
  return asEvery ? [] : orderDifference(what, [before, order(before)], [after, order(after)])
}

/** 'the headteacher first, then the DSL': only the first two, because the rest is cover that few ever meet. */
function inOrder([pack, [first = '', second]]: Order): string {
  return `${thePost(titleOfPost(pack, first))} first${second === undefined ? '' : `, then ${thePost(titleOfPost(pack, second))}`}`
}

function urgentDifference(before: Pack, after: Pack): readonly string[] {
  const [old = [], now = []] = [before.routing.urgentAlso, after.routing.urgentAlso]
  if (same(old, now)) return []
  return [
    now.length === 0
      ? 'An urgent concern goes to nobody besides.'
      : `An urgent concern goes at once to ${posts(after, now)} as well.`,
  ]
}

const posts = (pack: Pack, ids: readonly string[]): string =>
  inWords.format(ids.map((id) => thePost(titleOfPost(pack, id))))

const concernAbout = (pack: Pack, { about }: Conflict): string => `a concern about "${titleOfPost(pack, about)}"`

function goesTo(pack: Pack, rule: Conflict): string {
  const agencies = (rule.agencies ?? []).map((id) => agencyOf(pack, id)?.title ?? id)
  const told = rule.inform?.length ? `, and ${posts(pack, rule.inform)} is told` : ''
  const outside = agencies.length > 0 ? `; outside the school: ${inWords.format(agencies)}` : ''
  return `${concernAbout(pack, rule).replace(/^a/, 'A')} goes to ${posts(pack, rule.to)}${told}${outside}`
}
