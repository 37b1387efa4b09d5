import type { ReadTx } from '../db/tx.js'
import { tables } from '../db/tx.js'
import { chainStart, contentDigest, entryDigest, linkHash } from './entry.js'
import type { EntryFacts, JournalTables, LinkRow } from './entry.js'
import { linkSeal } from './seal.js'
import { sealedRows } from './sealed.js'
import type { SealedTable } from './sealed.js'

/** One thing wrong with the journal, in a sentence that names the row. */
export interface JournalFault {
  readonly sentence: string
  readonly position: number | null
  readonly entry: string | null
}

export interface Verification {
  readonly links: number
  readonly records: number
  readonly waiting: number
  readonly head: { readonly position: number; readonly hash: string } | null
  readonly faults: readonly JournalFault[]
}

const pageSize = 5000
type Joined = LinkRow & { readonly entry: EntryFacts | null }

/** Checks a whole school's journal and every sealed record against it. Run as the worker, read only. */
export async function verifyJournal(tx: ReadTx, key: Buffer, sealed: readonly SealedTable[]): Promise<Verification> {
  const faults: JournalFault[] = []
  const state = { before: chainStart, position: 0, faults, key }
  for (let page = await joinedLinks(tx, 0); page.length > 0; page = await joinedLinks(tx, page.at(-1)?.position ?? 0)) {
    for (const link of page) checkLink(state, link)
  }
  faults.push(...(await unlinked(tx)))
  let records = 0
  for (const table of sealed) records += await checkSealed(tx, table, faults)
  const head = state.position === 0 ? null : { position: state.position, hash: state.before.toString('hex') }
  return { links: state.position, records, waiting: await countWaiting(tx), head, faults }
}

interface ChainState {
  before: Buffer
  position: number
  readonly faults: JournalFault[]
  readonly key: Buffer
}

function checkLink(state: ChainState, link: Joined): void {
  const fault = (sentence: string): void =>
    void state.faults.push({ sentence, position: link.position, entry: link.entry_id })
  if (link.position !== state.position + 1)
    fault(
      `Entries ${state.position + 1} to ${link.position - 1} are missing from the chain before entry ${link.entry_id}.`,
    )
  const hash = linkHash(state.before, link)
  if (link.position === state.position + 1 && !hash.equals(link.hash))
    fault(
      `Link ${link.position} (entry ${link.entry_id}) does not follow from the one before it: it was changed or moved.`,
    )
  if (!linkSeal(state.key, link.hash).equals(link.seal))
    fault(`Link ${link.position} (entry ${link.entry_id}) was not sealed with this school's secret.`)
  if (!link.entry) fault(`Entry ${link.entry_id} at position ${link.position} was deleted.`)
  else if (!entryDigest(link.entry).equals(link.digest))
    fault(`Entry ${link.entry_id} at position ${link.position} (${link.entry.act}) was altered.`)
  state.before = link.hash
  state.position = link.position
}

async function joinedLinks(tx: ReadTx, after: number): Promise<readonly Joined[]> {
  const db = tables<JournalTables>(tx)
  const links = await db
    .selectFrom('journal_link')
    .selectAll()
    .where('position', '>', after)
    .orderBy('position')
    .limit(pageSize)
    .execute()
  if (links.length === 0) return []
  const ids = links.map(({ entry_id }) => entry_id)
  const entries = await db.selectFrom('journal_entry').selectAll().where('id', 'in', ids).execute()
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  return links.map((link) => ({ ...link, entry: byId.get(link.entry_id) ?? null }))
}

async function unlinked(tx: ReadTx): Promise<readonly JournalFault[]> {
  const rows = await tables<JournalTables>(tx)
    .selectFrom('journal_entry')
    .leftJoin('journal_link', (join) =>
      join
        .onRef('journal_link.school_id', '=', 'journal_entry.school_id')
        .onRef('journal_link.entry_id', '=', 'journal_entry.id'),
    )
    .leftJoin('journal_waiting', (join) =>
      join
        .onRef('journal_waiting.school_id', '=', 'journal_entry.school_id')
        .onRef('journal_waiting.entry_id', '=', 'journal_entry.id'),
    )
    .select(['journal_entry.id', 'journal_entry.act'])
    .where('journal_link.position', 'is', null)
    .where('journal_waiting.entry_id', 'is', null)
    .limit(100)
    .execute()
  return rows.map(({ id, act }) => ({
    sentence: `Entry ${id} (${act}) is in no link of the chain: its link was deleted, or it was added by hand.`,
    position: null,
    entry: id,
  }))
}

async function countWaiting(tx: ReadTx): Promise<number> {
  const row = await tables<JournalTables>(tx)
    .selectFrom('journal_waiting')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}

const firstId = '00000000-0000-0000-0000-000000000000'

async function checkSealed(tx: ReadTx, sealed: SealedTable, faults: JournalFault[]): Promise<number> {
  const digests = await journalledDigests(tx, sealed.table)
  let seen = 0
  for (
    let page = await sealedRows(tx, sealed, firstId, pageSize);
    page.length > 0;
    page = await sealedRows(tx, sealed, page.at(-1)?.id ?? firstId, pageSize)
  ) {
    for (const row of page) {
      const expected = digests.get(row.id)
      digests.delete(row.id)
      if (!expected)
        faults.push({
          sentence: `Record ${row.id} in ${sealed.table} has no entry in the journal.`,
          position: null,
          entry: null,
        })
      else if (!contentDigest(row.content).equals(expected))
        faults.push({
          sentence: `Record ${row.id} in ${sealed.table} was altered after it was written.`,
          position: null,
          entry: null,
        })
    }
    seen += page.length
  }
  for (const id of digests.keys())
    faults.push({ sentence: `Record ${id} in ${sealed.table} was deleted.`, position: null, entry: null })
  return seen
}

async function journalledDigests(tx: ReadTx, table: string): Promise<Map<string, Buffer>> {
  const rows = await tables<JournalTables>(tx)
    .selectFrom('journal_entry')
    .select(['about_id', 'content_digest'])
    .where('about_table', '=', table)
    .where('content_digest', 'is not', null)
    .execute()
  return new Map(
    rows.flatMap(({ about_id, content_digest }) => (content_digest ? [[about_id, content_digest] as const] : [])),
  )
}
