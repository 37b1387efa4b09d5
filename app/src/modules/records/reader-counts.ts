import { askingIn } from '../../engine/notices/asking.js'
import type { Notice } from '../../engine/notices/notice.js'
import { readersOf } from '../../engine/notices/who-has-not.js'
import type { ReadTx } from '../../kernel/db/tx.js'
import { activePack, schoolAround } from '../policy/index.js'

/** How many have read each notice, for those who see to it. */
export async function readerCounts(tx: ReadTx, notices: readonly Notice[]) {
  const { pack } = await activePack(tx)
  const counts = []
  for (const notice of notices) {
    const readers = await readersOf(tx, schoolAround, notice, askingIn(notice, pack))
    const missing = readers.filter(({ done }) => done === null).length
    const words =
      readers.length === 0 ? 'No text yet, or nobody to tell' : `${readers.length - missing} of ${readers.length}`
    counts.push({ id: notice.id, title: notice.title, words, missing })
  }
  return counts
}
