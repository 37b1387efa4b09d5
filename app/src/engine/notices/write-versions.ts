import { createHash } from 'node:crypto'
import { canonical } from '../../kernel/canonical.js'
import { json } from '../../kernel/db/json.js'
import { tables } from '../../kernel/db/tx.js'
import type { ReadTx, Tx } from '../../kernel/db/tx.js'
import { newId } from '../../kernel/ids.js'
import type { PostId } from '../../kernel/ids.js'
import { record } from '../../kernel/journal/record.js'
import { sealedContent } from '../../kernel/journal/sealed.js'
import type { SealedTable } from '../../kernel/journal/sealed.js'
import type { Pack } from '../packs/pack.js'
import type { Notice, NoticeText } from './notice.js'
import type { NoticeTables, NoticeVersionRow } from './schema.js'

/** A version's text is never changed. */
export const sealedNotice: SealedTable = {
  table: 'notice_version',
  columns: ['notice', 'audience', 'number', 'hash', 'text'],
}

/** A text's fingerprint: what a receipt proves. */
export const textHash = (text: NoticeText): string =>
  createHash('sha256')
    .update(canonical(text as never))
    .digest('hex')

/** The newest versions of a notice at `tx.now`, by audience. */
export async function versionsAt(tx: ReadTx, notice: string): Promise<ReadonlyMap<PostId, NoticeVersionRow>> {
  const rows = await tables<NoticeTables>(tx)
    .selectFrom('notice_version')
    .selectAll()
    .distinctOn('audience')
    .where('notice', '=', notice)
    .where('since', '<=', tx.now)
    .orderBy('audience')
    .orderBy('number', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.audience, row]))
}

/** Writes down each text that is not what it last was: whoever acknowledged the old one is asked again, nobody else. Run as the worker. */
export async function writeVersions(
  tx: Tx,
  notice: Notice,
  { pack, audiences }: { readonly pack: Pack; readonly audiences: readonly PostId[] },
): Promise<number> {
  const before = await versionsAt(tx, notice.id)
  let written = 0
  for (const audience of new Set(audiences)) {
    const text = await notice.text(pack, audience, tx)
    const last = before.get(audience)
    if (!text || last?.hash === textHash(text)) continue
    await writeVersion(tx, { notice: notice.id, audience, number: (last?.number ?? 0) + 1, hash: textHash(text), text })
    written += 1
  }
  return written
}

async function writeVersion(tx: Tx, version: Omit<NoticeVersionRow, 'school_id' | 'id' | 'since'>): Promise<void> {
  const id = newId<string>(tx.now.epochMilliseconds)
  const { numInsertedOrUpdatedRows: inserted } = await tables<NoticeTables>(tx)
    .insertInto('notice_version')
    .values({ school_id: tx.actor.schoolId, id, ...version, text: json(version.text), since: tx.now })
    // Two rounds at once write one version between them.
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (inserted !== 1n) return
  const { notice, audience, number, hash } = version
  await record(tx, {
    act: 'notice.changed',
    about: { table: 'notice_version', id },
    sight: { posts: ['any-staff', 'any-governor'] as PostId[], persons: [], never: [] },
    details: { notice, audience, number, hash },
    content: sealedContent(sealedNotice, { ...version }),
  })
}
