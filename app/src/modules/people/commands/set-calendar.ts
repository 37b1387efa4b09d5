import { json } from '../../../kernel/db/json.js'
import { askAgain } from '../../../kernel/db/known.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import type { SchoolCalendar } from '../../../kernel/calendar/school-calendar.js'
import { newId } from '../../../kernel/ids.js'
import { record } from '../../../kernel/journal/record.js'
import { calendarKey } from '../queries/calendar-of.js'
import type { PeopleTables } from '../schema.js'
import { everyoneSignedIn } from '../sights.js'

/** Puts a calendar of terms, closures and hours in force from now on. Deadlines already set keep the time they were given. */
export async function setCalendar(tx: Tx, calendar: SchoolCalendar): Promise<void> {
  const id = newId(tx.now.epochMilliseconds)
  await tables<PeopleTables>(tx)
    .insertInto('school_calendar')
    .values({
      school_id: tx.actor.schoolId,
      id,
      calendar: json(calendar),
      recorded_at: tx.now,
      recorded_by: tx.actor.personId,
    })
    .execute()
  askAgain(tx, calendarKey)
  await record(tx, {
    act: 'calendar.set',
    about: { table: 'school_calendar', id },
    sight: everyoneSignedIn,
    details: { terms: calendar.terms.length },
  })
}
