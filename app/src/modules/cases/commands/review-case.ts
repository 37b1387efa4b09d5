import type { Tx } from '../../../kernel/db/tx.js'
import { closeTask } from '../../communications/index.js'
import { packByHash } from '../../policy/index.js'
import { neededWords } from '../needed-words.js'
import { openCaseOf } from '../queries/case-of.js'
import { meetCaseClocks, startCaseClocks } from './duties.js'
import { openClockTask } from './open-case.js'
import { writeEntry } from './write-entry.js'

/** Looks at a case again and says how it stands. Its review clock starts anew: an open case is never looked at for the last time. */
export async function reviewCase(tx: Tx, caseId: string, words: string): Promise<void> {
  const row = await openCaseOf(tx, caseId)
  neededWords(words, 'Write how the case stands, and what comes next.')
  await writeEntry(tx, row, { kind: 'review', words })
  const { clocks } = await packByHash(tx, row.pack_hash)
  await meetCaseClocks(tx, row, 'reviewed')
  for (const { id, met } of clocks) if (met === 'reviewed') await closeTask(tx, { key: `case:${caseId}:${id}` })
  for (const { name, due_at } of await startCaseClocks(tx, row, ({ met }) => met === 'reviewed'))
    await openClockTask(tx, row, name, due_at)
}
