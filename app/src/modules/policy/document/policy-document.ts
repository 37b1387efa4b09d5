import type { Temporal } from 'temporal-polyfill'
import { clausesOf } from '../../../engine/packs/lookup.js'
import type { Pack } from '../../../engine/packs/pack.js'
import type { Clause } from '../../../engine/packs/schema/sections.js'
import { frontHeading } from './front.js'

/** In whose words: staff and governors, a parent with little English, a child of seven to eleven, a child of five to seven. */
export const wordings = ['full', 'plain', 'ks2', 'ks1'] as const
export type Wording = (typeof wordings)[number]

/** One promise as it is read. */
export interface Line {
  readonly id: string
  readonly number: string
  readonly text: string
}

/** Which version this is and how it stands. A draft has no number, no day and no code. */
export interface Standing {
  readonly version: number | null
  readonly from: Temporal.PlainDate | null
  readonly until: Temporal.PlainDate | null
  readonly hash: string
  /** Who agreed and approved it and when, in sentences. */
  readonly approvals: readonly string[]
}

/** What a document is made of besides the pack. */
export interface DocumentFacts {
  readonly school: string
  readonly standing: Standing
  /** Who holds each post today, by post id. */
  readonly holders: ReadonlyMap<string, readonly string[]>
  /** When each review falls due, in sentences. */
  readonly reviews: readonly string[]
  readonly changes: readonly string[]
  /** Policies and pages of the school that this one leans on, in force today. */
  readonly documents: readonly LinkedDocument[]
}

/** A document that the policy names: 'Behaviour policy', 'September 2026'; its web address where it has one. */
export interface LinkedDocument {
  readonly title: string
  readonly edition: string
  readonly web: string | null
}

/** The policy as one reader sees it: the same promises whatever the wording, those without words for them left out. */
export interface PolicyDocument extends DocumentFacts {
  readonly pack: Pack
  readonly wording: Wording
  readonly front: readonly { readonly heading: string; readonly lines: readonly Line[] }[]
  readonly posts: readonly { readonly id: string; readonly title: string; readonly names: readonly string[] }[]
  readonly parts: readonly {
    readonly id: string
    readonly number: string
    readonly title: string
    readonly lines: readonly Line[]
  }[]
}

const textIn = (clause: Clause, wording: Wording): string | undefined =>
  ({ full: clause.text, plain: clause.plain, ks2: clause.child, ks1: clause.ks1 })[wording]

const lineOf = (clause: Clause, wording: Wording): readonly Line[] => {
  const text = textIn(clause, wording)
  return text === undefined ? [] : [{ id: clause.id, number: clause.number, text }]
}

/** Puts the policy together for one kind of reader. Pure: what is printed, shown and signed comes from the same clauses. */
export function policyDocument(pack: Pack, wording: Wording, facts: DocumentFacts): PolicyDocument {
  const named = new Set(clausesOf(pack).flatMap(({ posts }) => posts as readonly string[]))
  const front = Map.groupBy(clausesOf(pack), frontHeading)
  front.delete(null)
  const grownUp = wording === 'full' || wording === 'plain'
  return {
    ...facts,
    pack,
    wording,
    front: [...front].flatMap(([heading, clauses]) => {
      const lines = clauses.flatMap((clause) => lineOf(clause, wording))
      return heading === null || lines.length === 0 ? [] : [{ heading, lines }]
    }),
    posts: grownUp
      ? pack.posts
          .filter(({ id, required }) => required || named.has(id) || facts.holders.has(id))
          .map(({ id, title }) => ({ id, title, names: facts.holders.get(id) ?? [] }))
      : [],
    parts: pack.parts.flatMap(({ part: id, number, title, clauses }) => {
      const rest = clauses.filter((clause) => frontHeading(clause) === null)
      const lines = rest.flatMap((clause) => lineOf(clause, wording))
      return lines.length === 0 ? [] : [{ id, number, title, lines }]
    }),
  }
}

/** As many promises as one sheet holds in letters that a child reads easily. */
const onSheet = 14

/** The part on telling somebody comes first: it is what a child must find again when it matters. */
const first = { part: 'telling', most: 7 } as const

/**
 * The few promises on the one sheet for children, in the words of their age: those on telling somebody, then the first
 * of every other part, then the second, until the sheet is full; in the order of the policy.
 */
export function sheetLines(pack: Pack, wording: 'ks1' | 'ks2'): readonly string[] {
  const byPart = pack.parts.map(({ part, clauses }) => ({
    part,
    clauses: clauses.filter(({ ks1 }) => ks1 !== undefined),
  }))
  const telling = byPart
    .filter(({ part }) => part === first.part)
    .flatMap(({ clauses }) => clauses.slice(0, first.most))
  const others = byPart.filter(({ part }) => part !== first.part)
  const rounds = Array.from({ length: onSheet }, (_, round) =>
    others.flatMap(({ clauses }) => clauses[round] ?? []),
  ).flat()
  const chosen = new Set([...telling, ...rounds].slice(0, onSheet))
  return clausesOf(pack)
    .filter((clause) => chosen.has(clause))
    .map((clause) => textIn(clause, wording) ?? clause.ks1 ?? '')
}
