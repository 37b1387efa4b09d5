import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import type { PersonId } from '../../../kernel/ids.js'
import { record } from '../../../kernel/journal/record.js'
import type { AccessTables } from '../schema.js'
import { signInSight } from '../sights.js'

export interface EndSessions {
  readonly person: PersonId
  /** Only this one of theirs. */
  readonly only?: string
  /** All but this one: where the person goes on working. */
  readonly but?: string
}

/** Ends sessions of a person and says how many. What was open on those devices asks for a sign-in at its next click. */
export async function endSessions(tx: Tx, { person, only, but }: EndSessions): Promise<number> {
  let open = tables<AccessTables>(tx)
    .updateTable('session')
    .set({ ended_at: tx.now })
    .where('person_id', '=', person)
    .where('ended_at', 'is', null)
  if (only) open = open.where('id', '=', only)
  if (but) open = open.where('id', '!=', but)
  const ended = await open.returning('id').execute()
  const sight = ended.length > 0 ? await signInSight(tx, person) : null
  for (const { id } of ended)
    if (sight) await record(tx, { act: 'session.ended', about: { table: 'session', id }, sight, details: { person } })
  return ended.length
}
