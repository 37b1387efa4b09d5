import type { ListSource, Phrase } from '../list-source.js'
import type { Group, Policy, Rule } from '../policy.js'
import { foldersOf } from '../lists/folders-of.js'
import { calendarProblems } from './check-calendar.js'
import { phraseProblems } from './check-phrases.js'

/** What is wrong with a policy, in sentences; a policy with any of these is not compiled. */
export function policyProblems(
  policy: Policy,
  lists: readonly ListSource[],
  phrases: readonly Phrase[],
): readonly string[] {
  return [
    ...repeated(
      'rule',
      policy.rules.map(({ id }) => id),
    ),
    ...repeated(
      'category',
      policy.categories.map(({ id }) => id),
    ),
    ...repeated(
      'group',
      policy.groups.map(({ id }) => id),
    ),
    ...repeated(
      'time',
      policy.times.map(({ id }) => id),
    ),
    ...repeated(
      'list',
      lists.map(({ id }) => id),
    ),
    ...(policy.categories.length > 254 ? ['There are more than 254 categories.'] : []),
    ...policy.times.flatMap((band) =>
      isClock(band.from) && isClock(band.to) ? [] : [`The time ${band.id} is not from HH:MM to HH:MM.`],
    ),
    ...calendarProblems(policy.calendar),
    ...policy.groups.flatMap((group) => wordsProblems(group, policy)),
    ...lists.flatMap((list) => listProblems(list, policy)),
    ...policy.rules.flatMap((rule) => ruleProblems(rule, policy, lists)),
    ...phraseProblems(phrases, policy),
  ]
}

const isClock = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text)

function repeated(what: string, ids: readonly string[]): readonly string[] {
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at)
  return twice.map((id) => `There are two of the ${what} ${id}.`)
}

/** The categories that a list puts its entries in. */
const categoriesOf = ({ category, folders }: ListSource): readonly string[] => [
  ...(category === null ? [] : [category]),
  ...Object.values(folders ?? {}).flatMap((each) => each ?? []),
]

function listProblems(list: ListSource, policy: Policy): readonly string[] {
  const { id, folders } = list
  const wanted = Object.entries(folders ?? {}).flatMap(([folder, category]) => (category === null ? [] : [folder]))
  return [
    ...(id.includes('/') ? [`The list ${id} may not have a / in its name.`] : []),
    ...missing(
      categoriesOf(list),
      policy.categories.map((each) => each.id),
      (each) => `The list ${id} is in the category ${each}, which the policy does not have.`,
    ),
    // A folder that is misspelt, or was not fetched: what is in it would be open, and nobody would know.
    ...missing(wanted, [...foldersOf(list).keys()].map(String), (each) => `The list ${id} has no folder ${each}.`),
  ]
}

/** Categories whose sites are open to everybody although lists name them: a list alone blocks nothing. */
export function unruledCategories(policy: Policy, lists: readonly ListSource[]): readonly string[] {
  const ruledLists = new Set(policy.rules.flatMap(({ about }) => ('lists' in about ? about.lists : [])))
  const listed = new Set(lists.filter(({ id }) => !ruledLists.has(id)).flatMap(categoriesOf))
  const ruled = new Set(policy.rules.flatMap(({ about }) => ('categories' in about ? about.categories : [])))
  return policy.categories
    .filter(({ id, locked }) => listed.has(id) && !ruled.has(id) && locked !== true)
    .map(({ id }) => `No rule is about the category ${id}: being listed in it shuts nothing.`)
}

/** A score below nothing would flag every text; one of no category would flag none. */
function wordsProblems({ id, words = {} }: Group, policy: Policy): readonly string[] {
  const scores = Object.entries(words)
  return [
    ...missing(
      scores.map(([category]) => category),
      policy.categories.map((each) => each.id),
      (each) => `The group ${id} looks at words about ${each}, a category that the policy does not have.`,
    ),
    ...scores.flatMap(([category, { flag = 1, block = 1 }]) =>
      flag > 0 && block > 0
        ? []
        : [`The group ${id} looks at words about ${category} from a score that is not above 0.`],
    ),
  ]
}

function ruleProblems(rule: Rule, policy: Policy, lists: readonly ListSource[]): readonly string[] {
  const says = (what: string): string => `The rule ${rule.id} ${what}`
  return [...namedByRule(rule, { policy, lists, says }), ...senseOfRule(rule, { policy, says })]
}

interface Checked {
  readonly policy: Policy
  readonly lists: readonly ListSource[]
  /** A sentence about the rule. */
  readonly says: (what: string) => string
}

/** What a rule names that is not there. */
function namedByRule({ about, to, when }: Rule, { policy, lists, says }: Checked): readonly string[] {
  const known = policy.categories.map(({ id }) => id)
  return [
    ...('categories' in about
      ? missing(about.categories, [...known, 'illegal'], (each) =>
          says(`is about the category ${each}, which the policy does not have.`),
        )
      : []),
    ...('lists' in about
      ? missing(
          about.lists,
          lists.map(({ id }) => id),
          (each) => says(`is about the list ${each}, which is not there.`),
        )
      : []),
    ...missing(
      to.groups ?? [],
      policy.groups.map(({ id }) => id),
      (each) => says(`is for the group ${each}, which the policy does not have.`),
    ),
    ...missing(
      when === undefined ? [] : [when],
      policy.times.map(({ id }) => id),
      (each) => says(`holds in the time ${each}, which the policy does not have.`),
    ),
  ]
}

/** What a rule of its kind may not say, or must. */
function senseOfRule(rule: Rule, { policy, says }: Omit<Checked, 'lists'>): readonly string[] {
  const { to } = rule
  return [
    ...(rule.kind === 'temporary' && rule.until === undefined ? [says('is temporary and has no end.')] : []),
    ...[rule.from, rule.until].flatMap((text) =>
      text === undefined || isInstant(text) ? [] : [says(`has a moment that cannot be read: ${text}.`)],
    ),
    ...(rule.kind === 'nominated' && to.persons === undefined && to.devices === undefined
      ? [says('is for nominated people and names none.')]
      : []),
    ...(rule.kind === 'locked' && rule.verdict !== 'block' ? [says('is locked, so it can only block.')] : []),
    ...(Object.keys(to).length === 0 ? [says('is for nobody.')] : []),
    ...openingLocked(rule, policy).map((category) =>
      says(`would open ${category}, which is locked: only a nomination may.`),
    ),
  ]
}

const isInstant = (text: string): boolean => !Number.isNaN(Date.parse(text)) && /(Z|[+-]\d\d:\d\d)$/.test(text)

function openingLocked({ kind, verdict, about }: Rule, policy: Policy): readonly string[] {
  if (kind === 'nominated' || verdict === 'block' || !('categories' in about)) return []
  return policy.categories
    .filter(({ id, locked }) => locked === true && about.categories.includes(id))
    .map(({ title }) => title)
}

const missing = (
  named: readonly string[],
  known: readonly string[],
  sentence: (name: string) => string,
): readonly string[] => named.filter((name) => !known.includes(name)).map(sentence)

/** Rules that try to say something about illegal content. It is not theirs to say: refused, and reported as an attempt. */
export function weakeningAttempts({ rules, categories }: Policy): readonly string[] {
  return [
    ...rules
      .filter(({ about }) => 'categories' in about && about.categories.includes('illegal'))
      .map(({ id }) => `The rule ${id} speaks about illegal content, which no rule may.`),
    ...categories
      .filter(({ id }) => id === 'illegal')
      .map(() => 'The policy has a category called illegal, which is not a school’s to keep.'),
  ]
}
