import { openTestDb, testKeys } from '../../../test/database.js'
import type { TestDb } from '../../../test/database.js'
import { fullSchool } from '../../../test/full-school.js'
import type { FullSchool } from '../../../test/full-school.js'
import { signedInRoutes } from '../../../test/signed-in-routes.js'
import type { SignedInRoutes } from '../../../test/signed-in-routes.js'
import type { ClauseState } from '../../engine/clauses/clause-state.js'
import type { Deps } from '../../engine/deps.js'
import { clausesOf } from '../../engine/packs/lookup.js'
import { workerIn } from '../../kernel/actor.js'
import { reading } from '../../kernel/db/in-school.js'
import { modules } from '../../modules.js'
import { mechanismsOf } from '../policy/index.js'
import { recordsModule } from './module.js'

/** A school with the pages of every register, duty and notice that any module declares. */
export interface RecordsSchool {
  readonly t: TestDb
  readonly deps: Deps
  readonly school: FullSchool
  readonly routes: SignedInRoutes
  /** How a mechanism judges the first promise that names it, with these parameters in place of the promise's own. */
  readonly check: (id: string, params: object, asOf?: ReturnType<TestDb['clock']['now']>) => Promise<ClauseState>
  readonly close: () => Promise<void>
}

export async function recordsSchool(): Promise<RecordsSchool> {
  const t = await openTestDb()
  const school = await fullSchool(t.db)
  const declared = {
    registers: modules.flatMap(({ registers = [] }) => registers),
    duties: modules.flatMap(({ duties = [] }) => duties),
    notices: modules.flatMap(({ notices = [] }) => notices),
  }
  const routes = await signedInRoutes(t.db, { ...recordsModule, ...declared })
  const deps: Deps = { db: t.db, keys: testKeys, modules, publicUrl: 'http://localhost', smtpUrl: null }
  const check: RecordsSchool['check'] = (id, params, asOf = t.clock.now()) =>
    reading(t.db, workerIn(school.id), async (tx) => {
      const mechanism = mechanismsOf(modules).get(id)
      const clause = clausesOf(school.pack.pack).find(({ keptBy }) => keptBy.some((keeper) => keeper.mechanism === id))
      if (!mechanism || !clause) throw new Error(`Nothing declares ${id}, or no promise names it`)
      return mechanism.check(tx, params as never, asOf, clause)
    })
  const close = async () => {
    await routes.close()
    await t.close()
  }
  return { t, deps, school, routes, check, close }
}
