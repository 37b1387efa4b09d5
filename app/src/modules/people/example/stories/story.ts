import type { ClassCode } from '../school-identity.js'

/**
 * A moment of a story: so many school days after the day on which it begins (0), at a time in London. School days, so that
 * nothing ever happens on a Sunday in August, whenever the example school is set up.
 */
export type When = readonly [day: number, at: string]

/** Whom a story means by one of its letters. Names come from the example school, whatever its seed. */
export type CastMember =
  | { readonly pupil: ClassCode; readonly nth: number }
  | { readonly parentOf: string; readonly nth: number }
  | { readonly post: string }
  | { readonly teacherOf: ClassCode }
  | { readonly job: string; readonly nth: number }

/** The nth pupil of a class in order of surname, of those who were already here when the story begins. */
export const pupil = (code: ClassCode, nth: number): CastMember => ({ pupil: code, nth })
/** The nth adult whom the school may call about another of the cast. */
export const parent = (of: string, nth = 1): CastMember => ({ parentOf: of, nth })
/** The holder of a post of the pack. */
export const post = (id: string): CastMember => ({ post: id })
/** The teacher of a class. */
export const teacher = (code: ClassCode): CastMember => ({ teacherOf: code })
/** The nth adult at school with a job of that title. */
export const job = (title: string, nth = 1): CastMember => ({ job: title, nth })

/**
 * What people say and write. `{a}` stands for the name by which the school calls that one of the cast: a pupil's first name, an
 * adult's full name. `{a.full}` is the full name with the class.
 */
export type Words = string

/** Somebody in a concern, of the cast or described, with a role of packs/uk-primary/reporting.yaml. */
export type Involved = { readonly role: string } & ({ readonly who: string } | { readonly described: Words })

/** A worry as it was told. Ids of platforms, devices and places are those of packs/uk-primary/reporting.yaml. */
export interface StoryConcern {
  readonly when: When
  readonly channel: 'staff' | 'child' | 'public'
  /** Who of the cast reports; null for children and for the public. */
  readonly by: string | null
  readonly reporterName?: string
  readonly reporterContact?: string
  /** First told to the reporter by, where it was entered for somebody else. */
  readonly toldBy?: Words
  readonly words: Words
  /** When it happened, as the reporter puts it. */
  readonly happened?: string
  readonly known?: When
  readonly platform?: string
  readonly device?: string
  readonly place?: string
  readonly address?: string
  readonly danger?: 'yes' | 'not-known'
  readonly done?: Words
  readonly people?: readonly Involved[]
  /** Of a child's bother. `name` is who of the cast says so; null for a child who did not want to. */
  readonly bother?: {
    readonly picked: readonly string[]
    readonly forWhom: 'me' | 'somebody-else' | null
    readonly wish: string
    readonly name: string | null
  }
}

/** One turn of the conversation with a child; `by` is null when the child writes. */
export interface Turn {
  readonly when: When
  readonly by: string | null
  readonly words: Words
}

/** What the DSL, or who stood in, made of a concern. */
export interface StoryTriage {
  readonly when: When
  readonly by: string
  readonly outcome: 'taken-up' | 'advised' | 'linked' | 'closed'
  /** Ids of packs/uk-primary/risks.yaml. */
  readonly risk: string
  readonly subtype: string
  readonly urgency?: 'urgent'
  readonly words: Words
  /** Id of a close reason of packs/uk-primary/reporting.yaml; for advised and closed. */
  readonly reason?: string
  /** Id of the story it is linked to. */
  readonly to?: string
}

/** One entry of a case's chronology. A correction stands on top of the entry whose place, counted from 0, it gives. */
export interface StoryEntry {
  readonly when: When
  readonly by: string
  readonly kind: 'fact' | 'childs-words' | 'decision' | 'correction'
  readonly words: Words
  /** Reasons of a decision, or why an entry is corrected. */
  readonly why?: Words
  readonly corrects?: number
}

/** One step of the case's procedure, as the engine takes it. A value '@2 09:30' is that moment as a local date-time. */
export interface StoryStep {
  readonly when: When
  readonly by: string
  readonly step: string
  readonly answers?: readonly string[]
  readonly values?: Readonly<Record<string, Words>>
  readonly reason?: Words
}

/** Something that somebody undertook to do. */
export interface StoryAction {
  readonly when: When
  readonly by: string
  readonly what: Words
  readonly owner: string
  readonly due: When
  readonly done?: When
}

/** An agency that was told or asked. Ids are those of packs/uk-primary/agencies.yaml. */
export interface StoryAgency {
  readonly when: When
  readonly by: string
  readonly agency: string
  readonly words: Words
  readonly reference?: string
  readonly reply?: Words
}

/** What a child's parents were told, or why not. */
export interface StoryParents {
  readonly when: When
  readonly by: string
  readonly child: string
  readonly state: 'told' | 'delayed' | 'not-told'
  /** Who was told, of the cast. */
  readonly who?: string
  readonly how?: string
  readonly words: Words
}

/** A concern taken up. */
export interface StoryCase {
  /** Id of a procedure of the pack, or null for a case without one. */
  readonly procedure: string | null
  readonly lead: string
  readonly entries: readonly StoryEntry[]
  readonly steps?: readonly StoryStep[]
  readonly actions?: readonly StoryAction[]
  readonly agencies?: readonly StoryAgency[]
  readonly parents?: readonly StoryParents[]
  readonly handover?: { readonly when: When; readonly by: string; readonly to: string; readonly words: Words }
  readonly closed?: { readonly when: When; readonly by: string; readonly reason: string; readonly words: Words }
}

/** One worry from its first word to where it stands today. */
export interface Story {
  readonly id: string
  /** How many school days before the last one (yesterday, on a Tuesday in term) it begins. */
  readonly ago: number
  readonly cast: Readonly<Record<string, CastMember>>
  readonly concern: StoryConcern
  readonly conversation?: readonly Turn[]
  readonly acknowledged?: { readonly when: When; readonly by: string }
  /** Something that somebody added to the concern later. */
  readonly additions?: readonly { readonly when: When; readonly by: string; readonly words: Words }[]
  readonly triage?: StoryTriage
  readonly case?: StoryCase
}

/** A part of a story without its moment. */
export function untimed<Part extends { readonly when: When }>({ when: _, ...part }: Part): Omit<Part, 'when'> {
  return part
}
