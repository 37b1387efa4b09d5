import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Finding } from '../../../engine/clauses/clause-state.js'
import { clockOf } from '../../../engine/packs/lookup.js'
import type { Pack } from '../../../engine/packs/pack.js'
import { dateInFull } from '../../../kernel/calendar/day-words.js'
import { londonDate } from '../../../kernel/calendar/london.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PostId } from '../../../kernel/ids.js'
import type { ConcernChannel, ConcernTables } from '../schema.js'

/** As many of each as a clause's page lists; the verdict needs only one. */
const most = 50

export interface Owed {
  /** Only these clocks of the pack. */
  readonly clocks: readonly string[]
  readonly channels?: readonly ConcernChannel[] | undefined
  readonly posts?: readonly string[] | null | undefined
}

/** What was owed at an instant: clocks that had run out unmet, and clocks that were running. */
export interface OwedAt {
  readonly broken: readonly Finding[]
  readonly due: readonly Finding[]
}

interface Row {
  readonly id: string
  readonly clock: string
  readonly post: PostId | null
  readonly reported_at: Temporal.Instant
  readonly due_at: Temporal.Instant
  readonly over: boolean
}

/**
 * Clocks of concerns that were unmet at an instant, from the rows' own dates. Concerns under a conflict rule are left
 * out: clause pages are read by the very people whom such a concern may be about, and one that names no reader they know
 * would tell them that it exists. Their own clocks send them on all the same.
 */
export async function owedAt(tx: ReadTx, pack: Pack, owed: Owed, asOf: Temporal.Instant): Promise<OwedAt> {
  const { clocks, channels = ['staff', 'child', 'public'], posts = null } = owed
  const at = asOf.toString()
  const { rows } = await sql<Row>`
    SELECT c.id, k.clock, c.post, c.reported_at, k.due_at, k.due_at <= ${at}::timestamptz AS over
    FROM concern_clock k JOIN concern c ON c.school_id = k.school_id AND c.id = k.concern_id
    WHERE k.clock = ANY (${clocks}::text[]) AND k.starts_at <= ${at}::timestamptz
      AND (k.met_at IS NULL OR k.met_at > ${at}::timestamptz)
      AND c.rules = '{}' AND c.never_persons = '{}' AND c.channel = ANY (${channels}::text[])
      AND (${posts}::text[] IS NULL OR c.post = ANY (${posts}::text[]))
    ORDER BY k.due_at LIMIT ${most}`.execute(tables<ConcernTables>(tx))
  const findings = rows.map((row) => ({ over: row.over, finding: findingOf(pack, row) }))
  return {
    broken: findings.flatMap(({ over, finding }) => (over ? [finding] : [])),
    due: findings.flatMap(({ over, finding }) => (over ? [] : [finding])),
  }
}

const done = {
  acknowledged: 'read',
  triaged: 'decided',
  answered: 'answered',
  'taken-up': 'taken up',
  'parents-decided': 'decided about parents',
  reviewed: 'reviewed',
  closed: 'closed',
  reported: 'reported',
  'bother-received': 'received',
} as const

function findingOf(pack: Pack, { id, clock, post, reported_at, due_at, over }: Row): Finding {
  const act = done[clockOf(pack, clock)?.met ?? 'acknowledged']
  const day = dateInFull(londonDate(reported_at))
  const sentence = over ? `A concern of ${day} was not ${act} in time.` : `A concern of ${day} has to be ${act}.`
  return { sentence, rows: [{ table: 'concern', id }], post, due: due_at }
}

/** How many concerns reached the school by these doors before an instant, since a year before; conflicts not counted. */
export async function countedAt(
  tx: ReadTx,
  channels: readonly ConcernChannel[],
  asOf: Temporal.Instant,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM concern
    WHERE rules = '{}' AND never_persons = '{}' AND channel = ANY (${channels}::text[])
      AND reported_at <= ${asOf.toString()}::timestamptz
      AND reported_at > ${asOf.subtract({ hours: 365 * 24 }).toString()}::timestamptz`.execute(
    tables<ConcernTables>(tx),
  )
  return Number(rows[0]?.count ?? 0)
}

/** '1 concern in a year', '41 bothers in a year'. */
export const inAYear = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'} in a year`
