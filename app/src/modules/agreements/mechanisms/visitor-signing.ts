import { sql } from 'kysely'
import { named } from '../../../engine/clauses/clause-params.js'
import { judged } from '../../../engine/clauses/clause-state.js'
import type { Finding } from '../../../engine/clauses/clause-state.js'
import type { Mechanism } from '../../../engine/module.js'
import { deadline } from '../../../kernel/calendar/deadline.js'
import { spanOf } from '../../../kernel/calendar/span.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import { calendarOf } from '../../people/index.js'
import { activePack } from '../../policy/index.js'
import type { AgreementTables } from '../schema.js'
import { visitorsUrl } from '../urls.js'
import { AgreementParams } from './params.js'
import { keeperPost } from './whole-school.js'
import type { Temporal } from 'temporal-polyfill'

interface Row {
  readonly id: string
  readonly arrived_at: Temporal.Instant
  readonly signed: boolean
  readonly supervised: boolean
  readonly early: boolean
  readonly endless: boolean
}

/** For how long a visit without a record stays a finding: a school year's quarter. */
const DAYS = 90

/** Visits of the three months before an instant, with what was known of each then. */
async function visitsAt(tx: ReadTx, asOf: Temporal.Instant): Promise<readonly Row[]> {
  const when = asOf.toString()
  const { rows } = await sql<Row>`
    SELECT v.id, v.arrived_at,
      s.id IS NOT NULL AS signed,
      coalesce(v.supervision_at <= ${when}::timestamptz, false) AS supervised,
      coalesce(bool_or(g.granted_at < s.signed_at OR s.id IS NULL) FILTER (WHERE g.id IS NOT NULL), false) AS early,
      coalesce(bool_or(g.ends_at IS NULL) FILTER (WHERE g.id IS NOT NULL), false) AS endless
    FROM visit v
    LEFT JOIN agreement_signature s ON s.school_id = v.school_id AND s.visit_id = v.id AND s.voided_at IS NULL
      AND s.signed_at <= ${when}::timestamptz
    LEFT JOIN access_grant g ON g.school_id = v.school_id AND g.visit_id = v.id AND g.granted_at <= ${when}::timestamptz
    WHERE v.arrived_at <= ${when}::timestamptz AND v.arrived_at > ${asOf.subtract({ hours: DAYS * 24 }).toString()}::timestamptz
    GROUP BY v.id, v.arrived_at, v.supervision_at, s.id`.execute(tables<AgreementTables>(tx))
  return rows
}

/** Visitors sign before they have anything, somebody is with them, and a pass ends by itself. */
export const visitorSigning: Mechanism = {
  id: 'visitor-signing',
  params: AgreementParams,
  page: visitorsUrl(),
  check: async (tx, params, asOf) => {
    const aspects = named((params as AgreementParams).aspect) ?? ['signed', 'supervised', 'passes']
    const { pack } = await activePack(tx)
    const rows = await visitsAt(tx, asOf)
    const calendar = await calendarOf(tx)
    const post = keeperPost(pack)
    const finding = (
      some: readonly Row[],
      sentence: string,
      due: Temporal.Instant | null = null,
    ): readonly Finding[] =>
      some.length === 0
        ? []
        : [{ sentence, rows: some.slice(0, 50).map(({ id }) => ({ table: 'visit', id })), post, due }]
    const until = ({ arrived_at }: Row) => deadline(calendar, arrived_at, spanOf('same school day'))
    const alone = aspects.includes('supervised') ? rows.filter(({ supervised }) => !supervised) : []
    const over = alone.filter((row) => until(row).epochMilliseconds <= asOf.epochMilliseconds)
    const today = alone.filter((row) => !over.includes(row))
    const unsigned = aspects.includes('signed') ? rows.filter(({ signed }) => !signed) : []
    const passes = aspects.includes('passes') ? rows : []
    return judged(
      `${rows.length} visits in three months`,
      [
        ...finding(unsigned, `${unsigned.length} visits without a signed agreement.`),
        ...finding(over, `${over.length} visits for which nobody recorded who was with them.`),
        ...finding(
          passes.filter(({ early }) => early),
          'A guest pass was given before the agreement was signed.',
        ),
        ...finding(
          passes.filter(({ endless }) => endless),
          'A guest pass does not end by itself.',
        ),
      ],
      finding(
        today,
        `${today.length} visits today still need to say who is with them.`,
        today[0] ? until(today[0]) : null,
      ),
    )
  },
}
