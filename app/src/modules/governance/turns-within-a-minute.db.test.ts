import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openTestDb, testKeys } from '../../../test/database.js'
import type { TestDb } from '../../../test/database.js'
import { fullSchool } from '../../../test/full-school.js'
import type { FullSchool } from '../../../test/full-school.js'
import { signedInRoutes } from '../../../test/signed-in-routes.js'
import type { SignedInRoutes } from '../../../test/signed-in-routes.js'
import type { Deps } from '../../engine/deps.js'
import type { Module } from '../../engine/module.js'
import { runCollected } from '../../kernel/jobs/collected.js'
import { modules } from '../../modules.js'
import { jobs, recurring } from '../../open-hedgerow.js'
import { recordsModule } from '../records/module.js'
import { governanceModule } from './module.js'

/** Everything that the modules declare, with the pages of two of them: what the product is, without signing in. */
const together: Module = {
  ...governanceModule,
  mechanisms: modules.flatMap(({ mechanisms }) => mechanisms),
  recordPages: modules.flatMap(({ recordPages = [] }) => recordPages),
  registers: modules.flatMap(({ registers = [] }) => registers),
  duties: modules.flatMap(({ duties = [] }) => duties),
  notices: modules.flatMap(({ notices = [] }) => notices),
  routes: (app, deps) => {
    recordsModule.routes(app, deps)
    governanceModule.routes(app, deps)
  },
}

/** A promise that its register alone keeps, and one that leans on a register whose faults count at another promise. */
const promise = '/policy/kept/laws-listed-with-edition'
const leaning = '/policy/kept/provider-at-hand'

describe('one row turns its promise within a minute, and the promise names the row', () => {
  let t: TestDb
  let school: FullSchool
  let routes: SignedInRoutes
  let deps: Deps
  before(async () => {
    t = await openTestDb()
    school = await fullSchool(t.db)
    routes = await signedInRoutes(t.db, together)
    deps = { db: t.db, keys: testKeys, publicUrl: 'http://localhost', smtpUrl: null, modules }
    await aMinute()
  })
  after(async () => {
    await routes.close()
    await t.close()
  })

  /** What the worker does within a minute: what was asked for meanwhile, then the look at the policy by the clock. */
  const aMinute = async (): Promise<void> => {
    await runCollected(deps, t.jobs, jobs)
    await recurring.find(({ name }) => name === 'policy.judge')?.run(deps, school.id)
  }

  const shown = async (as: string, page = promise): Promise<string> => {
    const { status, html } = await routes.get(await school.as(as), page)
    assert.equal(status, 200)
    return html.slice(html.indexOf('<h1'), html.indexOf('How it stood'))
  }

  const supplier = {
    name: 'Lantern Filtering',
    services: 'filtering',
    'from-day': '1',
    'from-month': '9',
    'from-year': '2026',
    'until-day': '1',
    'until-month': '9',
    'until-year': '2027',
    phone: '01632 960 171',
    assurance: 'Self-certification, spring',
    data: 'Agreement in the office',
  }

  const guidance = {
    title: 'Keeping children safe in education',
    kind: 'guidance',
    owner: 'dsl',
    edition: '2026',
    where: 'Office, blue folder',
    state: 'current',
    'checked-day': '24',
    'checked-month': '11',
    'checked-year': '2026',
    'until-day': '1',
    'until-month': '9',
    'until-year': '2027',
  }

  test('the row that was missing is entered, and the promise is kept', async () => {
    for (const page of [promise, leaning])
      assert.match(await shown('headteacher', page), /Broken/, 'nothing is on record')
    t.clock.at('2026-11-24T10:00:30Z')
    const manager = await school.as('school-business-manager')
    const saved = await routes.post(manager, '/registers/suppliers/new', {
      ...supplier,
      owner: school.holder('network-manager'),
    })
    assert.equal(saved.status, 303, saved.html.slice(0, 2000))
    const listed = await routes.post(await school.as('dsl'), '/registers/linked-documents/new', guidance)
    assert.equal(listed.status, 303, listed.html.slice(0, 2000))
    await aMinute()
    for (const page of [promise, leaning]) assert.doesNotMatch(await shown('headteacher', page), /Broken/)
  })

  test('the day comes on which the row runs out: time alone breaks the promise, which links to the row', async () => {
    t.clock.at('2027-09-02T09:00:00Z')
    await aMinute()
    const page = await shown('headteacher')
    assert.match(page, /Broken/)
    assert.match(page, /“Keeping children safe in education” ran out/)
    assert.match(page, /href="\/registers\/entry\/[0-9a-f-]{36}">Record 1</)
    assert.match(await shown('headteacher', leaning), /what is amiss there counts at 2\.21/)
    const history = (await routes.get(await school.as('headteacher'), promise)).html
    assert.match(history.slice(history.indexOf('How it stood')), /Broken[\s\S]*Kept[\s\S]*Broken/)
  })
})
