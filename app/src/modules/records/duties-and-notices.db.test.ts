import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { checkPage } from '../../../test/render-checks.js'
import type { ClauseState } from '../../engine/clauses/clause-state.js'
import { clausesOf } from '../../engine/packs/lookup.js'
import { workerIn } from '../../kernel/actor.js'
import { reading } from '../../kernel/db/in-school.js'
import { tables } from '../../kernel/db/tx.js'
import type { JournalTables } from '../../kernel/journal/entry.js'
import { modules } from '../../modules.js'
import { myTasks } from '../communications/index.js'
import { mechanismsOf } from '../policy/index.js'
import { callWhatIsDue } from './index.js'
import { recordsSchool } from './records.examples.js'
import type { RecordsSchool } from './records.examples.js'

describe('duties and notices', () => {
  let around: RecordsSchool
  let t: RecordsSchool['t']
  let school: RecordsSchool['school']
  let routes: RecordsSchool['routes']
  let check: RecordsSchool['check']
  let deps: RecordsSchool['deps']
  before(async () => {
    around = await recordsSchool()
    ;({ t, school, routes, check, deps } = around)
  })
  after(() => around.close())

  test('what a post must vouch for becomes its task, is answered, holds for a year, and then lapses', async () => {
    await callWhatIsDue(deps, school.id)
    await callWhatIsDue(deps, school.id)
    const dsl = await school.as('dsl')
    const mine = () =>
      reading(t.db, dsl, async (tx) => (await myTasks(tx)).filter(({ url }) => url.startsWith('/duties/attestation')))
    const [task, ...more] = await mine()
    assert.ok(task, 'the DSL has a task')
    assert.equal(new Set([task, ...more].map(({ url }) => url)).size, more.length + 1, 'two rounds ask once')
    assert.equal((await checkAt(task.url)).verdict, 'due')
    checkPage((await routes.get(dsl, '/duties')).html)
    checkPage((await routes.get(dsl, task.url)).html)
    const bare = await routes.post(dsl, task.url, { outcome: 'done', words: '' })
    assert.equal(bare.status, 400)
    checkPage(bare.html)
    assert.equal(
      (await routes.post(dsl, task.url, { outcome: 'done', words: 'Looked at it with the deputy.' })).status,
      303,
    )
    assert.ok(!(await mine()).some(({ url }) => url === task.url), 'the task is closed')
    assert.equal((await checkAt(task.url)).verdict, 'attested')
    assert.equal((await checkAt(task.url, '2027-11-26T10:00:00Z')).verdict, 'broken')
    const page = await routes.get(dsl, task.url)
    checkPage(page.html)
    assert.match(page.html, /Looked at it with the deputy\./)
    assert.equal((await routes.get(await school.as('class-teacher'), task.url)).status, 404, 'others do not read it')
  })

  /** How the clause behind a duty's address stands. */
  const checkAt = (url: string, asOf = t.clock.now().toString()): Promise<ClauseState> =>
    reading(t.db, workerIn(school.id), async (tx) => {
      const clause = clausesOf(school.pack.pack).find(({ id }) => url.endsWith(`/${id}`))
      const params = clause?.keptBy.find(({ mechanism }) => mechanism === 'attestation')?.with ?? {}
      const mechanism = mechanismsOf(modules).get('attestation')
      if (!mechanism || !clause) throw new Error(`No clause at ${url}`)
      return mechanism.check(tx, params, Temporal.Instant.from(asOf), clause)
    })

  test('each sees only what the policy asks of their own posts, says so, and the promise counts who has not', async () => {
    const dsl = await school.as('dsl')
    const page = await routes.get(dsl, '/notices/responsibilities')
    checkPage(page.html)
    assert.match(page.html, /Designated safeguarding lead/)
    assert.doesNotMatch(page.html, /<h2[^>]*>Network manager/)
    assert.equal((await check('responsibilities', {})).verdict, 'due')
    assert.equal((await routes.post(dsl, '/notices/responsibilities', {})).status, 303)
    assert.match(
      (await routes.get(dsl, '/notices/responsibilities')).html,
      /You said on 24 Nov 2026 that you have read this/,
    )
    const late = await check('responsibilities', {}, Temporal.Instant.from('2026-12-20T10:00:00Z'))
    assert.equal(late.verdict, 'broken')
    const sentences = late.findings.map(({ sentence }) => sentence).join('\n')
    assert.match(sentences, /Network manager: 1 has not acknowledged “[^”]+”/)
    assert.doesNotMatch(sentences, /Designated safeguarding lead \(DSL\):/)
    checkPage((await routes.get(dsl, '/notices')).html)
    checkPage((await routes.get(dsl, '/notices/responsibilities/readers')).html)
    const again = await check('responsibilities', {}, Temporal.Instant.from('2027-12-20T10:00:00Z'))
    assert.match(
      again.findings.map(({ sentence }) => sentence).join('\n'),
      /Designated safeguarding lead \(DSL\): 1 has not/,
    )
  })

  test('a meeting shows a notice to people, and only their own signature is their word', async () => {
    const dsl = await school.as('dsl')
    const url = '/notices/staff-conduct/readers?audience=any-staff'
    const teacher = school.holder('class-teacher')
    const word = async (how: string) => {
      await routes.post(dsl, '/notices/staff-conduct/shown', { audience: 'any-staff', person: teacher, how }, url)
      return (await routes.get(dsl, url)).html.includes(`value="${teacher}"`)
    }
    assert.equal(await word('meeting'), true, 'still to go after a meeting')
    assert.equal(await word('paper'), false, 'done after signing on paper')
  })

  test('who takes the list of readers away is in the journal', async () => {
    const dsl = await school.as('dsl')
    assert.match((await routes.get(dsl, '/notices/staff-conduct/readers.csv')).html, /Name/)
    const written = await reading(t.db, dsl, (tx) =>
      tables<JournalTables>(tx).selectFrom('journal_entry').selectAll().where('act', '=', 'readers.exported').execute(),
    )
    assert.deepEqual(
      written.map(({ person_id, details }) => [person_id, details['notice']]),
      [[dsl.personId, 'staff-conduct']],
    )
  })
})
