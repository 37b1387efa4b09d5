import { sql } from 'kysely'
import { ClauseParams, named } from '../../../engine/clauses/clause-params.js'
import { judged } from '../../../engine/clauses/clause-state.js'
import type { Mechanism } from '../../../engine/module.js'
import { activePack } from '../../policy/index.js'
import { casesBy, casesFound, closedAt, instant, owedAt } from './owed-at.js'

/** Somebody decides in time, for each child of a case, whether their adults are told; no case is closed before. */
export const parentsInformedMechanism: Mechanism = {
  id: 'parents-informed',
  params: ClauseParams,
  page: '/cases',
  check: async (tx, params: ClauseParams, asOf) => {
    const { pack } = await activePack(tx)
    const names = named(params.clock) ?? pack.clocks.filter(({ met }) => met === 'parents-decided').map(({ id }) => id)
    const sentence = (late: boolean) =>
      late
        ? 'Nobody has decided in time whether the parents of a child in a case are told.'
        : 'Whether the parents of a child in a case are told must be decided within a day.'
    const { late, soon } = await owedAt(tx, asOf, { kind: 'clock', names, procedures: null, sentence })
    const closed = await casesFound(
      tx,
      sql`SELECT DISTINCT case_file.id FROM case_file
        JOIN case_person c ON c.school_id = case_file.school_id AND c.case_id = case_file.id AND c.child
        WHERE ${pack.parentsInformed.requiredBeforeClose} AND c.added_at <= ${instant(asOf)} AND ${closedAt(asOf)}
          AND NOT EXISTS (SELECT 1 FROM parents_decision p
            JOIN case_person same ON same.school_id = p.school_id AND same.id = p.case_person_id
            WHERE p.school_id = c.school_id AND p.case_id = c.case_id AND p.at <= ${instant(asOf)}
              AND (same.id = c.id OR same.person_id = c.person_id))`,
      'A case was closed before anybody decided whether the parents of a child in it are told.',
    )
    return judged(await casesBy(tx, asOf, null), [...late, ...closed], soon)
  },
}
