import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { openTestDb } from '../../../test/database.js'
import type { TestDb } from '../../../test/database.js'
import { fullSchool } from '../../../test/full-school.js'
import type { FullSchool } from '../../../test/full-school.js'
import { checkPage } from '../../../test/render-checks.js'
import { signedInRoutes } from '../../../test/signed-in-routes.js'
import type { SignedInRoutes } from '../../../test/signed-in-routes.js'
import type { Actor } from '../../kernel/actor.js'
import { correctPersonUrl, newPersonUrl, personUrl } from '../people/index.js'
import { policyModule } from './module.js'

describe('one person’s page', () => {
  let t: TestDb
  let routes: SignedInRoutes
  let school: FullSchool
  let office: Actor
  before(async () => {
    t = await openTestDb()
    routes = await signedInRoutes(t.db, policyModule)
  })
  after(async () => {
    await routes.close()
    await t.close()
  })
  beforeEach(async () => {
    school = await fullSchool(t.db)
    office = await school.as('school-business-manager')
  })

  const supply = { kind: 'staff', given: 'Ines', family: 'Castle', job: 'Supply teacher' }
  const added = async (): Promise<string> => (await routes.post(office, newPersonUrl(), supply)).location ?? ''

  it('shows a supply teacher who was added by hand, and the posts that somebody holds', async () => {
    const page = await routes.get(office, await added())
    checkPage(page.html)
    assert.match(page.html, /Ines Castle[\s\S]*Supply teacher/)
    assert.doesNotMatch(page.html, /<title>[^<]*Castle/, 'no name stands in the title of a window')
    const dsl = await routes.get(office, personUrl({ person: school.holder('dsl') }))
    assert.match(dsl.html, /Designated safeguarding lead/i)
  })

  it('is corrected with everything kept that was typed, and a last day that cannot be is refused', async () => {
    const person = (await added()).split('/').at(-1) ?? ''
    const url = correctPersonUrl({ person })
    const form = await routes.get(office, url)
    checkPage(form.html)
    assert.match(form.html, /value="Supply teacher"/)
    const ended = { 'ended-day': '1', 'ended-month': '1', 'ended-year': '2020' }
    const refused = await routes.post(office, url, { ...supply, family: 'Castell', ...ended })
    assert.equal(refused.status, 400)
    checkPage(refused.html)
    assert.match(refused.html, /before their first day here/)
    assert.match(refused.html, /value="Castell"/)
    assert.equal((await routes.post(office, url, { ...supply, family: 'Castell' })).status, 303)
    assert.match((await routes.get(office, personUrl({ person }))).html, /Ines Castell/)
  })

  it('tells how to reach somebody to those who must ring them, and not to every teacher', async () => {
    const person = (await routes.post(office, newPersonUrl(), { ...supply, phone: '01632 960 111' })).location ?? ''
    assert.match((await routes.get(office, person)).html, /01632 960 111/)
    assert.match((await routes.get(await school.as('dsl'), person)).html, /01632 960 111/)
    const teacher = await routes.get(await school.as('class-teacher'), person)
    assert.equal(teacher.status, 200)
    assert.doesNotMatch(teacher.html, /01632/)
  })

  it('is corrected by those who keep the list, and shows a governor no pupil', async () => {
    const pupil = await school.add({ kind: 'pupil', given: 'Wren', family: 'Low', classCode: 'Hazel' })
    assert.equal((await routes.get(await school.as('class-teacher'), correctPersonUrl({ person: pupil }))).status, 403)
    assert.equal((await routes.get(await school.as('safeguarding-governor'), personUrl({ person: pupil }))).status, 403)
    assert.equal((await routes.get(office, personUrl({ person: 'nobody' }))).status, 404)
  })
})
