import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import { atSchool } from '../../../../test/at-school.js'
import { checkPage } from '../../../../test/render-checks.js'
import { workerIn } from '../../../kernel/actor.js'
import { reading } from '../../../kernel/db/in-school.js'
import { peopleModule } from '../module.js'
import { calendarOf } from '../queries/calendar-of.js'
import { calendarUrl, setCalendarUrl } from '../urls.js'

const autumn = { 'term-0-name': 'Autumn', 'term-0-from': '2026-09-02', 'term-0-to': '2026-12-18' }
const hours = { opens: '08:50', closes: '15:15' }

describe('the office enters when the school is open', () => {
  const here = atSchool(peopleModule)
  beforeEach(async () => {
    // Of two calendars of one moment neither is the newer.
    here.t.clock.at('2026-11-24T11:00:00Z')
  })
  const head = () => here.school.as('headteacher')
  const inForce = () => reading(here.t.db, workerIn(here.school.id), calendarOf)

  it('saves terms, a closure of one day, and an early finish', async () => {
    const fields = {
      ...autumn,
      ...hours,
      'closure-0-why': 'INSET',
      'closure-0-from': '2026-11-27',
      'closure-0-to': '',
      'short-0-why': 'Last day',
      'short-0-on': '2026-12-18',
      'short-0-closes': '13:30',
    }
    // The page offers the calendar in force; a row that is emptied goes.
    const empty = { 'term-1-name': '', 'term-1-from': '', 'term-1-to': '' }
    const page = await here.routes.get(await head(), setCalendarUrl())
    checkPage(page.html)
    assert.equal(
      (await here.routes.post(await head(), setCalendarUrl(), { ...fields, ...empty })).location,
      calendarUrl(),
    )
    const calendar = await inForce()
    assert.deepEqual(calendar.terms, [{ name: 'Autumn', from: '2026-09-02', to: '2026-12-18' }])
    assert.deepEqual(calendar.closures, [{ why: 'INSET', from: '2026-11-27', to: '2026-11-27' }])
    assert.deepEqual(calendar.hours, hours)
    const shown = await here.routes.get(await here.school.as('dsl'), calendarUrl())
    checkPage(shown.html)
    assert.match(shown.html, /INSET[\s\S]*Friday 27 November 2026/)
    assert.match(shown.html, /Friday 18 December 2026, 13:30/)
  })

  it('says what is wrong, keeps what was typed, and changes nothing', async () => {
    const before_ = await inForce()
    const wrong = { ...autumn, ...hours, 'term-0-to': '2026-08-01', closes: '25:00' }
    const refused = await here.routes.post(await head(), setCalendarUrl(), wrong)
    checkPage(refused.html)
    assert.equal(refused.status, 400)
    assert.match(refused.html, /ends on Saturday 1 August 2026, before it begins/)
    assert.match(refused.html, /is not a time such as 08:40/)
    assert.match(refused.html, /value="25:00"/)
    assert.deepEqual(await inForce(), before_)
  })

  it('is for those whose post sets the calendar', async () => {
    assert.equal((await here.routes.get(await here.school.as('class-teacher'), setCalendarUrl())).status, 403)
  })
})
