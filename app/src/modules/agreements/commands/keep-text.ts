import type { Agreement } from '../../../engine/packs/schema/sections.js'
import type { Pack } from '../../../engine/packs/pack.js'
import { hashOfText, languagesOf, senseOf, textOf } from '../../../engine/agreements/text.js'
import { json } from '../../../kernel/db/json.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { packByHash } from '../../policy/index.js'
import type { AgreementTables } from '../schema.js'

/** Keeps a text in every language it has, so that what somebody signs can always be read again. Nothing happens where it is kept. */
export async function keepTexts(tx: Tx, agreements: readonly Agreement[]): Promise<void> {
  const rows = agreements.flatMap((agreement) =>
    languagesOf(agreement).map((language) => {
      const content = textOf(agreement, language)
      return {
        school_id: tx.actor.schoolId,
        hash: hashOfText(content),
        agreement: agreement.id,
        version: agreement.version,
        language,
        sense: senseOf(agreement),
        content: json(content),
        since: tx.now,
      }
    }),
  )
  if (rows.length === 0) return
  const db = tables<AgreementTables>(tx)
  const hashes = rows.map(({ hash }) => hash)
  const known = await db.selectFrom('agreement_text').select('hash').where('hash', 'in', hashes).execute()
  if (known.length === rows.length) return
  await db
    .insertInto('agreement_text')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** A policy takes force: its texts are kept as they are on that day. */
export async function whenPackActivated(tx: Tx, { hash }: { readonly hash: string }): Promise<void> {
  const pack: Pack = await packByHash(tx, hash)
  await keepTexts(tx, pack.agreements)
}
