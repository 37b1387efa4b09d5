import { unknownCalendar } from '../../../kernel/calendar/school-calendar.js'
import type { SchoolCalendar } from '../../../kernel/calendar/school-calendar.js'
import { askOnce } from '../../../kernel/db/known.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PeopleTables } from '../schema.js'

/** One object per calendar row, because what follows from a calendar is remembered for the object. Bounded: rows are few. */
const remembered = new Map<string, SchoolCalendar>()

/** The school's calendar in force, or the one that believes nothing where the school has entered none. */
export const calendarOf = (tx: ReadTx): Promise<SchoolCalendar> => askOnce(tx, calendarKey, () => newestCalendar(tx))

/** Under which `calendarOf` is remembered: `setCalendar` has it asked again. */
export const calendarKey = 'people.calendar'

async function newestCalendar(tx: ReadTx): Promise<SchoolCalendar> {
  const newest = await tables<PeopleTables>(tx)
    .selectFrom('school_calendar')
    .select(['id', 'calendar'])
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!newest) return unknownCalendar
  const known = remembered.get(newest.id) ?? newest.calendar
  if (remembered.size > 500) remembered.clear()
  remembered.set(newest.id, known)
  return known
}
