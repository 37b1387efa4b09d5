/** A school's filtering policy as data. docs/filter/policy-format.md explains it with an example. */
import type { Provenance } from './contract.js'

export type CategoryId = string
export type GroupId = string
export type ListId = string
export type RuleId = string
export type TimeId = string

/** In this order from open to shut. `flag` allows, and tells a person who is to judge it. */
export type Verdict = 'allow' | 'flag' | 'ask' | 'block'

/** Who reads a reason. */
export type Voice = 'pupil' | 'teacher' | 'dsl'

export interface Policy {
  readonly format: 1
  readonly school: string
  /** Who wrote and approved the policy as a whole: shown where a group's own default decided. */
  readonly adopted?: Provenance
  readonly calendar: SchoolCalendar
  readonly categories: readonly Category[]
  readonly groups: readonly Group[]
  readonly times: readonly TimeBand[]
  readonly rules: readonly Rule[]
  /** Hosts that are open to everybody whatever else is said, save the illegal layer: help lines, the school's own pages. */
  readonly help: readonly string[]
}

export interface Category {
  readonly id: CategoryId
  /** Plain words: 'Gambling'. */
  readonly title: string
  /** Kind words for a child: 'a page about betting'. */
  readonly childWords: string
  /** No lesson, lift or list may open it, only a nominated person's own allow. */
  readonly locked?: boolean
  /** Whether a teacher may lift it for a class until the bell. */
  readonly liftable?: boolean
}

export interface Group {
  readonly id: GroupId
  readonly title: string
  /** Whose words the block page speaks to this group. */
  readonly voice: Exclude<Voice, 'dsl'>
  /** What happens to a site that no list knows. 'block' is default-deny. */
  readonly unlisted: Verdict
  readonly safeSearch: boolean
  readonly youtube: 'open' | 'moderate' | 'strict'
  /** What happens to an address in figures (192.0.2.1) that no list knows. */
  readonly addresses: Verdict
  /** Scores from which typed words or page text are flagged or blocked, by category; absent: not looked at. */
  readonly words?: Readonly<Record<CategoryId, { readonly flag?: number; readonly block?: number }>>
}

/** Half-open intervals of dates, ISO ('2026-09-01'), `to` being the first day after. A school day is a weekday in a term that is not closed. */
export interface SchoolCalendar {
  readonly terms: readonly { readonly from: string; readonly to: string }[]
  readonly closed: readonly string[]
}

/** Local time of the school, 'HH:MM', `to` being the first minute after. Across midnight when `to` is not after `from`. */
export interface TimeBand {
  readonly id: TimeId
  readonly days: 'every-day' | 'school-days' | 'not-school-days' | readonly Weekday[]
  readonly from: string
  readonly to: string
}

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'

/** One rule. Its kind and whom it is for put it in a layer of the precedence table; nobody chooses a layer. */
export interface Rule extends Provenance {
  readonly id: RuleId
  /**
   * `rule`: what holds for a category, or allow and deny lists. `temporary`: a lift that ends by itself (`until` is
   * required). `lesson`: the sites of a lesson plan. `nominated`: what a nominated person may use. `locked`: blocks
   * that no lesson, lift or list opens.
   */
  readonly kind: 'rule' | 'temporary' | 'lesson' | 'nominated' | 'locked'
  readonly verdict: Verdict
  readonly about: RuleSubject
  readonly to: RuleAudience
  readonly when?: TimeId
  /** ISO instants with offset or Z; `until` is the first moment after. */
  readonly from?: string
  readonly until?: string
  readonly reason: string
  /** The clause of the school's policy that this rule keeps. */
  readonly clause?: string
}

/** What a rule is about: exactly one of these. `hosts` may be names, URLs with paths, addresses and ranges. */
export type RuleSubject =
  | { readonly categories: readonly CategoryId[] }
  | { readonly lists: readonly ListId[] }
  | { readonly hosts: readonly string[] }
  | { readonly everything: true }

/** Whom a rule is for: anyone in any of these; `everyone` for all. Devices and places narrow it when given. */
export interface RuleAudience {
  readonly everyone?: true
  readonly groups?: readonly GroupId[]
  readonly classes?: readonly string[]
  readonly persons?: readonly string[]
  readonly devices?: readonly string[]
  readonly places?: readonly string[]
}
