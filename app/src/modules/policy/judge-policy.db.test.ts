import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { addTestSchool, openTestDb, testKeys } from '../../../test/database.js'
import type { TestDb } from '../../../test/database.js'
import type { Deps } from '../../engine/deps.js'
import { loadPack } from '../../engine/packs/load-pack.js'
import { clausesOf } from '../../engine/packs/lookup.js'
import { settingUp, workerIn } from '../../kernel/actor.js'
import { inSchool } from '../../kernel/db/in-school.js'
import { tables } from '../../kernel/db/tx.js'
import { newId } from '../../kernel/ids.js'
import type { ClauseId, PersonId, PostId, SchoolId } from '../../kernel/ids.js'
import { projectRoot } from '../../kernel/root.js'
import { modules } from '../../modules.js'
import { appoint, endAppointment } from '../people/index.js'
import { activatePack, judgePolicy, mechanismsOf, policyStates } from './index.js'
import type { PolicyStates } from './index.js'

interface OnePerson {
  readonly person: Record<string, unknown>
}

describe('is our policy kept?', () => {
  let t: TestDb
  let deps: Deps
  let school: SchoolId
  let holding: string
  /** A clause that speaks of the DSL's post alone. */
  let dslClause: ClauseId

  before(async () => {
    t = await openTestDb()
    deps = { db: t.db, keys: testKeys, modules, publicUrl: 'http://localhost', smtpUrl: null }
    school = await addTestSchool(t.db)
    const loaded = await loadPack(join(projectRoot(), 'packs'), 'uk-primary')
    if ('problems' in loaded) throw new Error(loaded.problems[0]?.sentence)
    dslClause =
      clausesOf(loaded.pack).find(
        ({ keptBy }) => keptBy.length === 1 && keptBy[0]?.mechanism === 'posts' && keptBy[0]?.with?.['post'] === 'dsl',
      )?.id ?? ('' as ClauseId)
    assert.notEqual(dslClause, '')
    holding = await inSchool(t.db, settingUp(school), async (tx) => {
      await activatePack(tx, loaded, Temporal.PlainDate.from('2026-09-01'))
      const person = newId<PersonId>()
      const row = {
        school_id: school,
        id: person,
        kind: 'staff',
        given: 'Test',
        family: 'Holder',
        started: '2020-09-01',
        search: 'holder test',
        recorded_at: tx.now,
      }
      await tables<OnePerson>(tx).insertInto('person').values(row).execute()
      return appoint(tx, { post: 'dsl' as PostId, person, kind: 'holder', from: Temporal.PlainDate.from('2026-09-01') })
    })
  })
  after(() => t.close())

  const at = (iso: string): Promise<PolicyStates | null> => policyStates(deps, school, Temporal.Instant.from(iso))

  test('a promise about the DSL is kept while somebody holds the post, and broken, naming who must act, when nobody does', async () => {
    t.clock.at('2026-11-24T10:00:00Z')
    await judgePolicy(deps, school)
    assert.equal((await at('2026-11-24T10:00:00Z'))?.states.get(dslClause)?.verdict, 'kept')
    t.clock.at('2026-11-26T10:00:00Z')
    await inSchool(t.db, workerIn(school), (tx) => endAppointment(tx, holding, Temporal.PlainDate.from('2026-11-25')))
    assert.ok(
      t.jobs.waiting.some(({ name }) => name === 'policy.touched'),
      'the change asks for a new look at once',
    )
    await judgePolicy(deps, school)
    const state = (await at('2026-11-26T10:00:00Z'))?.states.get(dslClause)
    assert.equal(state?.verdict, 'broken')
    assert.match(state?.findings[0]?.sentence ?? '', /Nobody holds the post of Designated safeguarding lead/)
    assert.equal(state?.findings[0]?.post, 'headteacher')
  })

  test('asked as of the day before, it gives the answer of that day', async () => {
    const dayBefore = await at('2026-11-25T10:00:00Z')
    assert.equal(dayBefore?.states.get(dslClause)?.verdict, 'kept')
    assert.equal(dayBefore?.known, 'as said then')
  })

  test('before anything was looked at, the records’ own dates answer', async () => {
    const early = await at('2026-10-01T10:00:00Z')
    assert.equal(early?.known, 'worked out')
    assert.equal(early?.states.get(dslClause)?.verdict, 'kept')
    assert.equal((await at('2026-08-01T10:00:00Z'))?.states.get(dslClause)?.verdict, 'broken')
  })

  test('a promise whose mechanism is not built says so and never counts as kept', async () => {
    const now = await at('2026-11-26T10:00:00Z')
    const built = mechanismsOf(modules)
    const unchecked = now
      ? clausesOf(now.pack).filter(({ keptBy }) => keptBy.some(({ mechanism }) => !built.has(mechanism)))
      : []
    assert.ok(unchecked.length > 20)
    for (const { id } of unchecked) assert.notEqual(now?.states.get(id)?.verdict, 'kept', id)
  })

  test('looking again when nothing has changed writes nothing', async () => {
    assert.equal(await judgePolicy(deps, school), 0)
  })

  test('no check fails to run on an empty school', async () => {
    const now = await at('2026-11-26T10:00:00Z')
    const failed = [...(now?.states ?? [])].filter(([, { findings }]) =>
      findings.some(({ sentence }) => sentence.includes('could not be run')),
    )
    assert.deepEqual(
      failed.map(([id, { findings }]) => [id, findings.map(({ sentence }) => sentence)]),
      [],
    )
  })
})
