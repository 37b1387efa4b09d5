import { Temporal } from 'temporal-polyfill'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx, Tx } from '../../../kernel/db/tx.js'
import { isId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import type { WrittenKind } from '../entry-kinds.js'
import { neededWords } from '../needed-words.js'
import { openCaseOf } from '../queries/case-of.js'
import type { CaseTables, ChronologyRow } from '../schema.js'
import { writeEntry } from './write-entry.js'

export interface AddEntry {
  readonly kind: WrittenKind
  readonly words: string
  /** When it happened; nothing has happened in the future. */
  readonly happenedAt: Temporal.Instant
}

/** Adds an entry to the chronology of an open case. It is sealed: from here on it can be corrected on top, never changed. */
export async function addEntry(tx: Tx, caseId: string, { kind, words, happenedAt }: AddEntry): Promise<string> {
  const row = await openCaseOf(tx, caseId)
  neededWords(words, 'Write what you want to keep.')
  if (Temporal.Instant.compare(happenedAt, tx.now) > 0)
    throw new Refusal('invalid', 'This time has not come yet. Check the date and the time.', 'happened')
  return writeEntry(tx, row, { kind, words, happenedAt })
}

/** Lays a correction on top of an entry. The first text stays, readable under it, with who wrote it and when. */
export async function correctEntry(tx: Tx, caseId: string, entryId: string, words: string): Promise<string> {
  const row = await openCaseOf(tx, caseId)
  const entry = await entryOf(tx, caseId, entryId)
  neededWords(words, 'Write what is right, and why the first text was not.')
  return writeEntry(tx, row, { kind: 'correction', words, happenedAt: entry.happened_at, corrects: entry.id })
}

/** An entry of a case that the actor may see. */
export async function entryOf(tx: ReadTx, caseId: string, entryId: string): Promise<ChronologyRow> {
  const entry = isId(entryId)
    ? await tables<CaseTables>(tx)
        .selectFrom('chronology_entry')
        .selectAll()
        .where('id', '=', entryId)
        .where('case_id', '=', caseId)
        .executeTakeFirst()
    : undefined
  if (!entry) throw new Refusal('not-found', 'This case has no such entry.')
  return entry
}
