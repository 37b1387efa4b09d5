import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import { inSchool, reading } from '../../../kernel/db/in-school.js'
import { isId } from '../../../kernel/ids.js'
import type { SchoolId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import { frameOf } from '../../../web/frames.js'
import { sayNext } from '../../../web/keepers.js'
import { actorOf, needs, seeOther, sendPage } from '../../../web/who.js'
import { calendarFileUrl, endCalendarUrl, makeCalendarUrl, remindersUrl, weeklyMailUrl } from '../urls.js'
import { calendarHash, newCalendarSecret } from './calendar-address.js'
import { chooseWeeklyMail, myChoices, setCalendarAddress } from './choices.js'
import { FetchPace } from './fetch-pace.js'
import { diaryBehind } from './read-diary.js'
import { NewCalendarPage, RemindersPage } from './reminders-page.js'
import { writeCalendar } from './write-calendar.js'

/** How a person is reminded: the mail of the week, and deadlines in their own calendar. */
export function reminderRoutes(app: FastifyInstance, deps: Deps): void {
  const own = needs('signed-in')
  app.get(remindersUrl.pattern, own, async (request, reply) => {
    const found = await reading(deps.db, actorOf(request), async (tx) => ({ now: tx.now, ...(await myChoices(tx)) }))
    return sendPage(
      reply,
      <RemindersPage frame={await frameOf(request)} mailIsSet={deps.smtpUrl !== null} {...found} />,
    )
  })
  app.post(weeklyMailUrl.pattern, own, async (request, reply) => {
    const on = (request.body as { mail?: string } | undefined)?.mail === 'on'
    await inSchool(deps.db, actorOf(request), (tx) => chooseWeeklyMail(tx, on))
    sayNext(reply, { kind: 'done', text: on ? 'You get the mail of the week again.' : 'You get no mail of the week.' })
    return seeOther(reply, remindersUrl())
  })
  app.post(makeCalendarUrl.pattern, own, async (request, reply) => {
    const actor = actorOf(request)
    const { secret, hash } = newCalendarSecret()
    await inSchool(deps.db, actor, (tx) => setCalendarAddress(tx, hash))
    const address = `${deps.publicUrl}${calendarFileUrl({ school: actor.schoolId, secret })}`
    return sendPage(reply, <NewCalendarPage frame={await frameOf(request)} address={address} />)
  })
  app.post(endCalendarUrl.pattern, own, async (request, reply) => {
    await inSchool(deps.db, actorOf(request), (tx) => setCalendarAddress(tx, null))
    sayNext(reply, { kind: 'done', text: 'The address opens nothing any more.' })
    return seeOther(reply, remindersUrl())
  })
  const pace = new FetchPace(deps.db.clock)
  app.get(calendarFileUrl.pattern, needs('public'), (request, reply) => sendCalendar(request, reply, { deps, pace }))
}

interface Feed {
  readonly deps: Deps
  readonly pace: FetchPace
}

/** A calendar program carries no session: the address is all that it has, and it opens this one list, read only. */
async function sendCalendar(request: FastifyRequest, reply: FastifyReply, { deps, pace }: Feed) {
  const { school, secret } = request.params as { school: string; secret: string }
  const hash = calendarHash(secret)
  // A wrong address counts against where it comes from, a right one against itself: one firm fetches for a whole school.
  const known = hash && isId(school) ? await diaryBehind(deps, school as unknown as SchoolId, hash) : null
  if (!pace.take(known ? `calendar ${hash}` : `from ${request.ip}`))
    return reply
      .code(429)
      .header('retry-after', '3600')
      .type('text/plain')
      .send('Asked too often. Ask again in an hour.')
  if (!known)
    throw new Refusal('not-found', 'This calendar address opens nothing. Make a new one on your account page.')
  const text = await writeCalendar(known, { now: deps.db.clock.now(), publicUrl: deps.publicUrl })
  return reply
    .type('text/calendar; charset=utf-8')
    .header('content-disposition', 'attachment; filename="hedgerow.ics"')
    .send(text)
}
