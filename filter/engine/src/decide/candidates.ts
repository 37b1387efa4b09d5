import type { LayerId } from '../contract.js'
import type { Policy, Rule, Verdict } from '../policy.js'
import { layerOfRule, PRECEDENCE, RANK, rankWithinCategory, strictness } from '../policy/precedence.js'
import type { ListRow } from './list-row.js'

/** A list that an address is in, and through which of its parts. */
export interface Match {
  readonly list: number
  /** How much of the address the entry names: characters of a host, 256 and more for a path, bits of an address. */
  readonly depth: number
  readonly matched: string
}

/** Something that would decide, were there nothing stronger. */
export interface Candidate {
  readonly layer: LayerId
  readonly verdict: Verdict
  /** Numbers, or -1. */
  readonly category: number
  readonly list: number
  readonly rule: number
  readonly depth: number
  readonly matched: string | null
  /** For a rule about a category: how strong it is among those about the same one. */
  readonly within: number
  /** Whether a stronger rule about the same category speaks instead. */
  readonly beaten: boolean
}

/** Whom rules are asked for, and when: which of the policy's rules hold now for this client. */
export interface Standing {
  readonly group: string
  readonly active: Uint8Array
}

const WITHIN = Object.fromEntries(PRECEDENCE.map(({ id, within }) => [id, within])) as Record<LayerId, string>

export const countsLength = (layer: LayerId): boolean => WITHIN[layer] === 'longest'

/** Larger wins, among all candidates of one address. */
export const strength = ({ layer, depth, verdict }: Candidate): number =>
  RANK[layer] * 65_536 + (countsLength(layer) ? Math.min(depth, 4095) : 0) * 4 + strictness(verdict)

/** A snapshot's policy, turned round: from a list or category to the rules about it. */
export class RuleBook {
  readonly policy: Policy
  readonly lists: readonly ListRow[]
  readonly #byList = new Map<number, readonly number[]>()
  readonly #byCategory: readonly (readonly number[])[]
  readonly #everything: readonly number[]

  constructor(policy: Policy, lists: readonly ListRow[]) {
    this.policy = policy
    this.lists = lists
    const numbered = policy.rules.map((rule, number) => ({ rule, number }))
    for (const [list, row] of lists.entries())
      this.#byList.set(
        list,
        numbered.filter(({ rule }) => isAbout(rule, row)).map(({ number }) => number),
      )
    this.#byCategory = policy.categories.map(({ id }) =>
      numbered
        .filter(({ rule }) => 'categories' in rule.about && rule.about.categories.includes(id))
        .map(({ number }) => number),
    )
    this.#everything = numbered.filter(({ rule }) => 'everything' in rule.about).map(({ number }) => number)
  }

  rule(number: number): Rule {
    const rule = this.policy.rules[number]
    if (rule === undefined) throw new RangeError(`No rule ${number}`)
    return rule
  }

  /** What speaks for itself about every address: rules about everything, and the group's own default. */
  always({ group, active }: Standing, isAddress: boolean): readonly Candidate[] {
    const own = this.policy.groups.find(({ id }) => id === group)
    const layer = isAddress ? 'address' : 'default'
    const verdict = (isAddress ? own?.addresses : own?.unlisted) ?? 'block'
    const rules = this.#everything.filter((rule) => active[rule] === 1)
    return [
      ...rules.map((number) => this.#fromRule(number, { list: -1, depth: 0, matched: '' })),
      { layer, verdict, category: -1, list: -1, rule: -1, depth: 0, matched: null, within: 0, beaten: false },
    ]
  }

  /** Without what a list spares that it would block elsewhere. */
  standing(matches: readonly Match[]): readonly Match[] {
    const spared = new Set(
      matches.flatMap(({ list }) => (this.lists[list]?.kind === 'exceptions' ? [this.lists[list].of] : [])),
    )
    return matches.filter(({ list }) => !spared.has(list))
  }

  /** What the lists that an address is in say about it. With `all`, also what lost inside its category. */
  about(matches: readonly Match[], { active }: Standing, all = false): readonly Candidate[] {
    const standing = this.standing(matches)
    const named = standing.flatMap((match) => this.#ofMatch(match, active))
    return [...named, ...this.#ofCategories(standing, active, all)]
  }

  #ofMatch(match: Match, active: Uint8Array): readonly Candidate[] {
    if (this.lists[match.list]?.kind === 'help')
      return [{ layer: 'help', verdict: 'allow', category: -1, rule: -1, within: 0, beaten: false, ...match }]
    return (this.#byList.get(match.list) ?? [])
      .filter((rule) => active[rule] === 1)
      .map((rule) => this.#fromRule(rule, match))
  }

  #fromRule(number: number, match: Match): Candidate {
    const rule = this.rule(number)
    return {
      layer: layerOfRule(rule),
      verdict: rule.verdict,
      category: -1,
      rule: number,
      within: 0,
      beaten: false,
      ...match,
    }
  }

  #ofCategories(matches: readonly Match[], active: Uint8Array, all: boolean): readonly Candidate[] {
    const first = new Map<number, Match>()
    for (const match of matches) {
      const category = this.lists[match.list]?.category ?? -1
      if (category >= 0 && (first.get(category)?.depth ?? -1) < match.depth) first.set(category, match)
    }
    return [...first].flatMap(([category, match]) => {
      const ranked = this.#inCategory(category, match, active)
      return all ? ranked : ranked.slice(0, 1)
    })
  }

  /** The rules about a category, strongest first. A locked one is shut to all whom no nomination names, rule or none. */
  #inCategory(category: number, match: Match, active: Uint8Array): readonly Candidate[] {
    const locked = this.policy.categories[category]?.locked === true
    const rules = (this.#byCategory[category] ?? [])
      .filter((number) => active[number] === 1)
      .map((number): Candidate => {
        const rule = this.rule(number)
        const shuts = rule.kind === 'locked' || (locked && rule.verdict === 'block')
        return {
          layer: shuts ? 'locked' : 'category',
          verdict: rule.verdict,
          category,
          rule: number,
          within: rankWithinCategory(rule),
          beaten: false,
          ...match,
        }
      })
    const lock: readonly Candidate[] = locked
      ? [{ layer: 'locked', verdict: 'block', category, rule: -1, within: LOCK_WITHIN, beaten: false, ...match }]
      : []
    const ranked = [...rules, ...lock].toSorted((a, b) => b.within - a.within || a.rule - b.rule)
    return ranked.map((each, place) => ({ ...each, beaten: place > 0 }))
  }
}

/** A category's own lock stands just where a locked rule does: below nominations, above all else. */
const LOCK_WITHIN = rankWithinCategory({ kind: 'locked', verdict: 'allow', to: { everyone: true } } as unknown as Rule)

function isAbout(rule: Rule, row: ListRow): boolean {
  if (row.kind === 'rule') return rule.id === row.id
  return row.kind === 'supplied' && 'lists' in rule.about && rule.about.lists.includes(row.id.split('/')[0] ?? '')
}
