import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { at } from '../../../engine/around.js'
import { askedOf } from '../../../engine/agreements/standing.js'
import { named } from '../../../engine/clauses/clause-params.js'
import { judged } from '../../../engine/clauses/clause-state.js'
import type { Finding } from '../../../engine/clauses/clause-state.js'
import type { Mechanism } from '../../../engine/module.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PersonId } from '../../../kernel/ids.js'
import { audienceOf } from '../../people/index.js'
import type { RosterPerson } from '../../people/index.js'
import { gateReasons } from '../gate.js'
import type { Thing } from '../gate.js'
import { standingsOf } from '../queries/standings.js'
import { trainedAmong } from '../queries/training.js'
import type { AgreementTables } from '../schema.js'
import { gateUrl } from '../urls.js'
import { AgreementParams } from './params.js'
import { keeperPost, wholeSchool } from './whole-school.js'
import type { WholeSchool } from './whole-school.js'

interface OpenGrant {
  readonly id: string
  readonly person_id: PersonId
  readonly what: Thing
  readonly verdict: string | null
}

/** What had been granted and not ended at an instant, each with the verdict it rests on. */
export async function openGrants(tx: ReadTx, asOf: Temporal.Instant): Promise<readonly OpenGrant[]> {
  const when = asOf.toString()
  const { rows } = await sql<OpenGrant>`
    SELECT g.id, g.person_id, g.what, d.verdict FROM access_grant g
    LEFT JOIN decision_given d ON d.school_id = g.school_id AND d.id = g.decision_id
    WHERE g.person_id IS NOT NULL AND g.granted_at <= ${when}::timestamptz
      AND (g.ended_at IS NULL OR g.ended_at > ${when}::timestamptz)
      AND (g.ends_at IS NULL OR g.ends_at > ${when}::timestamptz)`.execute(tables<AgreementTables>(tx))
  return rows
}

/** Of some grants, those that the gate would not give again at `tx.now`, by the reasons that shut it. */
export async function standWithout(
  tx: ReadTx,
  { pack, people }: Pick<WholeSchool, 'pack' | 'people'>,
  grants: readonly OpenGrant[],
): Promise<readonly { readonly grant: OpenGrant; readonly why: readonly string[] }[]> {
  const here = new Map<PersonId, RosterPerson>(people.map((person) => [person.id, person]))
  const opening = pack.agreements.filter(({ opens }) => opens.length > 0)
  const occasional = opening.filter(({ of }) => of.kinds.length === 0)
  const holders = people.filter(({ id }) => grants.some(({ person_id }) => person_id === id))
  const standings = await standingsOf(tx, pack, holders, (person) => [...askedOf(opening, person), ...occasional])
  const trained = await trainedAmong(tx, null)
  return grants.flatMap((grant) => {
    const person = here.get(grant.person_id)
    if (!person) return [{ grant, why: ['left'] }]
    const mine = standings.filter((one) => one.person.id === person.id && one.agreement.opens.includes(grant.what))
    const reasons = gateReasons(pack, {
      what: grant.what,
      posts: [audienceOf(person.kind)],
      asked: mine.filter(({ agreement }) => agreement.of.kinds.length > 0),
      occasional: mine.filter(({ agreement }) => agreement.of.kinds.length === 0),
      trained: trained.has(person.id),
    })
    const why = reasons.filter(({ verdict }) => verdict === 'no').map(({ id }) => id)
    return why.length > 0 ? [{ grant, why }] : []
  })
}

const grantsThat = ({ length }: readonly unknown[], one: string, several: string): string =>
  length === 1 ? `One grant ${one}` : `${length} grants ${several}`

/** Nothing is given before the right signature and training, and what was given does not outlive them. */
export const accessGate: Mechanism = {
  id: 'access-gate',
  params: AgreementParams,
  page: gateUrl(),
  check: async (tx, params, asOf) => {
    const { what, aspect } = params as AgreementParams
    const things = named(what)
    const school = await wholeSchool(tx, asOf)
    const grants = (await openGrants(tx, asOf)).filter((grant) => things === null || things.includes(grant.what))
    const post = keeperPost(school.pack)
    const finding = (some: readonly OpenGrant[], sentence: string): readonly Finding[] =>
      some.length === 0
        ? []
        : [{ sentence, rows: some.slice(0, 50).map(({ id }) => ({ table: 'access_grant', id })), post, due: null }]
    const undecided = grants.filter(({ verdict }) => verdict !== 'yes')
    const without = await standWithout(at(tx, asOf), school, grants)
    const aspects = named(aspect) ?? ['signed-first', 'trained-first', 'lapsed', 'register']
    const untrained = without.filter(({ why }) => why.includes('training')).map(({ grant }) => grant)
    const unsigned = without.filter(({ why }) => why.some((id) => id !== 'training')).map(({ grant }) => grant)
    const wants = (...some: readonly string[]) => some.some((one) => aspects.includes(one))
    const found = [
      ...(wants('register', 'signed-first')
        ? finding(undecided, `${grantsThat(undecided, 'rests', 'rest')} on no decision that said yes.`)
        : []),
      ...(wants('signed-first', 'lapsed')
        ? finding(
            unsigned,
            `${grantsThat(unsigned, 'stands', 'stand')} though a signature it takes is missing or has lapsed.`,
          )
        : []),
      ...(wants('trained-first')
        ? finding(
            untrained,
            `${grantsThat(untrained, 'stands', 'stand')} without awareness training in the last twelve months.`,
          )
        : []),
    ]
    return judged(`${grants.length} grants in the register`, found)
  },
}
