import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import { calendarDoubts, calendarErrors } from '../../../kernel/calendar/calendar-faults.js'
import type { SchoolCalendar } from '../../../kernel/calendar/school-calendar.js'
import { inSchool, reading } from '../../../kernel/db/in-school.js'
import { frameOf } from '../../../web/frames.js'
import { sayNext } from '../../../web/keepers.js'
import { actorOf, needs, seeOther, sendPage } from '../../../web/who.js'
import { calendarIn } from '../calendar-in.js'
import { setCalendar } from '../commands/set-calendar.js'
import { CalendarFormPage, CalendarPage } from '../pages/calendar.js'
import { calendarOf } from '../queries/calendar-of.js'
import { calendarUrl, setCalendarUrl } from '../urls.js'

/** When the school is open: every deadline of the product is reckoned by it. */
export function calendarRoutes(app: FastifyInstance, deps: Deps): void {
  const change = needs('people.posts')
  app.get(calendarUrl.pattern, needs('people.read'), async (request, reply) => {
    const actor = actorOf(request)
    const calendar = await reading(deps.db, actor, calendarOf)
    const props = { calendar, doubts: calendarDoubts(calendar), mayChange: actor.powers.has('people.posts') }
    return sendPage(reply, <CalendarPage frame={await frameOf(request)} {...props} />)
  })
  app.get(setCalendarUrl.pattern, change, async (request, reply) =>
    ask(request, reply, await reading(deps.db, actorOf(request), calendarOf), []),
  )
  app.post(setCalendarUrl.pattern, change, async (request, reply) => {
    const calendar = calendarIn((request.body ?? {}) as Readonly<Record<string, unknown>>)
    const errors = calendarErrors(calendar)
    if (errors.length > 0) return ask(request, reply, calendar, errors)
    await inSchool(deps.db, actorOf(request), (tx) => setCalendar(tx, calendar))
    sayNext(reply, { kind: 'done', text: 'The calendar is saved. Deadlines from now on are reckoned by it.' })
    return seeOther(reply, calendarUrl())
  })
}

async function ask(request: FastifyRequest, reply: FastifyReply, calendar: SchoolCalendar, errors: readonly string[]) {
  const page = <CalendarFormPage frame={await frameOf(request)} calendar={calendar} errors={errors} />
  return sendPage(reply, page, errors.length > 0 ? 400 : 200)
}
