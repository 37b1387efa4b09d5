import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

/** A value for a jsonb column. pg would send a JavaScript array as a PostgreSQL array, so it goes as text with a cast. */
export const json = <Value>(value: Value): RawBuilder<Value> => sql<Value>`${JSON.stringify(value)}::jsonb`
