import type { ExistingPerson, ExistingResponsibility } from '../existing.js'
import type { ImportProblem } from '../problem.js'
import type { ImportedPerson, ImportedResponsibility, IsoDate, SourceId } from '../roster.js'

/** A field of a person that an import can change. */
export const PERSON_KEYS = [
  'kind',
  'given',
  'family',
  'knownAs',
  'born',
  'classCode',
  'year',
  'upn',
  'email',
  'phone',
  'username',
  'jobTitle',
  'start',
  'end',
  'needs',
] as const satisfies readonly (keyof ImportedPerson)[]
/** One of `PERSON_KEYS`. */
export type PersonKey = (typeof PERSON_KEYS)[number]

/** A field of a link between adult and child that an import can change. */
export const LINK_KEYS = ['relationship', 'parentalResponsibility', 'priority', 'contactable'] as const
/** One of `LINK_KEYS`. */
export type LinkKey = (typeof LINK_KEYS)[number]

/** One field before and after. Lists are compared and shown in their order. */
export interface FieldChange<Key extends string> {
  readonly field: Key
  readonly from: unknown
  readonly to: unknown
}

/** Somebody whose record changes. */
export interface PersonChange {
  readonly person: ExistingPerson
  readonly imported: ImportedPerson
  /** Empty when only the source id changes. */
  readonly fields: readonly FieldChange<PersonKey>[]
  /** The record as it will be: what the file says, and where it says nothing what was there. This is what to write. */
  readonly becomes: ExistingPerson & { readonly source: SourceId }
  /** The new source id of somebody recognised by other means: a new system, or an id that was made from changed details. */
  readonly source: SourceId | null
}

/** Somebody who leaves: ended on a day, never deleted. */
export interface PersonEnd {
  readonly person: ExistingPerson
  /** The last day here. */
  readonly on: IsoDate
}

/** A link that changes. */
export interface LinkChange {
  readonly link: ExistingResponsibility
  readonly imported: ImportedResponsibility
  /** The link as it will be; what the file does not say of it stays. This is what to write. */
  readonly becomes: ExistingResponsibility
  readonly fields: readonly FieldChange<LinkKey>[]
}

/** Something about the plan as a whole that a person must agree to before it is carried out. */
export interface PlanGuard {
  readonly guard: 'many-leavers' | 'leavers-unsure' | 'nobody-known'
  readonly sentence: string
}

/** What an import would do. Nothing has been done yet; the same files a second time give a plan with nothing in it. */
export interface ImportPlan {
  readonly add: readonly ImportedPerson[]
  readonly change: readonly PersonChange[]
  /** How many people stay as they are. */
  readonly same: number
  readonly end: readonly PersonEnd[]
  /** People whom the file gives as having left already and who were never here: not added. */
  readonly alreadyLeft: number
  readonly responsibilities: {
    readonly add: readonly ImportedResponsibility[]
    readonly change: readonly LinkChange[]
    readonly same: number
    readonly end: readonly ExistingResponsibility[]
  }
  /** All must be agreed to; none on an ordinary day. */
  readonly guards: readonly PlanGuard[]
  readonly problems: readonly ImportProblem[]
}
