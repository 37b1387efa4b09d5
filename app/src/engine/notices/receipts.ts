import { tables } from '../../kernel/db/tx.js'
import type { ReadTx, Tx } from '../../kernel/db/tx.js'
import { announce, defineEvent } from '../../kernel/events.js'
import { newId } from '../../kernel/ids.js'
import type { PersonId, PostId } from '../../kernel/ids.js'
import { record } from '../../kernel/journal/record.js'
import { Refusal } from '../../kernel/refusal.js'
import type { Notice } from './notice.js'
import type { NoticeHow, NoticeReceiptRow, NoticeTables, NoticeVersionRow } from './schema.js'

/** People were shown a notice, or acknowledged it. */
export const noticeReceived = defineEvent<{ readonly notice: string; readonly version: string }>('notice.received')

export interface Receiving {
  readonly version: Pick<NoticeVersionRow, 'id' | 'audience' | 'number' | 'hash'>
  readonly persons: readonly PersonId[]
  readonly act: NoticeReceiptRow['act']
  readonly how: NoticeHow
}

/**
 * Keeps proof that people were shown a version, or acknowledged it: by themselves, or recorded by somebody who may (a class, a
 * meeting, a letter). One journal entry however many people; the rows name them.
 */
export async function receive(tx: Tx, notice: Notice, { version, persons, act, how }: Receiving): Promise<void> {
  const { personId, powers, channel, schoolId } = tx.actor
  const others = persons.some((person) => person !== personId)
  if (others && channel !== 'worker' && !powers.has(notice.see))
    throw new Refusal('not-allowed', 'Your posts do not let you record this for others.')
  if (persons.length === 0) return
  const by_person = others ? personId : null
  const rows = persons.map((person_id) => ({
    school_id: schoolId,
    id: newId<string>(tx.now.epochMilliseconds),
    version_id: version.id,
    notice: notice.id,
    audience: version.audience,
    person_id,
    act,
    how,
    at: tx.now,
    by_person,
    sees: [notice.see],
  }))
  await tables<NoticeTables>(tx).insertInto('notice_receipt').values(rows).execute()
  await record(tx, {
    act: `notice.${act}`,
    about: { table: 'notice_version', id: version.id },
    sight: { posts: [notice.owner], persons: personId ? [personId] : [], never: [] },
    details: {
      notice: notice.id,
      audience: version.audience,
      number: version.number,
      hash: version.hash,
      how,
      people: persons.length,
    },
  })
  await announce(tx, noticeReceived, { notice: notice.id, version: version.id })
}

/** What somebody, or everybody, has received of a notice by `tx.now`: newest of each person, audience and act. */
export async function receiptsAt(
  tx: ReadTx,
  notice: string,
  audience: PostId | null,
): Promise<readonly Pick<NoticeReceiptRow, 'person_id' | 'act' | 'at' | 'version_id' | 'how' | 'audience'>[]> {
  const all = tables<NoticeTables>(tx)
    .selectFrom('notice_receipt')
    .select(['person_id', 'act', 'at', 'version_id', 'how', 'audience'])
    .distinctOn(['audience', 'person_id', 'act'])
    .where('notice', '=', notice)
    .where('at', '<=', tx.now)
    .orderBy('audience')
    .orderBy('person_id')
    .orderBy('act')
    .orderBy('at', 'desc')
  return (audience ? all.where('audience', '=', audience) : all).execute()
}
