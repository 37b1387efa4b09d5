import type { PersonId } from '../../../kernel/ids.js'
import type { ImportedPerson, ImportedResponsibility, SourceId } from './roster.js'

/** Somebody on the school's books, current or ended, as an import needs to know them: what a file could say, and our id. */
export interface ExistingPerson extends Omit<ImportedPerson, 'source' | 'at'> {
  readonly personId: PersonId
  /** Null for people added by hand. No import ever ends those. */
  readonly source: SourceId | null
}

/** Who answers for whom on the school's books; ended ones are left out. */
export interface ExistingResponsibility extends Omit<ImportedResponsibility, 'child' | 'adult' | 'at'> {
  readonly childId: PersonId
  readonly adultId: PersonId
}

/** The school's books before an import. */
export interface ExistingRoster {
  readonly people: readonly ExistingPerson[]
  readonly responsibilities: readonly ExistingResponsibility[]
}
