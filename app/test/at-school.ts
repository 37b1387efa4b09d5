import assert from 'node:assert/strict'
import { after, before, beforeEach } from 'node:test'
import type { Module } from '../src/engine/module.js'
import { openTestDb } from './database.js'
import type { TestDb } from './database.js'
import { fullSchool } from './full-school.js'
import type { FullSchool } from './full-school.js'
import { checkPage } from './render-checks.js'
import { signedInRoutes } from './signed-in-routes.js'
import type { Got, SignedInRoutes } from './signed-in-routes.js'

/** The pages of one module at a school that each test has to itself. Filled before each test: read its parts where they are used. */
export interface AtSchool {
  readonly t: TestDb
  readonly routes: SignedInRoutes
  readonly school: FullSchool
}

/** To be called in a `describe`: opens the database once, and a new school before each test, at ten on a Tuesday in term. */
export function atSchool(module: Module): AtSchool {
  const here = {} as { -readonly [Part in keyof AtSchool]: AtSchool[Part] }
  before(async () => {
    here.t = await openTestDb()
    here.routes = await signedInRoutes(here.t.db, module)
  })
  after(async () => {
    await here.routes.close()
    await here.t.close()
  })
  beforeEach(async () => {
    here.t.clock.at('2026-11-24T10:00:00Z')
    here.school = await fullSchool(here.t.db)
  })
  return here
}

/** A page with this status, which is sound and readable like every page. */
export function good(got: Got, status = 200): Got {
  assert.equal(got.status, status, got.html.slice(0, 300))
  checkPage(got.html)
  return got
}
