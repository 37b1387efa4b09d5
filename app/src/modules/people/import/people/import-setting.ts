import type { ExistingRoster } from '../existing.js'
import type { Mapping } from '../mapping/mapping.js'
import type { ImportProblem } from '../problem.js'
import type { ImportedPerson, ImportedResponsibility, IsoDate, PersonKind } from '../roster.js'
import type { Table } from '../table/table.js'

/** One file with what its columns mean. */
export interface ImportFile {
  readonly table: Table
  readonly mapping: Mapping
}

/** Corrections that the person importing has agreed to, by the rule that offers them. */
export type AcceptedOffer = 'capitals' | 'misread'

/** What an import must know besides the files. */
export interface ImportSetting {
  /** The exporting system; ids are only unique within it. */
  readonly system: string
  /** The day in London on which the import is made. */
  readonly today: IsoDate
  /** Whether the files hold everybody of the kinds they are about, so that who is missing has left. */
  readonly whole: boolean
  /** The school's books, against which contacts' children and class names are checked. */
  readonly existing: ExistingRoster
  readonly accept?: ReadonlySet<AcceptedOffer>
}

/** What a set of files says of a school's people: the outcome of reading, the same whatever the files were. */
export interface ImportedRoster {
  readonly system: string
  readonly whole: boolean
  /** The kinds of people that the files speak of; only these can have leavers. */
  readonly covers: readonly PersonKind[]
  /** Whether the files say who answers for whom at all. */
  readonly coversResponsibilities: boolean
  /** People of lines with nothing wrong. */
  readonly people: readonly ImportedPerson[]
  readonly responsibilities: readonly ImportedResponsibility[]
  /** Keys (see `sourceKey`) of people whose lines are wrong: not imported, and not to be taken for leavers either. */
  readonly withheld: ReadonlySet<string>
  /** Wrong lines that do not even say whom they are about; while there are any, nobody can be taken for a leaver unasked. */
  readonly unidentified: number
  readonly problems: readonly ImportProblem[]
}
