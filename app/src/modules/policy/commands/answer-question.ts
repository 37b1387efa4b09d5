import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { newId } from '../../../kernel/ids.js'
import { record } from '../../../kernel/journal/record.js'
import { everyoneSignedIn } from '../../people/index.js'
import type { PolicyTables } from '../schema.js'

/** Records what the school answered to a question of its pack. An earlier answer stays; the newest stands. */
export async function answerQuestion(tx: Tx, question: string, answer: string): Promise<void> {
  const id = newId<string>(tx.now.epochMilliseconds)
  await tables<PolicyTables>(tx)
    .insertInto('pack_answer')
    .values({ school_id: tx.actor.schoolId, id, question, answer, answered_at: tx.now, answered_by: tx.actor.personId })
    .execute()
  await record(tx, {
    act: 'pack.answered',
    about: { table: 'pack_answer', id },
    sight: everyoneSignedIn,
    details: { question, answer },
  })
}
