import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PersonId } from '../../../kernel/ids.js'
import { personCards } from '../../people/index.js'
import type { ConcernRow, ConcernTables } from '../schema.js'

/** A concern as a list shows it. */
export interface ConcernLine extends Pick<
  ConcernRow,
  'id' | 'reference' | 'channel' | 'urgency' | 'state' | 'reported_at' | 'next_due' | 'danger'
> {
  /** The beginning of what was said. */
  readonly summary: string
  /** Who told: a colleague by name, or what somebody without an account called themselves; null for nameless ones. */
  readonly teller: string | null
  /** Who made it theirs, by name. */
  readonly reader: string | null
  /** Somebody without an account waits for an answer. */
  readonly owed: boolean
}

/** As much of what was said as a line shows, in characters. */
const summaryLength = 160

interface Raw extends Omit<KeyedLine, 'teller' | 'reader'> {
  readonly reporter_id: PersonId | null
  readonly reporter_name: string | null
  readonly child_name: string | null
  readonly acknowledged_by: PersonId | null
}

/** A concern with the key of its place in the list. */
export interface KeyedLine extends ConcernLine {
  readonly key: string
}

/** These concerns as lines, in the order of the ids given; those that the actor may not see are left out. */
export async function concernLines(tx: ReadTx, ids: readonly string[]): Promise<readonly ConcernLine[]> {
  if (ids.length === 0) return []
  return linesOf(
    tx,
    sql`SELECT id, id::text AS key, place FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS given (id, place)`,
  )
}

/** The concerns that a query names as (id, key, place), as lines in the order of their places: one question for a list and its lines. */
export async function linesOf(tx: ReadTx, chosen: RawBuilder<unknown>): Promise<readonly KeyedLine[]> {
  const { rows } = await sql<Raw>`
    SELECT asked.key, c.id, c.reference, c.channel, c.urgency, c.state, c.reported_at, c.next_due, c.danger, c.reporter_id,
      c.reporter_name, c.acknowledged_by, v.child_name,
      coalesce(v.id IS NOT NULL AND (v.answered_at IS NULL OR v.answered_at < v.reporter_wrote_at), false) AS owed,
      coalesce((SELECT left(s.words, ${summaryLength + 1}) FROM statement s
        WHERE s.school_id = c.school_id AND s.concern_id = c.id AND s.kind = 'report' ORDER BY s.id LIMIT 1), '') AS summary
    FROM (${chosen}) AS asked
    JOIN concern c ON c.id = asked.id
    LEFT JOIN conversation v ON v.school_id = c.school_id AND v.id = c.id
    WHERE c.school_id = ${tx.actor.schoolId}
    ORDER BY asked.place`.execute(tables<ConcernTables>(tx))
  const cards = await personCards(
    tx,
    rows.flatMap(({ reporter_id, acknowledged_by }) =>
      [reporter_id, acknowledged_by].flatMap((id) => (id ? [id] : [])),
    ),
  )
  const nameOf = (id: PersonId | null) => (id ? (cards.get(id)?.name ?? null) : null)
  return rows.map(({ reporter_id, reporter_name, child_name, acknowledged_by, ...line }) => ({
    ...line,
    summary: shortened(line.summary),
    teller: nameOf(reporter_id) ?? child_name ?? reporter_name,
    reader: nameOf(acknowledged_by),
  }))
}

/** The beginning of a text on one line, cut at a word. */
function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= summaryLength) return line
  const cut = line.slice(0, summaryLength)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), summaryLength / 2))}…`
}
