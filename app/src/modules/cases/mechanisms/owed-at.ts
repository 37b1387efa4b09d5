import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Finding } from '../../../engine/clauses/clause-state.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PostId } from '../../../kernel/ids.js'
import { readersOf } from '../../policy/index.js'

/** Who answers for a case where no other post is named. */
export const answering = 'dsl' as PostId

/** Duties this close to their time are told as due, not yet as broken. */
const soonHours = 24

/** A moment as SQL takes it. */
export const instant = (at: Temporal.Instant): RawBuilder<unknown> => sql`${at.toString()}::timestamptz`

/** Runs a set-based question and returns its rows. */
export async function asked<Row>(tx: ReadTx, question: RawBuilder<Row>): Promise<readonly Row[]> {
  return (await question.execute(tables<object>(tx))).rows
}

/**
 * What may be told on pages that all who read clauses and figures see: nothing that one of them must never learn of. A
 * case about a teacher counts; one about the headteacher does not, for the headteacher could tell it from the sum.
 */
export async function tellable(tx: ReadTx): Promise<RawBuilder<unknown>> {
  const readers = await readersOf(tx, 'governance.counts')
  return sql`NOT never_persons && ${readers}::uuid[]`
}

/** How many cases were opened by an instant, for the basis of a state: of these procedures, or of all. */
export async function casesBy(
  tx: ReadTx,
  asOf: Temporal.Instant,
  procedures: readonly string[] | null,
): Promise<string> {
  const [row] = await asked<{ count: number }>(
    tx,
    sql`SELECT count(*)::int AS count FROM case_file WHERE opened_at <= ${instant(asOf)}
      AND ${await tellable(tx)} AND (${procedures === null} OR EXISTS (SELECT 1 FROM case_duty d WHERE d.school_id = case_file.school_id
        AND d.case_id = case_file.id AND d.procedure = ANY (${procedures ?? []}::text[])))`,
  )
  const count = row?.count ?? 0
  return `${count} ${count === 1 ? 'case' : 'cases'} looked at`
}

interface Owed {
  readonly id: string
  readonly case_id: string
  readonly name: string
  readonly post: PostId | null
  readonly due_at: Temporal.Instant
}

export interface OwedAt {
  readonly kind: 'clock' | 'step'
  /** Only these clocks or steps; null for all. */
  readonly names: readonly string[] | null
  /** Only steps of these procedures; null for all. */
  readonly procedures: readonly string[] | null
  /** Of so many of one case. */
  readonly sentence: (late: boolean, count: number) => string
}

/** What cases owed at an instant, from the duties' own dates: what was late, and what was due within a day. */
export async function owedAt(
  tx: ReadTx,
  asOf: Temporal.Instant,
  { kind, names, procedures, sentence }: OwedAt,
): Promise<{ readonly late: readonly Finding[]; readonly soon: readonly Finding[] }> {
  const rows = await asked<Owed>(
    tx,
    sql`SELECT id, case_id, name, post, due_at FROM case_duty
      WHERE ${await tellable(tx)} AND kind = ${kind} AND must AND starts_at <= ${instant(asOf)}
        AND due_at <= ${instant(asOf.add({ hours: soonHours }))}
        AND (met_at IS NULL OR met_at > ${instant(asOf)})
        AND (${names === null} OR name = ANY (${names ?? []}::text[]))
        AND (${procedures === null} OR procedure = ANY (${procedures ?? []}::text[]))
      ORDER BY due_at, id`,
  )
  const isLate = ({ due_at }: Owed) => due_at.epochMilliseconds <= asOf.epochMilliseconds
  const late = rows.filter(isLate)
  const soon = rows.filter((row) => !isLate(row))
  return {
    late: byCase(late, (count) => sentence(true, count)),
    soon: byCase(soon, (count) => sentence(false, count)),
  }
}

/** One finding for each case and post: twelve late steps of one case are one thing to see to. The first is the most urgent. */
function byCase(rows: readonly Owed[], sentence: (count: number) => string): readonly Finding[] {
  const posts = ({ post }: Owed): PostId => (post?.startsWith('any-') ? answering : (post ?? answering))
  const groups = Map.groupBy(rows, (row) => `${row.case_id} ${posts(row)}`)
  return [...groups.values()].flatMap((owed) => {
    const [first] = owed
    if (!first) return []
    const own = owed.map(({ id }) => ({ table: 'case_duty', id }))
    const rowsOf = [{ table: 'case_file', id: first.case_id }, ...own]
    return [{ sentence: sentence(owed.length), rows: rowsOf, post: posts(first), due: first.due_at }]
  })
}

/** One finding for each case that a question names: nothing can be put off any more. */
export async function casesFound(
  tx: ReadTx,
  question: RawBuilder<{ readonly id: string }>,
  sentence: string,
): Promise<readonly Finding[]> {
  const found = sql<{
    readonly id: string
  }>`SELECT id FROM case_file WHERE ${await tellable(tx)} AND id IN (${question})`
  const rows = await asked(tx, found)
  return rows.map(({ id }) => ({ sentence, rows: [{ table: 'case_file', id }], post: answering, due: null }))
}

/** A case was closed at an instant: the newest of its closings and openings up to then is a closing. */
export const closedAt = (asOf: Temporal.Instant): RawBuilder<unknown> => sql`(
  SELECT e.kind = 'closed' FROM chronology_entry e
  WHERE e.school_id = case_file.school_id AND e.case_id = case_file.id AND e.at <= ${instant(asOf)}
    AND e.kind IN ('opened', 'closed', 'reopened') ORDER BY e.id DESC LIMIT 1)`
