import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import { atSchool } from '../../../test/at-school.js'
import { checkPage } from '../../../test/render-checks.js'
import type { Actor } from '../../kernel/actor.js'
import { correctPersonUrl, newPersonUrl, personUrl } from '../people/index.js'
import { policyModule } from './module.js'

describe('one person’s page', () => {
  const here = atSchool(policyModule)
  let office: Actor
  beforeEach(async () => {
    office = await here.school.as('school-business-manager')
  })

  const supply = { kind: 'staff', given: 'Ines', family: 'Castle', job: 'Supply teacher' }
  const added = async (): Promise<string> => (await here.routes.post(office, newPersonUrl(), supply)).location ?? ''

  it('shows a supply teacher who was added by hand, and the posts that somebody holds', async () => {
    const page = await here.routes.get(office, await added())
    checkPage(page.html)
    assert.match(page.html, /Ines Castle[\s\S]*Supply teacher/)
    assert.doesNotMatch(page.html, /<title>[^<]*Castle/, 'no name stands in the title of a window')
    const dsl = await here.routes.get(office, personUrl({ person: here.school.holder('dsl') }))
    assert.match(dsl.html, /Designated safeguarding lead/i)
  })

  it('is corrected with everything kept that was typed, and a last day that cannot be is refused', async () => {
    const person = (await added()).split('/').at(-1) ?? ''
    const url = correctPersonUrl({ person })
    const form = await here.routes.get(office, url)
    checkPage(form.html)
    assert.match(form.html, /value="Supply teacher"/)
    const ended = { 'ended-day': '1', 'ended-month': '1', 'ended-year': '2020' }
    const refused = await here.routes.post(office, url, { ...supply, family: 'Castell', ...ended })
    assert.equal(refused.status, 400)
    checkPage(refused.html)
    assert.match(refused.html, /before their first day here/)
    assert.match(refused.html, /value="Castell"/)
    assert.equal((await here.routes.post(office, url, { ...supply, family: 'Castell' })).status, 303)
    assert.match((await here.routes.get(office, personUrl({ person }))).html, /Ines Castell/)
  })

  it('tells how to reach somebody to those who must ring them, and not to every teacher', async () => {
    const person =
      (await here.routes.post(office, newPersonUrl(), { ...supply, phone: '01632 960 111' })).location ?? ''
    assert.match((await here.routes.get(office, person)).html, /01632 960 111/)
    assert.match((await here.routes.get(await here.school.as('dsl'), person)).html, /01632 960 111/)
    const teacher = await here.routes.get(await here.school.as('class-teacher'), person)
    assert.equal(teacher.status, 200)
    assert.doesNotMatch(teacher.html, /01632/)
  })

  it('is corrected by those who keep the list, and shows a governor no pupil', async () => {
    const pupil = await here.school.add({ kind: 'pupil', given: 'Wren', family: 'Low', classCode: 'Hazel' })
    assert.equal(
      (await here.routes.get(await here.school.as('class-teacher'), correctPersonUrl({ person: pupil }))).status,
      403,
    )
    assert.equal(
      (await here.routes.get(await here.school.as('safeguarding-governor'), personUrl({ person: pupil }))).status,
      403,
    )
    assert.equal((await here.routes.get(office, personUrl({ person: 'nobody' }))).status, 404)
  })
})
