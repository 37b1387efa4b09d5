import { sql } from 'kysely'
import { ClauseParams } from '../../../engine/clauses/clause-params.js'
import { judged } from '../../../engine/clauses/clause-state.js'
import type { Finding } from '../../../engine/clauses/clause-state.js'
import type { Mechanism } from '../../../engine/module.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { Temporal } from 'temporal-polyfill'
import { sealedTables } from '../sealed.js'
import { answering, asked, casesBy, instant } from './owed-at.js'

const partsOfCase = [...Object.keys(sealedTables), 'case_person', 'case_duty', 'case_action', 'case_link']

/** Rows of cases that somebody could see whom the case itself bars, or through a post that may not see the case. */
async function leaks(tx: ReadTx, asOf: Temporal.Instant): Promise<readonly Finding[]> {
  const found: Finding[] = []
  for (const table of partsOfCase) {
    const rows = await asked<{ id: string; case_id: string }>(
      tx,
      sql`SELECT r.id, r.case_id FROM ${sql.table(table)} r
        JOIN case_file c ON c.school_id = r.school_id AND c.id = r.case_id AND c.opened_at <= ${instant(asOf)}
        WHERE NOT (r.never_persons @> c.never_persons AND c.sight_posts @> r.sight_posts
          AND c.sight_persons @> r.sight_persons)`,
    )
    for (const { id, case_id } of rows)
      found.push({
        sentence: 'Part of a case can be seen by somebody who may not see the case.',
        rows: [
          { table: 'case_file', id: case_id },
          { table, id },
        ],
        post: answering,
        due: null,
      })
  }
  return found
}

/** Tables that hold a school's rows and do not force row-level security on everybody. */
async function openTables(tx: ReadTx): Promise<readonly Finding[]> {
  const rows = await asked<{ name: string }>(
    tx,
    sql`SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'school_id'
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
        AND NOT (c.relrowsecurity AND c.relforcerowsecurity)`,
  )
  return rows.map(({ name }) => ({
    sentence: `The database does not guard the table ${name} row by row.`,
    rows: [],
    post: answering,
    due: null,
  }))
}

/** Nobody sees part of a case whom the case keeps out, and the database itself guards every row. */
export const needToKnowMechanism: Mechanism = {
  id: 'need-to-know',
  params: ClauseParams,
  page: '/cases',
  check: async (tx, _params, asOf) => {
    const basis = `${await casesBy(tx, asOf, null)}, and how the database guards every table today`
    return judged(basis, [...(await leaks(tx, asOf)), ...(await openTables(tx))])
  },
}
