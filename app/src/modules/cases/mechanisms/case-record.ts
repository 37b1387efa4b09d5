import { sql } from 'kysely'
import { ClauseParams, named } from '../../../engine/clauses/clause-params.js'
import { judged } from '../../../engine/clauses/clause-state.js'
import type { Finding } from '../../../engine/clauses/clause-state.js'
import type { Mechanism } from '../../../engine/module.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { Temporal } from 'temporal-polyfill'
import { answering, asked, casesBy, casesFound, closedAt, instant, owedAt, tellable } from './owed-at.js'

/** Actions that were open and past their day. */
async function lateActions(tx: ReadTx, asOf: Temporal.Instant): Promise<readonly Finding[]> {
  const rows = await asked<{ id: string; case_id: string; due_at: Temporal.Instant }>(
    tx,
    sql`SELECT id, case_id, due_at FROM case_action WHERE ${await tellable(tx)} AND added_at <= ${instant(asOf)} AND due_at <= ${instant(asOf)}
      AND (done_at IS NULL OR done_at > ${instant(asOf)}) ORDER BY due_at`,
  )
  return rows.map(({ id, case_id, due_at }) => ({
    sentence: 'An action of a case is past its day.',
    rows: [
      { table: 'case_file', id: case_id },
      { table: 'case_action', id },
    ],
    post: answering,
    due: due_at,
  }))
}

/** Cases closed without the pack's kind of risk. */
const withoutRisk = (tx: ReadTx, asOf: Temporal.Instant): Promise<readonly Finding[]> =>
  casesFound(
    tx,
    sql`SELECT id FROM case_file WHERE (risk IS NULL OR subtype IS NULL) AND ${closedAt(asOf)}`,
    'A case was closed without its kind of risk.',
  )

/** Cases whose chronology does not begin with their opening: something was taken out, or put in by hand. */
const withoutBeginning = (tx: ReadTx, asOf: Temporal.Instant): Promise<readonly Finding[]> =>
  casesFound(
    tx,
    sql`SELECT id FROM case_file WHERE opened_at <= ${instant(asOf)} AND NOT EXISTS (SELECT 1 FROM chronology_entry e
      WHERE e.school_id = case_file.school_id AND e.case_id = case_file.id AND e.kind = 'opened')`,
    'The chronology of a case has lost its beginning.',
  )

async function reviews(tx: ReadTx, clocks: readonly string[], asOf: Temporal.Instant) {
  const sentence = (late: boolean): string =>
    late ? 'An open case has not been looked at again in time.' : 'An open case must be looked at again within a day.'
  return owedAt(tx, asOf, { kind: 'clock', names: clocks, procedures: null, sentence })
}

/**
 * Cases are kept whole. A clause that speaks of one side says so: its `clock` asks for reviews in time, the aspect
 * 'actions' for actions done by their day, 'risk' for the kind of risk before closing. An overdue review must not break
 * the promise that first words are never changed.
 */
export const caseRecordMechanism: Mechanism = {
  id: 'case-record',
  params: ClauseParams,
  page: '/cases',
  check: async (tx, params: ClauseParams, asOf) => {
    const aspects = named(params.aspect) ?? []
    const looked = await reviews(tx, named(params.clock) ?? [], asOf)
    const broken = [
      ...looked.late,
      ...(aspects.includes('actions') ? await lateActions(tx, asOf) : []),
      ...(aspects.includes('risk') ? await withoutRisk(tx, asOf) : []),
      ...(await withoutBeginning(tx, asOf)),
    ]
    return judged(await casesBy(tx, asOf, null), broken, looked.soon)
  },
}
