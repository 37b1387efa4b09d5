import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx, Tx } from '../../../kernel/db/tx.js'
import type { PersonId } from '../../../kernel/ids.js'
import { record } from '../../../kernel/journal/record.js'
import { Refusal } from '../../../kernel/refusal.js'
import type { CommunicationsTables, ReminderRow } from '../schema.js'

export type Choices = Pick<ReminderRow, 'weekly_mail' | 'calendar_since'>

/** What somebody gets who never chose: the mail of the week, and no calendar. */
const usual: Choices = { weekly_mail: true, calendar_since: null }

const meIn = ({ actor }: ReadTx): PersonId => {
  if (actor.personId === null) throw new Refusal('not-allowed', 'Sign in to do this.')
  return actor.personId
}

/** How the actor wants to be reminded. */
export async function myChoices(tx: ReadTx): Promise<Choices> {
  const row = await tables<CommunicationsTables>(tx)
    .selectFrom('reminder')
    .select(['weekly_mail', 'calendar_since'])
    .where('person_id', '=', meIn(tx))
    .executeTakeFirst()
  return row ?? usual
}

async function choose(tx: Tx, act: string, set: Partial<ReminderRow>): Promise<void> {
  const person = meIn(tx)
  await tables<CommunicationsTables>(tx)
    .insertInto('reminder')
    .values({
      school_id: tx.actor.schoolId,
      person_id: person,
      weekly_mail: true,
      calendar_hash: null,
      calendar_since: null,
      ...set,
    })
    .onConflict((conflict) => conflict.columns(['school_id', 'person_id']).doUpdateSet(set))
    .execute()
  const sight = { posts: [], persons: [person], never: [] }
  await record(tx, { act, about: { table: 'reminder', id: person }, sight })
}

/** Turns the actor's own mail of the week on or off. */
export const chooseWeeklyMail = (tx: Tx, on: boolean): Promise<void> =>
  choose(tx, on ? 'reminder.weekly-mail-on' : 'reminder.weekly-mail-off', { weekly_mail: on })

/** Gives the actor's calendar this address, in place of any it had; null takes it away, and the old one opens nothing. */
export const setCalendarAddress = (tx: Tx, hash: string | null): Promise<void> =>
  choose(tx, hash ? 'reminder.calendar-made' : 'reminder.calendar-ended', {
    calendar_hash: hash,
    calendar_since: hash ? tx.now : null,
  })

/** Whose calendar the carried address opens; null for none. Run on the public channel with the address's hash as receipt. */
export async function whoseCalendar(tx: ReadTx): Promise<PersonId | null> {
  const row = await tables<CommunicationsTables>(tx)
    .selectFrom('reminder')
    .select('person_id')
    .where('calendar_hash', '=', tx.actor.receipt ?? '')
    .executeTakeFirst()
  return row?.person_id ?? null
}

/** Those who want no mail of the week. Asked as the worker. */
export async function withoutWeeklyMail(tx: ReadTx): Promise<ReadonlySet<PersonId>> {
  const rows = await tables<CommunicationsTables>(tx)
    .selectFrom('reminder')
    .select('person_id')
    .where('weekly_mail', '=', false)
    .execute()
  return new Set(rows.map(({ person_id }) => person_id))
}
