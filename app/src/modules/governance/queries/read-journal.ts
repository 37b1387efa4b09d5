import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { JournalTables } from '../../../kernel/journal/entry.js'
import type { PersonId } from '../../../kernel/ids.js'
import type { GovernanceTables } from '../schema.js'
import { personCards } from '../../people/index.js'
import type { Place } from '../../../kernel/paging.js'

/** One page of the journal that the actor may see, newest first, one row more than fits. */
export async function readJournal(tx: ReadTx, { after, before }: Place, size: number) {
  const entries = tables<JournalTables>(tx)
    .selectFrom('journal_entry')
    .select(['id', 'at', 'person_id', 'channel', 'act'])
  const placed = after
    ? entries.where('id', '<', after).orderBy('id', 'desc')
    : before
      ? entries.where('id', '>', before).orderBy('id')
      : entries.orderBy('id', 'desc')
  const rows = await placed.limit(size + 1).execute()
  const cards = await personCards(
    tx,
    rows.flatMap(({ person_id }) => (person_id ? [person_id as PersonId] : [])),
  )
  return rows.map(({ id, at, person_id, channel, act }) => ({
    id,
    at,
    act: act.replaceAll('.', ' ').replaceAll('-', ' '),
    who: cards.get(person_id as PersonId)?.name ?? byDoor[channel] ?? 'Somebody',
  }))
}

const byDoor: Readonly<Record<string, string>> = {
  worker: 'Hedgerow itself',
  public: 'Somebody without an account',
  setup: 'Whoever set the school up',
  'sign-in': 'Somebody at the sign-in page',
  web: 'Somebody you may not see',
}

/** Where the chain ends now. The transaction is the worker's: links are shown to nobody, their end is. */
export async function journalHead(tx: ReadTx): Promise<{ readonly position: number; readonly hash: string } | null> {
  const last = await tables<JournalTables>(tx)
    .selectFrom('journal_link')
    .select(['position', 'hash'])
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last ? { position: last.position, hash: last.hash.toString('hex') } : null
}

/** The ends that were published, newest first, a month of them. */
export async function publishedHeads(tx: ReadTx) {
  const rows = await tables<GovernanceTables>(tx)
    .selectFrom('journal_head')
    .select(['hash', 'published_at as at'])
    .orderBy('id', 'desc')
    .limit(31)
    .execute()
  return rows.map(({ hash, at }) => ({ hash: hash.toString('hex'), at }))
}
