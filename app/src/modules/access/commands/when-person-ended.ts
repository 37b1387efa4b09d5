import { londonDate } from '../../../kernel/calendar/london.js'
import type { Tx } from '../../../kernel/db/tx.js'
import type { PersonId } from '../../../kernel/ids.js'
import { lastDaysOf } from '../../people/index.js'
import { endAccount } from './end-account.js'

/**
 * Somebody's last day was recorded. Where it is today or past, everything they sign in with ends in the same transaction:
 * who is sent away at eleven must not read cases at noon. A day to come is left alone; from the midnight after it they
 * hold no post, so every request of theirs is refused from that minute, and the tidying round ends the account.
 */
export async function whenPersonEnded(tx: Tx, { person }: { readonly person: PersonId }): Promise<void> {
  const last = (await lastDaysOf(tx, [person])).get(person)
  if (last && last.toString() <= londonDate(tx.now).toString()) await endAccount(tx, person)
}
