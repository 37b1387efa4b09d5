import type { SchoolCalendar } from '../kernel/calendar/school-calendar.js'
import type { BroughtFile, PersonKind } from '../modules/people/index.js'

/** Somebody typed in by hand, for a school that has no list to bring yet. */
export interface HandTyped {
  readonly given: string
  readonly family: string
  readonly kind: PersonKind
  readonly job: string | null
  readonly email: string | null
}

/**
 * What the person who sets a school up has answered, whether on the screens or in a file. People are named by `key`: their
 * row in the files or their place among those typed by hand (see planned-people.ts).
 */
export interface SchoolAnswers {
  readonly name: string
  /** In public addresses: /bother/<slug>. */
  readonly slug: string
  readonly phone: string | null
  readonly pack: string
  /** Answers to the pack's questions, by question id. */
  readonly answers: Readonly<Record<string, string>>
  /** Null: the usual terms of an English school, until the office enters its own. */
  readonly calendar: SchoolCalendar | null
  readonly files: readonly BroughtFile[]
  readonly skipBad: boolean
  readonly byHand: readonly HandTyped[]
  /** Post → keys of those who hold it. */
  readonly holders: Readonly<Record<string, readonly string[]>>
  readonly signIns: readonly { readonly key: string; readonly username: string }[]
}

/** Something to put right before the school can be made, and the step of the set-up on which it is done. */
export interface SetupFault {
  readonly step: SetupStep
  readonly sentence: string
  /** The box of that step's form where it is put right: 'slug', 'post-dsl'. */
  readonly field: string
}

/** The steps of the set-up, in their order. */
export const setupSteps = ['school', 'policy', 'meaning', 'people', 'posts', 'sign-ins', 'calendar', 'finish'] as const
export type SetupStep = (typeof setupSteps)[number]

/** The id of the box for somebody's username: their key, in the letters that an id may have. */
export const usernameField = (key: string): string => `username-${key.replace(/[^\w-]/g, '_')}`
