import type { Temporal } from 'temporal-polyfill'
import { askedOf } from '../../../engine/agreements/standing.js'
import { keepDecision } from '../../../engine/decisions/keep-decision.js'
import type { Decision } from '../../../engine/decisions/decision.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx, Tx } from '../../../kernel/db/tx.js'
import { newId } from '../../../kernel/ids.js'
import type { PersonId } from '../../../kernel/ids.js'
import { record } from '../../../kernel/journal/record.js'
import { Refusal } from '../../../kernel/refusal.js'
import type { LoadedPack } from '../../../engine/packs/pack.js'
import type { Agreement } from '../../../engine/packs/schema/sections.js'
import { calendarOf, postsOf, rosterAt } from '../../people/index.js'
import { activePack } from '../../policy/index.js'
import { gateClauses, gateReasons, ruleFor } from '../gate.js'
import type { GateFacts, Thing } from '../gate.js'
import { endsByItself } from '../ends-by-itself.js'
import { trainedAmong } from '../queries/training.js'
import { standingsOf } from '../queries/standings.js'
import type { AgreementTables } from '../schema.js'
import { agreementSight } from '../sights.js'

/** What the gate knows of one person and one thing at `tx.now`. */
export async function gateFacts(tx: ReadTx, { pack }: LoadedPack, person: PersonId, what: Thing): Promise<GateFacts> {
  const [found] = await rosterAt(tx, { ids: [person] })
  if (!found) throw new Refusal('not-found', 'That person is not of the school today.', 'person')
  const opening = pack.agreements.filter(({ opens }) => opens.includes(what))
  const asked = askedOf(opening, found)
  const occasional = opening.filter(({ of }) => of.kinds.length === 0)
  const standings = await standingsOf(tx, pack, [found], () => [...asked, ...occasional])
  const trained = await trainedAmong(tx, [person])
  const among = (some: readonly Agreement[]) => standings.filter(({ agreement }) => some.includes(agreement))
  return {
    what,
    posts: [...(await postsOf(tx, person))],
    asked: among(asked),
    occasional: among(occasional),
    trained: trained.has(person),
  }
}

/** Asks the gate, keeps its decision and, where it says yes and `grant` is wanted, writes the grant into the register. */
export async function askGate(
  tx: Tx,
  {
    person,
    what,
    detail,
    grant,
  }: { readonly person: PersonId; readonly what: Thing; readonly detail: string | null; readonly grant: boolean },
): Promise<Decision> {
  const active = await activePack(tx)
  const facts = await gateFacts(tx, active, person, what)
  const reasons = gateReasons(active.pack, facts)
  const decision = await keepDecision(tx, {
    kind: `access.${what}`,
    about: person,
    reasons,
    clauses: gateClauses(active.pack, what, facts.posts),
    packHash: active.hash,
  })
  const sight = agreementSight(active.pack, person)
  const details = { what, verdict: decision.verdict }
  await record(tx, { act: 'access.decided', about: { table: 'decision_given', id: decision.id }, sight, details })
  if (!grant || decision.verdict !== 'yes') return decision
  const ends = ruleFor(active.pack, what, facts.posts)?.ends
  const ends_at = ends ? endsByItself(await calendarOf(tx), tx.now, ends) : null
  await writeGrant(tx, { person, visit: null, what, detail, decision: decision.id, ends_at, via: null })
  return decision
}

export interface NewGrant {
  readonly person: PersonId | null
  readonly visit: string | null
  readonly what: Thing
  readonly detail: string | null
  readonly decision: string
  readonly ends_at: Temporal.Instant | null
  readonly via: string | null
}

/** Writes a grant into the register. Only after a decision: its id is on the row. */
export async function writeGrant(tx: Tx, grant: NewGrant): Promise<string> {
  const id = newId(tx.now.epochMilliseconds) as string
  await tables<AgreementTables>(tx)
    .insertInto('access_grant')
    .values({
      school_id: tx.actor.schoolId,
      id,
      person_id: grant.person,
      visit_id: grant.visit,
      what: grant.what,
      detail: grant.detail,
      decision_id: grant.decision,
      granted_by: tx.actor.personId,
      via_hash: grant.via,
      granted_at: tx.now,
      ends_at: grant.ends_at,
      ended_at: null,
      ended_by: null,
      end_reason: null,
    })
    .execute()
  const { pack } = await activePack(tx)
  const about = { table: 'access_grant', id }
  const details = { what: grant.what, decision: grant.decision }
  await record(tx, { act: 'access.granted', about, sight: agreementSight(pack, grant.person), details })
  return id
}

/** Ends a grant now, with a reason. */
export async function endGrant(tx: Tx, id: string, reason: string): Promise<void> {
  const ended = await tables<AgreementTables>(tx)
    .updateTable('access_grant')
    .set({ ended_at: tx.now, ended_by: tx.actor.personId, end_reason: reason })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (ended.numUpdatedRows === 0n) throw new Refusal('conflict', 'That grant has ended already, or never was.')
  const { pack } = await activePack(tx)
  await record(tx, { act: 'access.ended', about: { table: 'access_grant', id }, sight: agreementSight(pack) })
}
