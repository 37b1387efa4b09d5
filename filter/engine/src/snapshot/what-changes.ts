import type { Policy } from '../policy.js'
import type { OpenSnapshot } from './open-snapshot.js'

/** Says in sentences how two snapshots differ; what that would mean for what was asked, a log tells. Empty where nothing does. */
export const whatChanges = (before: OpenSnapshot, after: OpenSnapshot): readonly string[] => [
  ...entriesSentence(before, after),
  ...policySentences(before.meta.policy, after.meta.policy),
  ...phrasesSentence(before, after),
  ...supplierSentences(before, after),
]

const counted = (number: number, one: string, many: string): string =>
  `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`

function entriesSentence(before: OpenSnapshot, after: OpenSnapshot): readonly string[] {
  const difference = after.entries - before.entries
  if (difference === 0) return []
  const what = difference > 0 ? ['more address', 'more addresses'] : ['fewer address', 'fewer addresses']
  const [one = '', many = ''] = what
  return [
    `The lists know ${counted(Math.abs(difference), one, many)}: ${after.entries.toLocaleString('en-GB')} in all.`,
  ]
}

interface Named {
  readonly id: string
}

/** The ids that came, that went, and that say something else. */
function byId(before: readonly Named[], after: readonly Named[]) {
  const was = new Map(before.map((each) => [each.id, JSON.stringify(each)]))
  const is = new Map(after.map((each) => [each.id, JSON.stringify(each)]))
  return {
    come: [...is.keys()].filter((id) => !was.has(id)),
    gone: [...was.keys()].filter((id) => !is.has(id)),
    other: [...is].filter(([id, text]) => was.has(id) && was.get(id) !== text).map(([id]) => id),
  }
}

const KINDS = { rules: 'rule', groups: 'group', categories: 'category', times: 'time' } as const

function policySentences(before: Policy, after: Policy): readonly string[] {
  return (Object.keys(KINDS) as (keyof typeof KINDS)[]).flatMap((kind) => {
    const { come, gone, other } = byId(before[kind], after[kind])
    return [
      ...come.map((id) => `The ${KINDS[kind]} ${id} is new.`),
      ...gone.map((id) => `The ${KINDS[kind]} ${id} is gone.`),
      ...other.map((id) => `The ${KINDS[kind]} ${id} says something else.`),
    ]
  })
}

function phrasesSentence(before: OpenSnapshot, after: OpenSnapshot): readonly string[] {
  const { come, gone, other } = byId(before.meta.phrases, after.meta.phrases)
  if (come.length + gone.length + other.length === 0) return []
  return [
    `Of the phrases, ${counted(come.length, 'is', 'are')} new, ${counted(gone.length, 'is', 'are')} gone, and ${counted(other.length, 'counts', 'count')} otherwise.`,
  ]
}

function supplierSentences(before: OpenSnapshot, after: OpenSnapshot): readonly string[] {
  const was = new Map(before.illegal.suppliers.map((each) => [each.supplier, each.edition]))
  return after.illegal.suppliers
    .filter(({ supplier, edition }) => was.get(supplier) !== edition)
    .map(({ supplier, edition }) => `The list of illegal content from ${supplier} is edition ${edition}.`)
}
