import type { Question } from '../contract.js'
import { verdictOf } from '../decide/outcome.js'
import type { Policy, Verdict } from '../policy.js'
import type { OpenSnapshot } from './open-snapshot.js'

/** What a change would do: to the rules, and to the questions of a log. */
export interface Comparison {
  readonly sentences: readonly string[]
  /** Every question whose answer changes, each once, with how often it was asked. */
  readonly changed: readonly {
    readonly target: string
    readonly group: string
    readonly before: Verdict
    readonly after: Verdict
    readonly times: number
  }[]
}

/** Says in sentences how two snapshots differ, and what would have become of what was asked. */
export function compareSnapshots(before: OpenSnapshot, after: OpenSnapshot, log: readonly Question[]): Comparison {
  const changed = replayed(before, after, log)
  const sentences = [
    ...entriesSentence(before, after),
    ...policySentences(before.meta.policy, after.meta.policy),
    ...supplierSentences(before, after),
    ...logSentences(changed, log.length),
  ]
  return { sentences: sentences.length === 0 ? ['Nothing changes.'] : sentences, changed }
}

function replayed(before: OpenSnapshot, after: OpenSnapshot, log: readonly Question[]): Comparison['changed'] {
  const found = new Map<string, { target: string; group: string; before: Verdict; after: Verdict; times: number }>()
  for (const question of log) {
    const [was, is] = [verdictIn(before, question), verdictIn(after, question)]
    if (was === is) continue
    const { target, who } = question
    const key = JSON.stringify([target, who.group, was, is])
    const known = found.get(key)
    found.set(key, { target, group: who.group, before: was, after: is, times: (known?.times ?? 0) + 1 })
  }
  return [...found.values()].toSorted((a, b) => b.times - a.times || (a.target < b.target ? -1 : 1))
}

function verdictIn(snapshot: OpenSnapshot, { kind, target, who, at, text }: Question): Verdict {
  if (text !== undefined || kind === 'search')
    return snapshot.decide({ kind, target, who, at, ...(text === undefined ? {} : { text }) }).verdict
  const profile = snapshot.profile(who)
  const isHostOnly = kind === 'dns' || kind === 'connect'
  return verdictOf(
    isHostOnly ? snapshot.outcomeOfHost(target, profile, at) : snapshot.outcomeOfUrl(target, profile, at),
  )
}

function entriesSentence(before: OpenSnapshot, after: OpenSnapshot): readonly string[] {
  const difference = after.entries - before.entries
  if (difference === 0) return []
  const count = Math.abs(difference).toLocaleString('en-GB')
  return [
    `The lists know ${count} ${difference > 0 ? 'more' : 'fewer'} addresses: ${after.entries.toLocaleString('en-GB')} in all.`,
  ]
}

function policySentences(before: Policy, after: Policy): readonly string[] {
  const kinds = ['rules', 'groups', 'categories', 'times'] as const
  const named = { rules: 'rule', groups: 'group', categories: 'category', times: 'time' }
  return kinds.flatMap((kind) => {
    const [was, is] = [
      new Map(before[kind].map((each) => [each.id, JSON.stringify(each)])),
      new Map(after[kind].map((each) => [each.id, JSON.stringify(each)])),
    ]
    return [
      ...[...is.keys()].filter((id) => !was.has(id)).map((id) => `The ${named[kind]} ${id} is new.`),
      ...[...was.keys()].filter((id) => !is.has(id)).map((id) => `The ${named[kind]} ${id} is gone.`),
      ...[...is]
        .filter(([id, text]) => was.has(id) && was.get(id) !== text)
        .map(([id]) => `The ${named[kind]} ${id} says something else.`),
    ]
  })
}

function supplierSentences(before: OpenSnapshot, after: OpenSnapshot): readonly string[] {
  const was = new Map(before.illegal.suppliers.map((each) => [each.supplier, each.edition]))
  return after.illegal.suppliers
    .filter(({ supplier, edition }) => was.get(supplier) !== edition)
    .map(({ supplier, edition }) => `The list of illegal content from ${supplier} is edition ${edition}.`)
}

const BECOMES: Readonly<Record<Verdict, string>> = {
  allow: 'would open',
  flag: 'would open and be flagged',
  ask: 'would need a yes',
  block: 'would be blocked',
}

function logSentences(changed: Comparison['changed'], asked: number): readonly string[] {
  if (asked === 0) return []
  if (changed.length === 0)
    return [`Of ${asked.toLocaleString('en-GB')} questions of the log, none would be answered differently.`]
  return [...Map.groupBy(changed, ({ group, after }) => `${group}|${after}`).values()].map((same) => {
    const [{ group, after } = { group: '', after: 'block' as const }] = same
    const times = same.reduce((sum, each) => sum + each.times, 0)
    const most = same
      .slice(0, 3)
      .map(({ target }) => target)
      .join(', ')
    return `For ${group}, ${times.toLocaleString('en-GB')} of ${asked.toLocaleString('en-GB')} questions ${BECOMES[after]}: ${most}${same.length > 3 ? ` and ${same.length - 3} more` : ''}.`
  })
}
