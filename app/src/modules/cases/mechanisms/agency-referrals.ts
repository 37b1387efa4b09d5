import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { ClauseParams, named, onlyTheWay } from '../../../engine/clauses/clause-params.js'
import { judged } from '../../../engine/clauses/clause-state.js'
import type { Finding } from '../../../engine/clauses/clause-state.js'
import type { Mechanism } from '../../../engine/module.js'
import type { Pack } from '../../../engine/packs/pack.js'
import { londonDate } from '../../../kernel/calendar/london.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import { activePack } from '../../policy/index.js'
import { answering, asked, casesFound, instant, owedAt, tellable } from './owed-at.js'

/** Contacts older than this may have moved. */
const checkedWithin = { years: 1 } as const

/** Agencies that were told although another had to hear first, and had not. */
function outOfOrder(tx: ReadTx, asOf: Temporal.Instant, pack: Pack): Promise<readonly Finding[]> {
  const pairs = pack.agencies.flatMap(({ id, before = [] }) => before.map((first) => ({ id, first })))
  const [later, first] = [pairs.map(({ id }) => id), pairs.map((pair) => pair.first)]
  return casesFound(
    tx,
    sql`SELECT DISTINCT c.case_id AS id FROM agency_contact c
      JOIN unnest(${later}::text[], ${first}::text[]) AS rule(agency, first) ON rule.agency = c.agency
      WHERE c.kind <> 'not-referred' AND c.at <= ${instant(asOf)} AND NOT EXISTS (SELECT 1 FROM agency_contact b
        WHERE b.school_id = c.school_id AND b.case_id = c.case_id AND b.agency = rule.first AND b.at <= c.at)`,
    'An agency was told before one that must hear first.',
  )
}

/** Contacts that nobody has compared with the world for a year. */
function unchecked(pack: Pack, asOf: Temporal.Instant, agencies: readonly string[] | null): readonly Finding[] {
  const since = londonDate(asOf).subtract(checkedWithin)
  return pack.agencies
    .filter(({ id }) => agencies === null || agencies.includes(id))
    .filter(({ checked }) => Temporal.PlainDate.compare(Temporal.PlainDate.from(checked), since) < 0)
    .map(({ title }) => ({
      sentence: `The contact of ${title} was last checked more than a year ago.`,
      rows: [],
      post: answering,
      due: null,
    }))
}

/** Referrals are made in time and in order, and the list of agencies is fresh; `aspect: way` asks for the list alone. */
export const agencyReferralsMechanism: Mechanism = {
  id: 'agency-referrals',
  params: ClauseParams,
  page: '/cases',
  check: async (tx, params: ClauseParams, asOf) => {
    const { pack } = await activePack(tx)
    const agencies = named(params.agency)
    const way = onlyTheWay(params)
    const names = (way ? [] : pack.procedures).flatMap(({ steps }) =>
      steps.flatMap((step) =>
        step.kind === 'refer' && (agencies === null || agencies.includes(step.agency)) ? [step.id as string] : [],
      ),
    )
    const sentence = (late: boolean) => (late ? 'A referral was not made in time.' : 'A referral is due within a day.')
    const referrals = await owedAt(tx, asOf, { kind: 'step', names, procedures: null, sentence })
    const broken = [...referrals.late, ...(way ? [] : await outOfOrder(tx, asOf, pack))]
    const [row] = await asked<{ count: number }>(
      tx,
      sql`SELECT count(*)::int AS count FROM agency_contact WHERE ${await tellable(tx)} AND at <= ${instant(asOf)}
        AND (${agencies === null} OR agency = ANY (${agencies ?? []}::text[]))`,
    )
    const basis = `${row?.count ?? 0} contacts with agencies, and the list of them, looked at`
    return judged(basis, broken, [...referrals.soon, ...unchecked(pack, asOf, agencies)])
  },
}
