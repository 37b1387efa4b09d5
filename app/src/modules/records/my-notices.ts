import { Temporal } from 'temporal-polyfill'
import { askingIn } from '../../engine/notices/asking.js'
import type { Notice } from '../../engine/notices/notice.js'
import type { NoticeReceiptRow, NoticeTables, NoticeVersionRow } from '../../engine/notices/schema.js'
import type { Asking } from '../../engine/notices/who-has-not.js'
import { versionsAt } from '../../engine/notices/write-versions.js'
import { tables } from '../../kernel/db/tx.js'
import type { ReadTx } from '../../kernel/db/tx.js'
import { findActivePack } from '../policy/index.js'

type Receipt = Pick<NoticeReceiptRow, 'version_id' | 'act' | 'at'>

/** One text for the reader: what it says, and whether they have done what it asks. */
export interface MyText {
  readonly version: NoticeVersionRow
  readonly shown: Temporal.Instant | null
  readonly acknowledged: Temporal.Instant | null
}

/** A notice and its texts for the posts and audiences of this reader. */
export interface MyNotice {
  readonly notice: Notice
  readonly asking: Asking
  readonly texts: readonly MyText[]
  /** Whether something is still asked of them. */
  readonly waits: boolean
}

/** The notices that are for this reader, those that wait first. */
export async function myNotices(tx: ReadTx, notices: readonly Notice[]): Promise<readonly MyNotice[]> {
  const active = await findActivePack(tx)
  if (!active || !tx.actor.personId) return []
  const mine: MyNotice[] = []
  for (const notice of notices) {
    const asking = askingIn(notice, active.pack)
    const versions = await versionsAt(tx, notice.id)
    const receipts = await receiptsOfMine(tx, notice.id)
    const texts = asking.audiences.flatMap((audience) => {
      const version = versions.get(audience)
      return version && tx.actor.posts.has(audience) ? [textFrom(version, receipts)] : []
    })
    if (texts.length === 0) continue
    mine.push({ notice, asking, texts, waits: texts.some((text) => waitsFor(text, asking, tx.now)) })
  }
  return mine.toSorted((a, b) => Number(b.waits) - Number(a.waits))
}

const receiptsOfMine = (tx: ReadTx, notice: string): Promise<readonly Receipt[]> =>
  tables<NoticeTables>(tx)
    .selectFrom('notice_receipt')
    .select(['version_id', 'act', 'at'])
    .where('notice', '=', notice)
    .where('person_id', '=', tx.actor.personId)
    .orderBy('at')
    .execute()

function textFrom(version: NoticeVersionRow, receipts: readonly Receipt[]): MyText {
  const last = (act: Receipt['act']) =>
    receipts.findLast((receipt) => receipt.version_id === version.id && receipt.act === act)?.at ?? null
  return { version, shown: last('shown'), acknowledged: last('acknowledged') }
}

/** A year, after which a yearly notice is read again: in hours, as instants have no months. */
const yearHours = 365 * 24

/** Whether a text still asks something of its reader: never done, or a year ago. */
export function waitsFor({ shown, acknowledged }: MyText, { act, renew }: Asking, now: Temporal.Instant): boolean {
  const done = act === 'acknowledged' ? acknowledged : (acknowledged ?? shown)
  if (!done) return true
  return renew === 'year' && Temporal.Instant.compare(done.add({ hours: yearHours }), now) < 0
}
