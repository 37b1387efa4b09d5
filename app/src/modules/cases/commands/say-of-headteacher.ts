import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { neededWords } from '../needed-words.js'
import { openCaseOf } from '../queries/case-of.js'
import type { CaseTables } from '../schema.js'
import { writeEntry } from './write-entry.js'

/** Says that the headteacher knows of a case, or why not (004-038). Not knowing is right where the case is about them. */
export async function sayOfHeadteacher(tx: Tx, caseId: string, told: boolean, words: string): Promise<void> {
  const row = await openCaseOf(tx, caseId)
  neededWords(words, told ? 'Write when and how the headteacher was told.' : 'Write why the headteacher is not told.')
  const head_informed = told ? 'told' : 'not-told'
  await tables<CaseTables>(tx).updateTable('case_file').set({ head_informed }).where('id', '=', caseId).execute()
  await writeEntry(tx, row, { kind: 'headteacher', words: `${told ? 'Told' : 'Not told'}. ${words}` })
}
