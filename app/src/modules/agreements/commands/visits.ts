import { keepDecision } from '../../../engine/decisions/keep-decision.js'
import type { Decision, Reason } from '../../../engine/decisions/decision.js'
import { londonDate } from '../../../kernel/calendar/london.js'
import { once } from '../../../kernel/db/once.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { newId } from '../../../kernel/ids.js'
import type { PostId } from '../../../kernel/ids.js'
import type { Keys } from '../../../kernel/keys.js'
import { record } from '../../../kernel/journal/record.js'
import { Refusal } from '../../../kernel/refusal.js'
import { calendarOf } from '../../people/index.js'
import type { Pack } from '../../../engine/packs/pack.js'
import { activePack } from '../../policy/index.js'
import { gateClauses, ruleFor } from '../gate.js'
import { endsByItself } from '../ends-by-itself.js'
import type { AgreementTables, VisitKind, VisitRow } from '../schema.js'
import { agreementSight } from '../sights.js'
import { writeGrant } from './ask-gate.js'
import { agreementIn, sign } from './sign.js'
import type { Signed, Via } from './sign.js'

export interface Arrival {
  readonly key: string
  readonly kind: VisitKind
  readonly name: string
  readonly organisation: string | null
  readonly seeing: string | null
  readonly wantsGuest: boolean
  readonly language: string
  readonly via: Via | null
}

/** What a visitor is shown after signing; the pass only where the gate said yes. */
export interface Arrived {
  readonly visit: string
  readonly signed: Signed
  readonly decision: Decision | null
  readonly pass: { readonly grant: string; readonly until: string } | null
}

/** Which text a visitor signs: an organisation's own where the pack has one. */
export const visitorAgreement = (kind: VisitKind): string => (kind === 'organisation' ? 'organisation' : 'visitor')

/** Somebody arrives and signs; a guest pass is decided only after that, by the gate, and ends by itself. */
export async function arrive(tx: Tx, keys: Pick<Keys, 'receipt'>, arrival: Arrival): Promise<Arrived> {
  const { kind, name, organisation, seeing, via } = arrival
  const visit = await once(tx, `${arrival.key}`, async () => {
    const id = newId(tx.now.epochMilliseconds) as string
    await tables<AgreementTables>(tx)
      .insertInto('visit')
      .values({
        school_id: tx.actor.schoolId,
        id,
        kind,
        name,
        organisation,
        seeing,
        wants_guest: arrival.wantsGuest,
        supervision: null,
        supervisor: null,
        supervision_by: null,
        supervision_at: null,
        session_id: via?.session ?? null,
        via_hash: via?.hash ?? null,
        arrived_at: tx.now,
        left_at: null,
      })
      .execute()
    return id
  })
  const signed = await sign(tx, keys, {
    key: `${arrival.key} sign`,
    agreement: visitorAgreement(kind),
    language: arrival.language,
    subject: null,
    visit,
    aboutPupil: false,
    role: 'self',
    signer: null,
    signerName: name,
    method: 'desk',
    ...(via ? { via } : {}),
  })
  if (!arrival.wantsGuest) return { visit, signed, decision: null, pass: null }
  return {
    visit,
    signed,
    ...(await once(tx, `${arrival.key} pass`, () => givePass(tx, { visit, kind, via, accepted: false }))),
  } as Arrived
}

/** Whether a visitor of this kind may have a pass now that they have signed. */
function visitReason(pack: Pack, kind: VisitKind, accepted: boolean): Reason {
  const agreement = agreementIn(pack, visitorAgreement(kind))
  const open =
    agreement.opens.includes('guest-pass') && ruleFor(pack, 'guest-pass', ['any-visitor' as PostId]) !== undefined
  const waits = agreement.countersign !== undefined && !accepted
  const shut = waits
    ? `“${agreement.title}” has to be accepted before a pass is given.`
    : 'The policy gives no guest pass to visitors of this kind.'
  const yes = open && !waits
  const staff = yes ? `“${agreement.title}” is signed.` : shut
  return { id: 'visit-signed', verdict: yes ? 'yes' : 'no', words: { pupil: staff, staff, dsl: staff } }
}

/** A visit at the gate. */
interface AtTheGate {
  readonly visit: string
  readonly kind: VisitKind
  readonly via: Via | null
  /** Whoever countersigns has accepted the signature. */
  readonly accepted: boolean
}

/** The gate for a visit: the signature has just been made or accepted, so what can still be missing is the rule, or the acceptance. */
async function givePass(
  tx: Tx,
  { visit, kind, via, accepted }: AtTheGate,
): Promise<Pick<Arrived, 'decision' | 'pass'>> {
  const { pack, hash } = await activePack(tx)
  const rule = ruleFor(pack, 'guest-pass', ['any-visitor' as PostId])
  const reason = visitReason(pack, kind, accepted)
  const clauses = gateClauses(pack, 'guest-pass', ['any-visitor' as PostId])
  const decision = await keepDecision(tx, {
    kind: 'access.guest-pass',
    about: null,
    reasons: [reason],
    clauses,
    packHash: hash,
  })
  if (decision.verdict !== 'yes' || !rule) return { decision, pass: null }
  const ends_at = endsByItself(await calendarOf(tx), tx.now, rule.ends ?? 'same school day')
  const via_hash = via?.hash ?? null
  const grant = {
    person: null,
    visit,
    what: 'guest-pass',
    detail: null,
    decision: decision.id,
    ends_at,
    via: via_hash,
  } as const
  return { decision, pass: { grant: await writeGrant(tx, grant), until: ends_at.toString() } }
}

/**
 * Gives the pass that somebody asked for on arrival and that waited for their signature to be accepted: while they are
 * still here, on the day they came. Only by somebody whose post gives passes; any other acceptance leaves it to those.
 */
export async function passAfterAcceptance(tx: Tx, id: string): Promise<void> {
  const visit = await tables<AgreementTables>(tx)
    .selectFrom('visit')
    .selectAll()
    .where('id', '=', id)
    .where('left_at', 'is', null)
    .executeTakeFirst()
  const today = londonDate(tx.now)
  if (!visit?.wants_guest || !londonDate(visit.arrived_at).equals(today)) return
  if (tx.actor.powers.has('agreements.grant'))
    await givePass(tx, { visit: id, kind: visit.kind, via: null, accepted: true })
}

/** Records who is with a visitor while they are online here. */
export async function recordSupervision(
  tx: Tx,
  id: string,
  {
    supervision,
    supervisor,
  }: { readonly supervision: NonNullable<VisitRow['supervision']>; readonly supervisor: string | null },
): Promise<void> {
  if (supervision !== 'alone' && !supervisor) throw new Refusal('invalid', 'Say who is with them.', 'supervisor')
  await tables<AgreementTables>(tx)
    .updateTable('visit')
    .set({ supervision, supervisor, supervision_by: tx.actor.personId, supervision_at: tx.now })
    .where('id', '=', id)
    .execute()
  await recordVisit(tx, 'visit.supervised', id)
}

/** Somebody leaves; their passes end with them. */
export async function leave(tx: Tx, id: string): Promise<void> {
  const db = tables<AgreementTables>(tx)
  await db.updateTable('visit').set({ left_at: tx.now }).where('id', '=', id).where('left_at', 'is', null).execute()
  await db
    .updateTable('access_grant')
    .set({ ended_at: tx.now, ended_by: tx.actor.personId, end_reason: 'They left' })
    .where('visit_id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
  await recordVisit(tx, 'visit.left', id)
}

async function recordVisit(tx: Tx, act: string, id: string): Promise<void> {
  const { pack } = await activePack(tx)
  await record(tx, { act, about: { table: 'visit', id }, sight: agreementSight(pack) })
}
