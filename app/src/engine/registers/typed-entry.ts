import type { Temporal } from 'temporal-polyfill'
import type { ReadTx } from '../../kernel/db/tx.js'
import type { PersonId, PostId } from '../../kernel/ids.js'
import { revived } from './answers.js'
import { entriesAt } from './read-entries.js'
import type { Register, Values } from './register.js'

/** An entry as it stood on a day, with its answers as the form gives them. */
export interface TypedEntry {
  readonly id: string
  readonly title: string
  readonly values: Values
  readonly owner: PostId
  readonly persons: readonly PersonId[]
  readonly links: readonly string[]
  readonly reviewedOn: Temporal.PlainDate
  readonly expiresOn: Temporal.PlainDate | null
}

/** The live entries of a register at `tx.now`. Fields that fewer may see are answered with nothing. */
export async function readEntries(tx: ReadTx, register: Register): Promise<readonly TypedEntry[]> {
  const rows = await entriesAt(tx, register.id)
  return rows.map((row) => ({
    id: row.entry_id,
    title: row.title,
    values: revived(register.form, row.answers),
    owner: row.owner_post,
    persons: row.persons,
    links: row.links,
    reviewedOn: row.reviewed_on,
    expiresOn: row.expires_on,
  }))
}
