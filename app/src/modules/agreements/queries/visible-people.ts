import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PersonId } from '../../../kernel/ids.js'
import { personCards } from '../../people/index.js'

/** Of these people, those whose agreements the actor may read: the office's, everybody whom they may see. */
export async function visiblePeople(tx: ReadTx, ids: readonly string[]): Promise<readonly string[]> {
  if (!tx.actor.powers.has('agreements.keep')) return []
  return [...(await personCards(tx, ids as readonly PersonId[])).keys()]
}
