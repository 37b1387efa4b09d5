import type { SignerRole } from '../../../engine/agreements/standing.js'
import { once } from '../../../kernel/db/once.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { announce } from '../../../kernel/events.js'
import { newId } from '../../../kernel/ids.js'
import type { PersonId } from '../../../kernel/ids.js'
import { record } from '../../../kernel/journal/record.js'
import { activePack } from '../../policy/index.js'
import { agreementTurned } from '../events.js'
import type { AgreementTables } from '../schema.js'
import { agreementSight } from '../sights.js'
import { agreementIn } from './sign.js'
import type { Via } from './sign.js'

/** A no to an agreement, or a signature taken back. The reason is the signer's own and may be left out. */
export interface Ending {
  readonly key: string
  readonly agreement: string
  readonly kind: 'refused' | 'withdrawn'
  readonly role: SignerRole
  readonly subject: PersonId
  readonly aboutPupil: boolean
  readonly signer: PersonId | null
  readonly reason: string | null
  readonly via?: Via
}

/** Records a no. What the agreement opened is shut from this moment; the reason is kept apart from the fact. */
export async function sayNo(tx: Tx, ending: Ending): Promise<string> {
  const { pack } = await activePack(tx)
  const agreement = agreementIn(pack, ending.agreement)
  // Its own key: whoever says no, goes back and signs after all sends the form's key twice, and both are meant.
  return once(tx, `${ending.key} no`, async () => {
    const id = newId(tx.now.epochMilliseconds) as string
    const db = tables<AgreementTables>(tx)
    const { kind, role, subject, signer } = ending
    await db
      .insertInto('agreement_ending')
      .values({
        school_id: tx.actor.schoolId,
        id,
        agreement: agreement.id,
        version: agreement.version,
        kind,
        role,
        subject_id: subject,
        about_pupil: ending.aboutPupil,
        signer_id: signer,
        recorded_by: tx.actor.personId,
        via_hash: ending.via?.hash ?? null,
        at: tx.now,
        recorded_at: tx.now,
      })
      .execute()
    if (ending.reason)
      await db
        .insertInto('agreement_reason')
        .values({ school_id: tx.actor.schoolId, id, words: ending.reason, at: tx.now })
        .execute()
    await record(tx, {
      act: `agreement.${kind}`,
      about: { table: 'agreement_ending', id },
      sight: agreementSight(pack, subject, signer),
      details: { agreement: agreement.id, role, subject },
    })
    await announce(tx, agreementTurned, { agreement: agreement.id, subject })
    return id
  })
}
