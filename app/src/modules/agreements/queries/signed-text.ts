import type { AgreementText } from '../../../engine/agreements/text.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { AgreementTables, SignatureRow } from '../schema.js'

/** A signature that the actor may see, or null. */
export const signatureById = async (tx: ReadTx, id: string): Promise<SignatureRow | null> =>
  (await tables<AgreementTables>(tx)
    .selectFrom('agreement_signature')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()) ?? null

/** The text with this hash, exactly as it was signed, or null: it was never kept. */
export async function textByHash(tx: ReadTx, hash: string): Promise<AgreementText | null> {
  const row = await tables<AgreementTables>(tx)
    .selectFrom('agreement_text')
    .select('content')
    .where('hash', '=', hash)
    .executeTakeFirst()
  return row?.content ?? null
}

/** What was signed, in English, whatever language it was read in: for comparing it with the text of today. */
export async function signedText(tx: ReadTx, signature: string): Promise<AgreementText | null> {
  const signed = await signatureById(tx, signature)
  if (!signed) return null
  const row = await tables<AgreementTables>(tx)
    .selectFrom('agreement_text')
    .select('content')
    .where('agreement', '=', signed.agreement)
    .where('sense', '=', signed.sense)
    .where('language', '=', 'en')
    .executeTakeFirst()
  return row?.content ?? null
}
