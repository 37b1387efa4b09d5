import type { SealedTable } from '../../kernel/journal/sealed.js'

/** A version of an entry: never changed, read against the journal by `hedgerow verify`. */
export const sealedVersion: SealedTable = {
  table: 'register_version',
  columns: ['entry_id', 'number', 'act', 'title', 'answers', 'why'],
}
