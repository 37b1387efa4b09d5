import type { Migration } from './db/migrate.js'
import { journal } from './migrations/2026-11-23T0905-journal.js'
import { school } from './migrations/2026-11-23T0900-school.js'

/** The kernel's own tables: schools, request keys, the journal. */
export const kernelMigrations: readonly Migration[] = [school, journal]
