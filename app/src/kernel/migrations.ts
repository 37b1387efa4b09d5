import type { Migration } from './db/migrate.js'
import { journal } from './migrations/2026-11-23T0905-journal.js'
import { school } from './migrations/2026-11-23T0900-school.js'
import { setupDraft } from './migrations/2026-11-26T1300-setup-draft.js'

/** The kernel's own tables: schools, request keys, the journal, and drafts of a school that is being set up. */
export const kernelMigrations: readonly Migration[] = [school, journal, setupDraft]
