import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { calendarMonths } from '../../engine/duties/calendar-months.js'
import { endOf, reviewDay } from '../../engine/registers/look-due.js'
import type { Register } from '../../engine/registers/register.js'
import type { RegisterEntryRow, RegisterTables } from '../../engine/registers/schema.js'
import { londonDate } from '../../kernel/calendar/london.js'
import { tables } from '../../kernel/db/tx.js'
import type { Tx } from '../../kernel/db/tx.js'
import { openTask } from '../communications/index.js'
import { entryUrl } from './urls.js'

/** How long before a day its owner gets a task. */
const ahead = { months: 1 }

/** Entries that run out or must be looked at again within the month become their owner's task; a change of the entry closes it. */
export async function askToLookAgain(tx: Tx, registers: readonly Register[]): Promise<void> {
  const today = londonDate(tx.now)
  for (const register of registers) {
    if (!register.review && !register.expiresOn) continue
    const months = calendarMonths(register.review ?? '') ?? 1200
    const rows = await tables<RegisterTables>(tx)
      .selectFrom('register_entry')
      .selectAll()
      .where('register', '=', register.id)
      .where('ended_at', 'is', null)
      .where((eb) =>
        eb.or([
          eb('expires_on', '<=', today.add(ahead)),
          eb(sql`reviewed_on`, '<=', today.add(ahead).subtract({ months })),
        ]),
      )
      .limit(1000)
      .execute()
    for (const row of rows) await openFor(tx, register, row)
  }
}

async function openFor(tx: Tx, register: Register, row: RegisterEntryRow): Promise<void> {
  const days = [row.expires_on, reviewDay({ reviewedOn: row.reviewed_on }, register)].flatMap((day) => day ?? [])
  const [due] = days.toSorted((a, b) => Temporal.PlainDate.compare(a, b))
  await openTask(tx, {
    key: taskKey(row),
    kind: 'look-again',
    post: row.owner_post,
    person: null,
    about: { table: 'register_entry', id: row.id },
    label: register.secretTitle ? register.title : `${register.title}: ${row.title}`.slice(0, 120),
    url: entryUrl({ register: register.id, entry: row.id }),
    due: due ? endOf(due) : null,
    sight: { posts: [row.owner_post], persons: [], never: row.never_persons },
  })
}

const taskKey = ({ id, number }: Pick<RegisterEntryRow, 'id' | 'number'>): string => `register:${id}:${number}`
