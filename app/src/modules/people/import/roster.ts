/** The kinds of people whom the policy covers. One human being may be there twice: a teacher whose child is a pupil. */
export const PERSON_KINDS = ['pupil', 'staff', 'parent', 'governor', 'volunteer', 'contractor', 'visitor'] as const
/** One of `PERSON_KINDS`; `parent` is any adult who cares for or answers for a pupil, emergency contacts included. */
export type PersonKind = (typeof PERSON_KINDS)[number]

/** National curriculum years of a primary school: nursery, reception, 1 to 6. */
export const YEARS = ['N', 'R', '1', '2', '3', '4', '5', '6'] as const
/** One of `YEARS`. */
export type Year = (typeof YEARS)[number]

/** What adults should know of a child before they act; no more is read, whatever else the file holds. */
export const NEEDS = ['sen-support', 'ehc-plan', 'english-additional', 'in-care', 'young-carer'] as const
/** One of `NEEDS`. */
export type Need = (typeof NEEDS)[number]

/** What an adult is to a child. */
export const RELATIONSHIPS = [
  'mother',
  'father',
  'parent',
  'step-parent',
  'grandparent',
  'sibling',
  'relative',
  'foster-carer',
  'guardian',
  'carer',
  'childminder',
  'social-worker',
  'other',
] as const
/** One of `RELATIONSHIPS`. */
export type Relationship = (typeof RELATIONSHIPS)[number]

/** A calendar date as ISO text, '2026-09-01'. Such texts sort by date and compare with `===`. */
export type IsoDate = string

/** Who a person is to the system that exported them. The same pair on another day is the same person. */
export interface SourceId {
  /** The exporting system, as the school named it when it first imported: 'mis', 'oneroster'. */
  readonly system: string
  /** That system's own id, or one made from what the row holds where it gives none (see `derive-id.ts`). */
  readonly id: string
}

/** Where something stands in the imported files; `line` counts from 1 as a text editor does. */
export interface FilePlace {
  readonly file: string
  readonly line: number
}

/**
 * A person as a file describes them. A field that is absent was not in the file, and an import leaves it alone; `null`
 * means that the file has the column and left it blank, and an import clears it.
 */
export interface ImportedPerson {
  readonly kind: PersonKind
  readonly source: SourceId
  readonly at: FilePlace
  /** Null for people with one name, which then stands in the other. Never both null. */
  readonly given: string | null
  readonly family: string | null
  readonly knownAs?: string | null
  readonly born?: IsoDate | null
  readonly classCode?: string | null
  readonly year?: Year | null
  readonly upn?: string | null
  readonly email?: string | null
  /** Of parents and carers only: who rings whom about a child. */
  readonly phone?: string | null
  readonly username?: string | null
  readonly jobTitle?: string | null
  /** First day here. */
  readonly start?: IsoDate | null
  /** Last day here; it may lie ahead. */
  readonly end?: IsoDate | null
  readonly needs?: readonly Need[]
}

/**
 * Who answers for a child. A null is what the file does not say; it takes nothing away from what the school knows. There is
 * deliberately no place for a court order: what one says is read by a person and written by a person, never taken from a column.
 */
export interface ImportedResponsibility {
  readonly child: SourceId
  readonly adult: SourceId
  readonly at: FilePlace
  readonly relationship: Relationship | null
  /** Parental responsibility as in the Children Act 1989 s.3; null when the file does not say. */
  readonly parentalResponsibility: boolean | null
  /** 1 is called first; null when the file does not say. */
  readonly priority: number | null
  /** False when the school must not get in touch with this adult; null when the file does not say. */
  readonly contactable: boolean | null
}

/** One text for a source id, to be a key of maps and sets; the separator cannot occur in a cleaned cell. */
export function sourceKey(source: SourceId): string {
  return `${source.system}\u0000${source.id}`
}
