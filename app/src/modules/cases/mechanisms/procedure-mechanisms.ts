import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { ClauseParams, named } from '../../../engine/clauses/clause-params.js'
import { judged } from '../../../engine/clauses/clause-state.js'
import type { Finding } from '../../../engine/clauses/clause-state.js'
import type { Mechanism } from '../../../engine/module.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import { procedureOf } from '../../../engine/packs/lookup.js'
import { activePack } from '../../policy/index.js'
import { casesBy, casesFound, closedAt, instant, owedAt } from './owed-at.js'

/** Something that must hold of cases of one procedure besides its steps being done in time. */
type Extra = (
  tx: ReadTx,
  asOf: Temporal.Instant,
  procedures: readonly string[],
  params: ClauseParams,
) => Promise<readonly Finding[]>

/** What one mechanism looks at. */
interface Looks {
  /** Its procedures, where the clause names none; null for every one. */
  readonly procedures: readonly string[] | null
  /** Whether late steps break every clause but those of `aspect: order`, or only those that promise time (`aspect: time`). */
  readonly time: 'always' | 'where-promised'
  readonly extras?: readonly Extra[]
}

/**
 * Steps of procedures done in time, and none closed before its end. The runner stands beside neighbours in many clauses
 * that promise an order or a rule and no time: a late step must not break those.
 */
function procedureMechanism(id: string, { procedures: byDefault, time, extras = [] }: Looks): Mechanism {
  return {
    id,
    params: ClauseParams,
    page: '/cases',
    check: async (tx, params: ClauseParams, asOf) => {
      const procedures = named(params.procedure) ?? byDefault
      const sentence = (late: boolean, count: number) =>
        `${count === 1 ? 'One step' : `${count} steps`} of a procedure in one case ${
          late ? `${count === 1 ? 'was' : 'were'} not done in time` : `${count === 1 ? 'is' : 'are'} due within a day`
        }.`
      const aspects = named(params.aspect) ?? []
      const timed = time === 'always' ? !aspects.includes('order') : aspects.includes('time')
      const names = timed ? null : []
      const steps = await owedAt(tx, asOf, { kind: 'step', names, procedures, sentence })
      const broken = [...steps.late, ...(await closedTooSoon(tx, asOf, procedures))]
      for (const extra of extras) broken.push(...(await extra(tx, asOf, procedures ?? [], params)))
      return judged(await casesBy(tx, asOf, procedures), broken, steps.soon)
    },
  }
}

/** A closed case whose procedure never came to one of its ends. */
async function closedTooSoon(
  tx: ReadTx,
  asOf: Temporal.Instant,
  procedures: readonly string[] | null,
): Promise<readonly Finding[]> {
  const { pack } = await activePack(tx)
  const known = procedures?.flatMap((id) => procedureOf(pack, id) ?? []) ?? pack.procedures
  const ends = known.flatMap(({ id, steps }) =>
    steps.filter(({ kind }) => kind === 'close').map((step) => `${id}.${step.id}`),
  )
  const ids: readonly string[] = known.map(({ id }) => id)
  return casesFound(
    tx,
    sql`SELECT id FROM case_file WHERE procedure = ANY (${ids}::text[]) AND ${closedAt(asOf)}
      AND NOT EXISTS (SELECT 1 FROM procedure_entry p WHERE p.school_id = case_file.school_id
        AND p.case_id = case_file.id AND p.run = case_file.run AND p.at <= ${instant(asOf)}
        AND p.procedure || '.' || p.step = ANY (${ends}::text[]))`,
    'A case was closed before its procedure came to its end.',
  )
}

/** The newest entry of a step in a case, as a lateral join. */
const newest = (
  step: string,
  asOf: Temporal.Instant,
) => sql`SELECT p.answers, p.answer_values, p.at FROM procedure_entry p
  WHERE p.school_id = case_file.school_id AND p.case_id = case_file.id AND p.step = ${step} AND p.at <= ${instant(asOf)}
  ORDER BY p.id DESC LIMIT 1`

/** A nude picture of a child: a trigger without a referral, a viewing without its approval, a deletion not confirmed. */
const imageryExtras: readonly Extra[] = [
  (tx, asOf) =>
    casesFound(
      tx,
      sql`SELECT case_file.id FROM case_file, LATERAL (${newest('triggers', asOf)}) t
        WHERE 'yes' IN (SELECT value FROM jsonb_each_text(t.answer_values)) AND ${closedAt(asOf)}
          AND NOT EXISTS (SELECT 1 FROM agency_contact a WHERE a.school_id = case_file.school_id
            AND a.case_id = case_file.id AND a.kind = 'referral' AND a.at <= ${instant(asOf)})`,
      'A case with a trigger for an immediate referral was closed without one.',
    ),
  (tx, asOf) =>
    casesFound(
      tx,
      sql`SELECT case_file.id FROM case_file, LATERAL (${newest('record-viewing', asOf)}) v
        WHERE NOT EXISTS (SELECT 1 FROM procedure_entry p WHERE p.school_id = case_file.school_id
          AND p.case_id = case_file.id AND p.step = 'approve-viewing' AND p.at <= v.at AND 'approved' = ANY (p.answers))`,
      'A viewing was written down that nobody had approved.',
    ),
  (tx, asOf) =>
    casesFound(
      tx,
      sql`SELECT case_file.id FROM case_file, LATERAL (${newest('deletion-check', asOf)}) d
        WHERE ${closedAt(asOf)} AND NOT EXISTS (SELECT 1 FROM jsonb_each_text(d.answer_values) WHERE value <> 'yes')
          AND NOT EXISTS (SELECT 1 FROM procedure_entry p WHERE p.school_id = case_file.school_id
            AND p.case_id = case_file.id AND p.step = 'deletion' AND p.at >= d.at AND p.at <= ${instant(asOf)})`,
      'A case was closed without word that the picture was deleted.',
    ),
]

/** Closed cases of which an agency that the clause names was not told. */
const toldAgency: Extra = async (tx, asOf, procedures, params) => {
  const agencies = named(params.agency)
  if (agencies === null) return []
  return casesFound(
    tx,
    sql`SELECT id FROM case_file WHERE procedure = ANY (${procedures}::text[]) AND ${closedAt(asOf)}
      AND NOT EXISTS (SELECT 1 FROM agency_contact a WHERE a.school_id = case_file.school_id
        AND a.case_id = case_file.id AND a.agency = ANY (${agencies}::text[]) AND a.at <= ${instant(asOf)})`,
    'A case was closed without word from or to an agency that the policy names.',
  )
}

/** The runner itself, and the four procedures by name. */
export const procedureMechanisms: readonly Mechanism[] = [
  procedureMechanism('procedure-runner', { procedures: null, time: 'where-promised' }),
  procedureMechanism('imagery-procedure', { procedures: ['shared-image'], time: 'always', extras: imageryExtras }),
  procedureMechanism('filtering-breach', { procedures: ['filtering-breach'], time: 'always', extras: [toldAgency] }),
  procedureMechanism('bullying-procedure', { procedures: ['cyberbullying'], time: 'always' }),
  procedureMechanism('staff-misuse-procedure', { procedures: ['staff-misuse'], time: 'always' }),
]
