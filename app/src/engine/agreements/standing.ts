import type { Temporal } from 'temporal-polyfill'
import { academicYear } from '../../kernel/calendar/academic-year.js'
import { deadline } from '../../kernel/calendar/deadline.js'
import { londonDate, londonInstant } from '../../kernel/calendar/london.js'
import type { SchoolCalendar } from '../../kernel/calendar/school-calendar.js'
import { spanOf } from '../../kernel/calendar/span.js'
import type { PersonId } from '../../kernel/ids.js'
import type { Agreement } from '../packs/schema/sections.js'
import { onlyWording, senseOf } from './text.js'

export type SignerRole = 'self' | 'parent' | 'school'

/** What is remembered of one signature. */
export interface SignatureFact {
  readonly id: string
  readonly role: SignerRole
  readonly signer: PersonId | null
  readonly version: string
  readonly sense: string
  readonly at: Temporal.Instant
  /** Accepted by a second person, where the agreement asks for that. */
  readonly accepted: boolean
  readonly answers: Readonly<Record<string, 'yes' | 'no'>>
}

/** Somebody said no, or took a signature back. */
export interface EndingFact {
  readonly role: SignerRole
  readonly kind: 'refused' | 'withdrawn'
  readonly at: Temporal.Instant
}

/**
 * in-force; waiting: somebody has signed, others have not, or it is not accepted yet; missing; lapsed: the year is over;
 * changed: the text is another in substance; refused, withdrawn: somebody's no stands.
 */
export type AgreementState = 'in-force' | 'waiting' | 'missing' | 'lapsed' | 'changed' | 'refused' | 'withdrawn'

/** How one agreement stands for one person. */
export interface Standing {
  readonly state: AgreementState
  /** Who has still to sign. */
  readonly owed: readonly SignerRole[]
  /** Where both parents sign: those who have still to, by name. Empty where any one parent may. */
  readonly owedParents: readonly PersonId[]
  readonly countersignOwed: boolean
  /** The newest signature that counts, for the receipt. */
  readonly latest: SignatureFact | null
  /** Until when what it opened stays open though it has lapsed or changed. */
  readonly mercyUntil: Temporal.Instant | null
  /** Whether what it opens is open now. */
  readonly open: boolean
  /** Newest answers to its questions. */
  readonly answers: Readonly<Record<string, 'yes' | 'no'>>
}

export interface StandingAsked {
  readonly calendar: SchoolCalendar
  readonly now: Temporal.Instant
  readonly signatures: readonly SignatureFact[]
  readonly endings: readonly EndingFact[]
  /** Parents who must all sign, where the agreement asks for both. */
  readonly parents: readonly PersonId[]
  /** When the text that is in force now came into force; null where it always was. */
  readonly textSince: Temporal.Instant | null
}

const isLater = (one: Temporal.Instant, other: Temporal.Instant): boolean =>
  one.epochMilliseconds > other.epochMilliseconds

/** When a signature stops counting by itself, or null: it does not. */
function lapsesAt(agreement: Agreement, at: Temporal.Instant): Temporal.Instant | null {
  if (agreement.renewal === 'enrolment') return null
  const day = londonDate(at)
  const last = agreement.renewal === 'school-year' ? academicYear(day).to : day
  return londonInstant(last.add({ days: 1 }), '00:00')
}

type Aged = { readonly state: 'fresh' } | { readonly state: 'lapsed' | 'changed'; readonly since: Temporal.Instant }

function ageOf(agreement: Agreement, { at, version, sense }: SignatureFact, asked: StandingAsked): Aged {
  const lapse = lapsesAt(agreement, at)
  if (lapse && !isLater(lapse, asked.now)) return { state: 'lapsed', since: lapse }
  if (sense === senseOf(agreement) || onlyWording(version, agreement.version)) return { state: 'fresh' }
  return { state: 'changed', since: asked.textSince ?? at }
}

/** Signatures that one role needs: each parent by name where both are asked, else any one. */
function neededOf(
  agreement: Agreement,
  { parents }: StandingAsked,
): readonly (readonly [SignerRole, PersonId | null])[] {
  return agreement.signers.flatMap((signer): readonly (readonly [SignerRole, PersonId | null])[] => {
    if (signer !== 'both-parents') return [[signer, null]]
    return parents.length === 0 ? [['parent', null]] : parents.map((parent) => ['parent', parent] as const)
  })
}

function newest(signatures: readonly SignatureFact[], role: SignerRole, signer: PersonId | null): SignatureFact | null {
  const fitting = signatures.filter((one) => one.role === role && (signer === null || one.signer === signer))
  return fitting.toSorted((a, b) => b.at.epochMilliseconds - a.at.epochMilliseconds)[0] ?? null
}

/** How an agreement stands, from what was signed, refused and taken back until now. Pure, so that any past day can be asked. */
export function standingOf(agreement: Agreement, asked: StandingAsked): Standing {
  const places = neededOf(agreement, asked).map(([role, signer]) => placeOf(agreement, asked, role, signer))
  const signed = places.flatMap(({ signature }) => signature ?? [])
  const latest = signed.toSorted((a, b) => b.at.epochMilliseconds - a.at.epochMilliseconds)[0] ?? null
  const countersignOwed = agreement.countersign !== undefined && signed.some((one) => !one.accepted)
  const state = together(places, countersignOwed)
  const since = places.flatMap((place) => (place.since ? [place.since] : []))
  const mercyUntil = state === 'lapsed' || state === 'changed' ? mercyEnd(agreement, asked, since) : null
  const open = places.filter((place) => place.state !== 'fresh')
  return {
    state,
    owed: [...new Set(open.map(({ role }) => role))],
    owedParents: open.flatMap(({ signer }) => signer ?? []),
    countersignOwed,
    latest,
    mercyUntil,
    open: state === 'in-force' || (mercyUntil !== null && isLater(mercyUntil, asked.now)),
    answers: Object.assign({}, ...signed.map(({ answers }) => answers)) as Standing['answers'],
  }
}

interface Place {
  readonly role: SignerRole
  readonly signer: PersonId | null
  readonly signature: SignatureFact | null
  readonly state: 'fresh' | 'missing' | 'lapsed' | 'changed' | 'refused' | 'withdrawn'
  readonly since: Temporal.Instant | null
}

function placeOf(agreement: Agreement, asked: StandingAsked, role: SignerRole, signer: PersonId | null): Place {
  const signature = newest(asked.signatures, role, signer)
  const ending = asked.endings
    .filter((one) => one.role === role && (!signature || !isLater(signature.at, one.at)))
    .toSorted((a, b) => b.at.epochMilliseconds - a.at.epochMilliseconds)[0]
  const place = { role, signer, signature: null, since: null }
  if (ending) return { ...place, state: ending.kind }
  if (!signature) return { ...place, state: 'missing' }
  const aged = ageOf(agreement, signature, asked)
  return { ...place, signature, state: aged.state, since: aged.state === 'fresh' ? null : aged.since }
}

const worst = ['refused', 'withdrawn', 'missing', 'lapsed', 'changed'] as const

function together(places: readonly Place[], countersignOwed: boolean): AgreementState {
  const found = worst.find((state) => places.some((place) => place.state === state))
  if (found === 'missing' && places.some(({ signature }) => signature !== null)) return 'waiting'
  return found ?? (countersignOwed ? 'waiting' : 'in-force')
}

/** Mercy runs from the first signature that stopped counting. */
function mercyEnd(agreement: Agreement, { calendar }: StandingAsked, since: readonly Temporal.Instant[]) {
  const first = since.toSorted((a, b) => a.epochMilliseconds - b.epochMilliseconds)[0]
  return first ? deadline(calendar, first, spanOf(agreement.mercy)) : null
}

/** The agreements that are asked of somebody by what they are: by kind and, for pupils, by year. */
export const askedOf = (
  agreements: readonly Agreement[],
  person: { readonly kind: string; readonly year_group: string | null },
): readonly Agreement[] =>
  agreements.filter(
    ({ of: { kinds, years } }) =>
      kinds.some((kind) => kind === person.kind) &&
      (years === undefined || years.some((year) => year === person.year_group)),
  )
