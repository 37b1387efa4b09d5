import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { tables } from '../db/tx.js'
import type { Tx } from '../db/tx.js'
import { chainStart, linkHash } from './entry.js'
import type { JournalTables, LinkRow } from './entry.js'

/** The keyed half of a link: without the school's secret file nobody can make a chain that looks like ours. */
export const linkSeal = (key: Buffer, hash: Buffer): Buffer => createHmac('sha256', key).update(hash).digest()

/** More than this in one go would hold the transaction open too long; the next round takes the rest. */
const batch = 2000

const lastLink = (tx: Tx): Promise<Pick<LinkRow, 'position' | 'hash'> | undefined> =>
  tables<JournalTables>(tx)
    .selectFrom('journal_link')
    .select(['position', 'hash'])
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()

const waiting = (tx: Tx): Promise<readonly { id: string; digest: Buffer }[]> =>
  tables<JournalTables>(tx)
    .selectFrom('journal_waiting')
    .innerJoin('journal_entry', (join) =>
      join
        .onRef('journal_entry.school_id', '=', 'journal_waiting.school_id')
        .onRef('journal_entry.id', '=', 'journal_waiting.entry_id'),
    )
    .select(['journal_entry.id', 'journal_entry.digest'])
    .orderBy('journal_entry.id')
    .limit(batch)
    .execute()

/**
 * Links what is waiting to the end of this school's chain, oldest first. Run as the worker; one sealer at a time per
 * school, held by a lock that ends with the transaction. Returns how many entries it linked.
 */
export async function seal(tx: Tx, key: Buffer): Promise<number> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${tx.actor.schoolId}, 4711))`.execute(
    tables<JournalTables>(tx),
  )
  const entries = await waiting(tx)
  if (entries.length === 0) return 0
  const links = chain(tx.actor.schoolId, await lastLink(tx), entries, key)
  await tables<JournalTables>(tx).insertInto('journal_link').values(links).execute()
  await tables<JournalTables>(tx)
    .deleteFrom('journal_waiting')
    .where(
      'entry_id',
      'in',
      entries.map(({ id }) => id),
    )
    .execute()
  return links.length
}

function chain(
  school: string,
  last: Pick<LinkRow, 'position' | 'hash'> | undefined,
  entries: readonly { id: string; digest: Buffer }[],
  key: Buffer,
): LinkRow[] {
  let before = last?.hash ?? chainStart
  let position = last?.position ?? 0
  return entries.map(({ id, digest }) => {
    position += 1
    before = linkHash(before, { position, entry_id: id, digest })
    return { school_id: school, position, entry_id: id, digest, hash: before, seal: linkSeal(key, before) }
  })
}
