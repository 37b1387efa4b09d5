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

const promise = '/policy/kept/provider-at-hand'

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

  const shown = async (as: string): Promise<string> => {
    const { status, html } = await routes.get(await school.as(as), promise)
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

  test('the row that was missing is entered, and the promise is kept', async () => {
    assert.match(await shown('headteacher'), /Broken/)
    t.clock.at('2026-11-24T10:00:30Z')
    const manager = await school.as('school-business-manager')
    const saved = await routes.post(manager, '/registers/suppliers/new', {
      ...supplier,
      owner: school.holder('network-manager'),
    })
    assert.equal(saved.status, 303, saved.html.slice(0, 2000))
    await aMinute()
    assert.doesNotMatch(await shown('headteacher'), /Broken/)
  })

  test('the day comes on which the row runs out: time alone breaks the promise, which links to the row', async () => {
    t.clock.at('2027-09-02T09:00:00Z')
    await aMinute()
    const page = await shown('headteacher')
    assert.match(page, /Broken/)
    assert.match(page, /“Lantern Filtering” ran out/)
    assert.match(page, /href="\/registers\/entry\/[0-9a-f-]{36}">Record 1</)
    const history = (await routes.get(await school.as('headteacher'), promise)).html
    assert.match(history.slice(history.indexOf('How it stood')), /Broken[\s\S]*Kept[\s\S]*Broken/)
  })
})
