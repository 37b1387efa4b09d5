import type { LayerId } from '../contract.js'
import type { Rule, Verdict } from '../policy.js'

/** One row: what stands in it, and how two rules in the same row are told apart. */
export interface Layer {
  readonly id: LayerId
  readonly title: string
  readonly holds: string
  /** `longest`: the rule that names more of the address wins, then the stricter. `strictest`: the stricter wins. */
  readonly within: 'longest' | 'strictest'
}

/**
 * Who wins, strongest first. This is the only place that says so: the decider, the explanation, the drawing in
 * docs/filter/precedence.md and the pair-by-pair test all read it.
 */
export const PRECEDENCE = [
  {
    id: 'shut',
    title: 'No snapshot',
    holds: 'Nothing to decide by: everything is blocked but help.',
    within: 'strictest',
  },
  {
    id: 'illegal',
    title: 'Illegal content',
    holds: "The suppliers' lists. Nothing and nobody opens it.",
    within: 'strictest',
  },
  { id: 'malformed', title: 'Not an address', holds: 'What is no host or URL at all.', within: 'strictest' },
  { id: 'help', title: 'Help', holds: "Help lines and the school's own pages, always open.", within: 'strictest' },
  {
    id: 'nominated',
    title: 'Nominated people',
    holds: 'What a nominated person may use, where others may not.',
    within: 'longest',
  },
  {
    id: 'locked',
    title: 'Locked',
    holds: 'Locked categories and rules: no lesson, lift or list opens them.',
    within: 'longest',
  },
  { id: 'temporary', title: 'For a while', holds: 'Lifts and blocks that end by themselves.', within: 'longest' },
  { id: 'lesson', title: 'Lesson sites', holds: "The sites of a lesson's plan.", within: 'longest' },
  { id: 'person-list', title: "A person's list", holds: 'Allow and deny lists for one person.', within: 'longest' },
  { id: 'class-list', title: "A class's list", holds: 'Allow and deny lists for a class.', within: 'longest' },
  { id: 'group-list', title: "A group's list", holds: 'Allow and deny lists for a group.', within: 'longest' },
  { id: 'school-list', title: "The school's list", holds: 'Allow and deny lists for everybody.', within: 'longest' },
  {
    id: 'category',
    title: 'Categories',
    holds: 'What holds for the categories that the site is in.',
    within: 'strictest',
  },
  {
    id: 'address',
    title: 'Addresses in figures',
    holds: 'What the group does with 192.0.2.1 and the like.',
    within: 'strictest',
  },
  {
    id: 'default',
    title: 'All else',
    holds: 'What the group does with a site that no list knows.',
    within: 'strictest',
  },
] as const satisfies readonly Layer[]

/** Larger is stronger. Words stand in no row (words/by-words.ts): their number only tells them from the others. */
export const RANK: Readonly<Record<LayerId, number>> = Object.fromEntries([
  ['words', 0],
  ...PRECEDENCE.map(({ id }, row) => [id, PRECEDENCE.length - row]),
]) as Record<LayerId, number>

export const LAYER_OF_RANK: readonly LayerId[] = ['words', ...PRECEDENCE.map(({ id }) => id).toReversed()]

/** From open to shut; the index is the strictness. */
export const VERDICTS: readonly Verdict[] = ['allow', 'flag', 'ask', 'block']

export const strictness = (verdict: Verdict): number => VERDICTS.indexOf(verdict)

/** In which row a rule about hosts, lists or everything stands: by its kind, then by whom it is for. */
export function layerOfRule({ kind, to }: Rule): LayerId {
  if (kind !== 'rule') return kind
  if (to.persons) return 'person-list'
  if (to.classes) return 'class-list'
  return to.groups ? 'group-list' : 'school-list'
}

/** Inside one category, strongest first: the kind of rule, then whom it is for, then whether it has a time. */
export const WITHIN_A_CATEGORY = [
  'nominated',
  'locked',
  'temporary',
  'lesson',
  'for a person',
  'for a class',
  'for a group',
  'for everybody',
] as const

/** Larger is stronger; the stricter of two equal ones wins. */
export function rankWithinCategory(rule: Rule): number {
  const layer = layerOfRule(rule)
  const place = {
    'person-list': 4,
    'class-list': 5,
    'group-list': 6,
    'school-list': 7,
    nominated: 0,
    locked: 1,
    temporary: 2,
    lesson: 3,
  }[layer as 'nominated']
  return (WITHIN_A_CATEGORY.length - place) * 8 + (rule.when === undefined ? 0 : 4) + strictness(rule.verdict)
}
