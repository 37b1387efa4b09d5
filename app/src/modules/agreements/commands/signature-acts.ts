import { agreementOf, titleOfPost } from '../../../engine/packs/lookup.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx, Tx } from '../../../kernel/db/tx.js'
import { newId } from '../../../kernel/ids.js'
import type { PersonId, PostId } from '../../../kernel/ids.js'
import { record } from '../../../kernel/journal/record.js'
import { Refusal } from '../../../kernel/refusal.js'
import { senseOf } from '../../../engine/agreements/text.js'
import { rosterAt } from '../../people/index.js'
import { announce } from '../../../kernel/events.js'
import { activePack, policySettled } from '../../policy/index.js'
import type { AgreementTables, SignatureRow } from '../schema.js'
import { agreementSight } from '../sights.js'
import { acceptanceKey, agreementIn } from './sign.js'
import { passAfterAcceptance } from './visits.js'

async function signatureOf(tx: Tx, id: string): Promise<SignatureRow> {
  const row = await tables<AgreementTables>(tx)
    .selectFrom('agreement_signature')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found', 'There is no such signature here.')
  return row
}

/** A second person accepts a signature, where the agreement asks for it. Nobody accepts their own. */
export async function acceptSignature(tx: Tx, id: string): Promise<void> {
  const row = await signatureOf(tx, id)
  const { pack } = await activePack(tx)
  const post = agreementOf(pack, row.agreement)?.countersign
  if (post === undefined) throw new Refusal('conflict', 'This agreement needs no second signature.')
  if (!tx.actor.posts.has(post))
    throw new Refusal('not-allowed', `This agreement is accepted by the ${titleOfPost(pack, post)}.`)
  if (row.signer_id === tx.actor.personId)
    throw new Refusal('not-allowed', 'Somebody else has to accept your own signature.')
  // Two at once make one acceptance: only the first finds it open.
  const accepted = await tables<AgreementTables>(tx)
    .updateTable('agreement_signature')
    .set({ accepted_at: tx.now, accepted_by: tx.actor.personId })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .executeTakeFirst()
  if (accepted.numUpdatedRows === 0n) return
  const sight = agreementSight(pack, row.subject_id, row.signer_id)
  await record(tx, { act: 'agreement.accepted', about: { table: 'agreement_signature', id }, sight })
  await announce(tx, policySettled, { key: acceptanceKey(id) })
  if (row.visit_id) await passAfterAcceptance(tx, row.visit_id)
}

/**
 * Whether somebody may say that a signature was a mistake: those who keep agreements, and a teacher of the pupil's own
 * class. What an adult signed for themselves is nobody's to strike: they take it back.
 */
export async function mayVoid(tx: ReadTx, row: SignatureRow): Promise<boolean> {
  const { personId, powers } = tx.actor
  if (row.voided_at !== null || !row.about_pupil || !powers.has('agreements.class') || !row.subject_id) return false
  if (powers.has('agreements.keep')) return true
  const theirs = await classOf(tx, row.subject_id)
  return theirs !== null && theirs === (await classOf(tx, personId))
}

/** The class that somebody learns in or teaches today. */
async function classOf(tx: ReadTx, person: PersonId | null): Promise<string | null> {
  const [found] = person ? await rosterAt(tx, { ids: [person] }) : []
  return found?.class_code ?? null
}

/** Says that a signature was a mistake (the wrong child's name was tapped). It stays, marked, and counts no more. */
export async function voidSignature(tx: Tx, id: string, reason: string): Promise<void> {
  const row = await signatureOf(tx, id)
  if (!(await mayVoid(tx, row)))
    throw new Refusal('not-allowed', 'Only the child’s own teacher, or who keeps agreements, can say that.')
  if (reason === '') throw new Refusal('invalid', 'Say what the mistake was', 'reason')
  const { pack } = await activePack(tx)
  await tables<AgreementTables>(tx)
    .updateTable('agreement_signature')
    .set({ voided_at: tx.now, voided_by: tx.actor.personId, void_reason: reason })
    .where('id', '=', id)
    .where('voided_at', 'is', null)
    .execute()
  const sight = agreementSight(pack, row.subject_id, row.signer_id)
  await record(tx, { act: 'agreement.voided', about: { table: 'agreement_signature', id }, sight })
  await announce(tx, policySettled, { key: acceptanceKey(id) })
}

/** The post that knows a text's readers says that it suits them. It holds for this sense of the text only. */
export async function signOffText(tx: Tx, id: string): Promise<void> {
  const { pack } = await activePack(tx)
  const agreement = agreementIn(pack, id)
  const post = agreement.suitable ?? ('headteacher' as PostId)
  if (!tx.actor.posts.has(post) || !tx.actor.personId)
    throw new Refusal('not-allowed', `Whether this text suits its readers is said by the ${titleOfPost(pack, post)}.`)
  const row = { id: newId(tx.now.epochMilliseconds) as string, agreement: id, sense: senseOf(agreement), post }
  await tables<AgreementTables>(tx)
    .insertInto('agreement_sign_off')
    .values({ school_id: tx.actor.schoolId, ...row, by_person: tx.actor.personId, at: tx.now })
    .execute()
  const sight = agreementSight(pack, tx.actor.personId)
  await record(tx, {
    act: 'agreement.suits',
    about: { table: 'agreement_sign_off', id: row.id },
    sight,
    details: { agreement: id },
  })
}
