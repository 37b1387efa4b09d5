import type { ReadTx } from '../db/tx.js'
import { tables } from '../db/tx.js'
import type { JournalTables } from './entry.js'

const pageSize = 2000

/** Names the format, so that a checker of another year knows what it reads. */
const header = { hedgerow: 'journal', format: 1 } as const

/**
 * The journal of a school as lines of JSON, in the order of the chain: a header, then one object an entry with its link.
 * The entries' details hold ids and counts only. `tools/check-journal.mjs` reads it with nothing but Node.
 */
export async function* exportJournal(tx: ReadTx): AsyncGenerator<string> {
  yield JSON.stringify({ ...header, school: tx.actor.schoolId, at: tx.now.toString() })
  let after = 0
  for (;;) {
    const links = await tables<JournalTables>(tx)
      .selectFrom('journal_link')
      .selectAll()
      .where('position', '>', after)
      .orderBy('position')
      .limit(pageSize)
      .execute()
    if (links.length === 0) return
    const ids = links.map(({ entry_id }) => entry_id)
    const entries = await tables<JournalTables>(tx)
      .selectFrom('journal_entry')
      .selectAll()
      .where('id', 'in', ids)
      .execute()
    const byId = new Map(entries.map((entry) => [entry.id, entry]))
    for (const link of links) yield line(link, byId.get(link.entry_id))
    after = links.at(-1)?.position ?? after
  }
}

function line(link: JournalTables['journal_link'], entry: JournalTables['journal_entry'] | undefined): string {
  const { position, entry_id, digest, hash } = link
  const chain = { position, entry_id, digest: digest.toString('hex'), hash: hash.toString('hex') }
  if (!entry) return JSON.stringify({ ...chain, entry: null })
  const { school_id, id, at, person_id, posts, channel, act, about_table, about_id, details, content_digest } = entry
  const facts = { school_id, id, at: at.toString(), person_id, posts, channel, act, about_table, about_id, details }
  return JSON.stringify({ ...chain, entry: { ...facts, content_digest: content_digest?.toString('hex') ?? null } })
}
