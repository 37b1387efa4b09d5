import type { Temporal } from 'temporal-polyfill'
import { sightFrom } from '../../../kernel/db/sight.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { actingPost } from '../queries/acting-post.js'
import type { CaseRow, EntryKind } from '../schema.js'
import { writeSealed } from './write-sealed.js'

/** What is written, and when it happened; now, for what Hedgerow writes of itself. */
export interface NewEntry {
  readonly kind: EntryKind
  readonly words: string
  readonly happenedAt?: Temporal.Instant
  readonly corrects?: string
}

/** Seals an entry into a chronology, unchecked: commands check first what they write. Returns its id. */
export const writeEntry = async (tx: Tx, row: CaseRow, entry: NewEntry): Promise<string> =>
  writeSealed(
    tx,
    'chronology_entry',
    {
      case_id: row.id,
      kind: entry.kind,
      words: entry.words,
      happened_at: entry.happenedAt ?? tx.now,
      corrects: entry.corrects ?? null,
      as_post: await actingPost(tx, row),
    },
    sightFrom(row),
  )
