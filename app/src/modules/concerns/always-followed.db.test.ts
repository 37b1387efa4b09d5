import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { sql } from 'kysely'
import { openTestDb } from '../../../test/database.js'
import type { TestDb } from '../../../test/database.js'
import { fullSchool } from '../../../test/full-school.js'
import type { FullSchool } from '../../../test/full-school.js'
import { checkPage } from '../../../test/render-checks.js'
import { signedInRoutes } from '../../../test/signed-in-routes.js'
import type { Got, SignedInRoutes } from '../../../test/signed-in-routes.js'
import { publicIn, workerIn } from '../../kernel/actor.js'
import type { Actor } from '../../kernel/actor.js'
import { reading } from '../../kernel/db/in-school.js'
import { tables } from '../../kernel/db/tx.js'
import type { PersonId } from '../../kernel/ids.js'
import { reportConcern } from './commands/report-concern.js'
import type { Report } from './commands/report-concern.js'
import { concernsModule } from './module.js'
import { concernOf } from './queries/concern-of.js'
import { exampleReport } from './report.examples.js'
import type { ConcernTables } from './schema.js'

describe('a kind of risk that a procedure always follows', () => {
  let t: TestDb
  let school: FullSchool
  let routes: SignedInRoutes
  let dsl: Actor
  before(async () => {
    t = await openTestDb()
    routes = await signedInRoutes(t.db, concernsModule)
  })
  after(async () => {
    await routes.close()
    await t.close()
  })
  beforeEach(async () => {
    t.clock.at('2026-11-24T10:00:00Z')
    school = await fullSchool(t.db)
    dsl = await school.as('dsl')
  })

  const good = (got: Got, status = 200): Got => {
    assert.equal(got.status, status, got.html.slice(0, 300))
    checkPage(got.html)
    return got
  }
  const report = (over: Partial<Report> = {}) => reportConcern(t.db, publicIn(school.id), exampleReport(over))
  const row = (id: string) => reading(t.db, workerIn(school.id), (tx) => concernOf(tx, id))
  const pupil = (given: string, classCode = 'Oak') =>
    school.add({ kind: 'pupil', given, family: 'Fern', classCode }) as Promise<PersonId>
  const about = (person: PersonId, role = 'harmed') => [{ person, described: null, role }]
  const decide = { kind: 'conduct/online-bullying', urgency: 'ordinary' }
  const act = (as: Actor, id: string, name: string, fields: Record<string, string>) =>
    routes.post(as, `/concerns/${id}/${name}`, fields, `/concerns/${id}`)

  test('a nude picture cannot become a case that says nothing of not looking at it', async () => {
    const { concern } = await report()
    const image = { ...decide, kind: 'conduct/nudes-semi-nudes', decision: 'take-up' }
    const page = good(await routes.get(dsl, `/concerns/${concern}`)).html
    assert.match(page, /<option value="usual" selected/, 'what the policy names is chosen before anything is')
    const none = good(await act(dsl, concern, 'triage', { ...image, procedure: 'none' }), 400)
    assert.match(none.html, /our policy begins with “A nude image of a child has been made or shared”/)
    assert.equal((await row(concern)).case_id, null)
    const taken = await act(dsl, concern, 'triage', { ...image, procedure: 'usual' })
    assert.match(taken.location ?? '', /^\/cases\//)
    const began = await reading(t.db, workerIn(school.id), (tx) =>
      sql<{
        procedure: string
      }>`SELECT procedure FROM case_file WHERE id = ${taken.location?.split('/').at(-1)}`.execute(
        tables<ConcernTables>(tx),
      ),
    )
    assert.deepEqual(began.rows, [{ procedure: 'shared-image' }])
  })

  test('a nude picture is settled by no advice and no word that it was dealt with, only as something else or nothing', async () => {
    const ash = await pupil('Ash')
    const other = await report({ people: about(ash) })
    const { concern } = await report({ people: about(ash) })
    const image = { ...decide, kind: 'conduct/nudes-semi-nudes' }
    const close = { ...image, decision: 'close', closeWords: 'It was a drawing of a cat.' }
    const settling = [
      { ...image, decision: 'advise', advice: 'Talked to both.' },
      { ...close, reason: 'finished' },
      { ...close, reason: 'advised' },
      { ...image, decision: 'link', other: other.concern, linkWhy: 'The same evening.' },
    ]
    for (const tried of settling) {
      const refused = good(await act(dsl, concern, 'triage', tried), 400).html
      assert.match(refused, /our policy always follows “A nude image of a child has been made or shared”/)
      assert.match(refused, /Talked to both|a drawing of a cat|The same evening/, 'what was typed is kept')
      assert.equal((await row(concern)).triaged_at, null, 'nothing is decided')
    }
    assert.equal((await act(dsl, concern, 'triage', { ...close, reason: 'unfounded' })).status, 303)
  })

  test('a nude picture joins a case that follows its procedure, or begins it there; never one that follows another', async () => {
    const ash = await pupil('Ash')
    const image = { ...decide, kind: 'conduct/nudes-semi-nudes' }
    const openedAs = async (kind: object, procedure: string): Promise<string> => {
      const { concern } = await report({ people: about(ash) })
      const taken = await act(dsl, concern, 'triage', { ...decide, ...kind, decision: 'take-up', procedure })
      assert.equal(taken.status, 303, taken.html.match(/error-summary[^]{0,600}/)?.[0])
      return concern
    }
    const procedureOf = async (concern: string) => {
      const { case_id } = await row(concern)
      const found = await reading(t.db, workerIn(school.id), (tx) =>
        sql<{ procedure: string | null }>`SELECT procedure FROM case_file WHERE id = ${case_id}`.execute(
          tables<ConcernTables>(tx),
        ),
      )
      return found.rows[0]?.procedure
    }
    const join = async (into: string) => {
      const { concern } = await report({ people: about(ash) })
      return { concern, tried: await act(dsl, concern, 'triage', { ...image, decision: 'join-case', case: into }) }
    }
    const without = await openedAs({ kind: 'conduct/hacking' }, 'none')
    assert.equal(await procedureOf(without), null)
    assert.equal((await join(without)).tried.status, 303)
    assert.equal(await procedureOf(without), 'shared-image')
    assert.equal((await join(without)).tried.status, 303, 'one that follows it')
    const another = await openedAs({}, 'usual')
    const { concern, tried } = await join(another)
    assert.match(good(tried, 400).html, /always follows “A nude image[^]* that case follows “[^]*case of its own/)
    assert.equal((await row(concern)).case_id, null)
    assert.equal(await procedureOf(another), 'cyberbullying')
  })
})
