import type { Temporal } from 'temporal-polyfill'
import type { Agreement } from '../../../engine/packs/schema/sections.js'
import { agreementOf } from '../../../engine/packs/lookup.js'
import type { Pack } from '../../../engine/packs/pack.js'
import { hashOfText, senseOf, textOf } from '../../../engine/agreements/text.js'
import type { SignerRole } from '../../../engine/agreements/standing.js'
import { json } from '../../../kernel/db/json.js'
import { once } from '../../../kernel/db/once.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { announce } from '../../../kernel/events.js'
import { newId } from '../../../kernel/ids.js'
import type { PersonId } from '../../../kernel/ids.js'
import { record } from '../../../kernel/journal/record.js'
import type { Keys } from '../../../kernel/keys.js'
import { Refusal } from '../../../kernel/refusal.js'
import { activePack, policyOwed } from '../../policy/index.js'
import { agreementTurned } from '../events.js'
import { receiptCode, receiptHashOf } from '../receipt-code.js'
import type { AgreementTables, FactKind, SigningMethod } from '../schema.js'
import { agreementSight } from '../sights.js'
import { receiptUrl } from '../urls.js'
import { keepTexts } from './keep-text.js'

/** Through what somebody without an account signs; the row carries its hash. */
export interface Via {
  readonly hash: string
  readonly session?: string
  readonly invitation?: string
}

/** One signature about to be made. Who may make it is settled by the caller; what it says is settled here. */
export interface Signing {
  /** Idempotency: the same key again gives the same signature. */
  readonly key: string
  readonly agreement: string
  readonly language: string
  /** Whom it is about: a person of the school, or a visit. */
  readonly subject: PersonId | null
  readonly visit?: string
  readonly aboutPupil: boolean
  readonly role: SignerRole
  readonly signer: PersonId | null
  readonly signerName: string
  readonly method: SigningMethod
  readonly answers?: Readonly<Record<string, string>>
  readonly facts?: readonly FactKind[]
  readonly mark?: string
  readonly paperPlace?: string
  /** When it was signed, where that was before now: on paper, or on a tablet that was out of reach. */
  readonly signedAt?: Temporal.Instant
  readonly reread?: readonly string[]
  readonly via?: Via
}

/** A signature that was made, and the code its receipt prints. */
export interface Signed {
  readonly id: string
  readonly code: string
}

/** The agreement of the pack in force by its id; refuses an id that the pack has not. */
export function agreementIn(pack: Pack, id: string): Agreement {
  const agreement = agreementOf(pack, id)
  if (!agreement) throw new Refusal('not-found', 'The policy has no such agreement. Go back and choose one.')
  return agreement
}

function answersTo(agreement: Agreement, given: Readonly<Record<string, string>>): Record<string, 'yes' | 'no'> {
  const asked = agreement.clauses.filter(({ ask }) => ask !== undefined)
  return Object.fromEntries(
    asked.map(({ id }) => {
      const answer = given[id]
      if (answer !== 'yes' && answer !== 'no')
        throw new Refusal('invalid', 'Answer each question with one of its two answers.', `answer-${id}`)
      return [id, answer]
    }),
  )
}

/** Makes a signature: bound to the exact text, kept with it, journalled, and announced, all or nothing. */
export async function sign(tx: Tx, keys: Pick<Keys, 'receipt'>, signing: Signing): Promise<Signed> {
  const { pack } = await activePack(tx)
  const agreement = agreementIn(pack, signing.agreement)
  const answers = answersTo(agreement, signing.answers ?? {})
  const textHash = hashOfText(textOf(agreement, signing.language))
  const outcome = await once(tx, signing.key, async () => {
    const id = newId(tx.now.epochMilliseconds) as string
    const signedAt = signing.signedAt ?? tx.now
    const made = { id, signedAt: signedAt.toString() }
    await keepTexts(tx, [agreement])
    await write(
      tx,
      { agreement, answers, textHash, signing, signedAt, id, code: codeOf(tx, keys, signing, { ...made, textHash }) },
      keys,
    )
    await recordSigned(tx, pack, signing, id)
    return made
  })
  return { id: outcome.id, code: codeOf(tx, keys, signing, { ...outcome, textHash }) }
}

const codeOf = (
  tx: Tx,
  keys: Pick<Keys, 'receipt'>,
  { signerName, role, method }: Signing,
  { id, signedAt, textHash }: { readonly id: string; readonly signedAt: string; readonly textHash: string },
): string => receiptCode(keys.receipt, tx.actor.schoolId, { id, textHash, signerName, role, method, signedAt })

interface Writing {
  readonly agreement: Agreement
  readonly answers: Record<string, 'yes' | 'no'>
  readonly textHash: string
  readonly signing: Signing
  readonly signedAt: Temporal.Instant
  readonly id: string
  readonly code: string
}

const throughColumns = (via: Via | undefined) => ({
  via_hash: via?.hash ?? null,
  session_id: via?.session ?? null,
  invitation_id: via?.invitation ?? null,
})

const besidesColumns = ({ visit, mark, paperPlace, reread }: Signing) => ({
  visit_id: visit ?? null,
  mark: mark ?? null,
  paper_place: paperPlace ?? null,
  reread: [...(reread ?? [])],
})

async function write(tx: Tx, writing: Writing, keys: Pick<Keys, 'receipt'>): Promise<void> {
  const { agreement, answers, textHash, signing, signedAt, id, code } = writing
  await tables<AgreementTables>(tx)
    .insertInto('agreement_signature')
    .values({
      school_id: tx.actor.schoolId,
      id,
      agreement: agreement.id,
      version: agreement.version,
      language: textOf(agreement, signing.language).language,
      text_hash: textHash,
      sense: senseOf(agreement),
      subject_id: signing.subject,
      about_pupil: signing.aboutPupil,
      role: signing.role,
      signer_id: signing.signer,
      signer_name: signing.signerName,
      method: signing.method,
      recorded_by: tx.actor.personId,
      ...throughColumns(signing.via),
      ...besidesColumns(signing),
      answers: json(answers),
      signed_at: signedAt,
      recorded_at: tx.now,
      receipt_hash: receiptHashOf(keys.receipt, tx.actor.schoolId, code),
      accepted_at: null,
      accepted_by: null,
      voided_at: null,
      voided_by: null,
      void_reason: null,
    })
    .execute()
  if (signing.subject)
    for (const fact of signing.facts ?? [])
      await recordFact(tx, agreement, { ...signing, subject: signing.subject, fact, at: signedAt })
}

/** Records that an agreement was talked through, read or discussed with somebody: a fact of its own, never implied by a signature. */
export async function recordFact(
  tx: Tx,
  agreement: Pick<Agreement, 'id' | 'version'>,
  about: {
    readonly subject: PersonId
    readonly aboutPupil: boolean
    readonly fact: FactKind
    readonly at: Temporal.Instant
    readonly via?: Via
  },
): Promise<void> {
  await tables<AgreementTables>(tx)
    .insertInto('agreement_fact')
    .values({
      school_id: tx.actor.schoolId,
      id: newId(tx.now.epochMilliseconds),
      agreement: agreement.id,
      version: agreement.version,
      fact: about.fact,
      subject_id: about.subject,
      about_pupil: about.aboutPupil,
      by_person: tx.actor.personId,
      via_hash: about.via?.hash ?? null,
      at: about.at,
      recorded_at: tx.now,
    })
    .execute()
}

async function recordSigned(tx: Tx, pack: Pack, signing: Signing, id: string): Promise<void> {
  const { role, method, subject, signer } = signing
  const agreement = agreementIn(pack, signing.agreement)
  await record(tx, {
    act: 'agreement.signed',
    about: { table: 'agreement_signature', id },
    sight: agreementSight(pack, subject, signer),
    details: {
      agreement: agreement.id,
      version: agreement.version,
      role,
      method,
      subject,
      visit: signing.visit ?? null,
    },
  })
  if (subject) await announce(tx, agreementTurned, { agreement: agreement.id, subject })
  if (agreement.countersign)
    await announce(tx, policyOwed, {
      key: acceptanceKey(id),
      kind: 'accept-signature',
      post: agreement.countersign,
      person: null,
      about: { table: 'agreement_signature', id },
      label: `${agreement.title}: ${signing.signerName}`,
      url: receiptUrl({ signature: id }),
      dueOn: null,
    })
}

/** The task of whoever has to accept a signature, by its key. */
export const acceptanceKey = (signature: string): string => `accept-signature:${signature}`
