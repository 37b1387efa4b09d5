import type { Choice } from './bother-frame.js'

/** The longest account the box takes, in characters: about two pages. A longer one comes back whole, with a sentence. */
export const longestTold = 6000
/** The longest name or class, in characters. */
export const longestName = 120

/** The questions, in the order in which they are asked. `name-boxes` is asked only of a child who said yes. */
export const tellSteps = ['what', 'who', 'name', 'name-boxes', 'wish', 'check'] as const

/** One page of telling. */
export type TellStep = (typeof tellSteps)[number]

/**
 * What a child has answered so far. It travels from page to page in one hidden field and is stored nowhere until the
 * child sends it: a half-told bother belongs to the child (docs/decisions/0006-receipt-words.md). Null: not asked yet,
 * or passed over; nothing but `bothers` or `told` is ever required.
 */
export interface BotherDraft {
  /** Ids of the pack's `bothers`. */
  readonly bothers: readonly string[]
  /** In the child's own words. */
  readonly told: string
  readonly about: 'me' | 'somebody-else' | null
  /** A grown-up at school is part of it: the concern takes the way for staff, and that reader first. */
  readonly adult: boolean
  readonly naming: 'yes' | 'no' | null
  readonly name: string
  readonly className: string
  /** An id of the pack's `wishes`. */
  readonly wish: string | null
  /** Made once, when the first page is given out; a bother sent twice with the same one is one bother. */
  readonly once: string
}

/** The draft with which telling begins. */
export function newDraft(once: string): BotherDraft {
  return {
    bothers: [],
    told: '',
    about: null,
    adult: false,
    naming: null,
    name: '',
    className: '',
    wish: null,
    once,
  }
}

/** What the pack offers to choose from. */
export interface Offered {
  readonly bothers: readonly Choice[]
  readonly wishes: readonly Choice[]
}

/** The field in which the answers so far ride along. */
export const soFarField = 'so-far'

/** The answers so far as that field's text, without those that the page itself asks. */
export function soFar(draft: BotherDraft, asks: readonly (keyof BotherDraft)[]): string {
  return JSON.stringify(Object.fromEntries(Object.entries(draft).filter(([name]) => !asks.some((one) => one === name))))
}

/**
 * The draft from a posted form: what rode along, overruled by what this page asked. Never throws and never refuses:
 * what the page did not offer is left out, what was not asked is null. The length of the text is judged by
 * `problemAt`, so that a long account is not cut.
 */
export function readDraft(posted: Readonly<Record<string, unknown>>, { bothers, wishes }: Offered): BotherDraft {
  const body = { ...parsed(posted[soFarField]), ...posted }
  const offered = (choices: readonly Choice[], id: string) => choices.some((choice) => choice.id === id)
  const naming = oneOf(text(body.naming), ['yes', 'no'] as const)
  const told = naming === 'yes'
  return {
    bothers: [...new Set(texts(body.bothers))].filter((id) => offered(bothers, id)),
    told: text(body.told).trim(),
    about: oneOf(text(body.about), ['me', 'somebody-else'] as const),
    adult: body.adult === true || text(body.adult) === 'yes',
    naming,
    // A child who said yes and then no has taken the name back.
    name: told ? text(body.name).trim().slice(0, longestName) : '',
    className: told ? text(body.className).trim().slice(0, longestName) : '',
    wish: offered(wishes, text(body.wish)) ? text(body.wish) : null,
    once: text(body.once).slice(0, 64),
  }
}

/** A draft that somebody has tampered with is an empty one. */
function parsed(value: unknown): Readonly<Record<string, unknown>> {
  try {
    const held: unknown = JSON.parse(text(value))
    return typeof held === 'object' && held !== null ? { ...held } : {}
  } catch {
    return {}
  }
}

/** A field posted twice counts as last said. */
function text(value: unknown): string {
  return texts(value).at(-1) ?? ''
}

function texts(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string')
}

function oneOf<T extends string>(value: string, allowed: readonly T[]): T | null {
  return allowed.find((one) => one === value) ?? null
}
