import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import pg from 'pg'
import { Temporal } from 'temporal-polyfill'
import { openTestDb, testKeys } from '../../../../test/database.js'
import type { TestDb } from '../../../../test/database.js'
import { fullSchool } from '../../../../test/full-school.js'
import type { FullSchool } from '../../../../test/full-school.js'
import { signedInRoutes } from '../../../../test/signed-in-routes.js'
import type { SignedInRoutes } from '../../../../test/signed-in-routes.js'
import { workerIn } from '../../../kernel/actor.js'
import type { Actor } from '../../../kernel/actor.js'
import { inSchool, reading } from '../../../kernel/db/in-school.js'
import { tables } from '../../../kernel/db/tx.js'
import type { PersonId, PostId } from '../../../kernel/ids.js'
import { openTask } from '../commands/open-task.js'
import { worklistMechanism } from '../mechanisms/worklist.js'
import { communicationsModule } from '../module.js'
import { outbox } from '../queries/outbox.js'
import type { CommunicationsTables } from '../schema.js'
import { writeWeeklyMails } from './weekly-mail.js'

describe('reminders', () => {
  let t: TestDb
  let school: FullSchool
  let routes: SignedInRoutes
  let dsl: Actor
  let head: Actor
  before(async () => {
    t = await openTestDb()
    school = await fullSchool(t.db)
    routes = await signedInRoutes(t.db, communicationsModule)
    dsl = await school.as('dsl')
    head = await school.as('headteacher')
    await inSchool(t.db, workerIn(school.id), async (tx) => {
      await owe(tx, 'one', 'dsl', { due: '2026-11-23T15:20:00Z' })
      await owe(tx, 'two', 'dsl', { due: '2026-11-26T15:20:00Z' })
      await owe(tx, 'barred', 'dsl', { due: '2026-11-25T15:20:00Z', never: [school.holder('dsl')] })
    })
  })
  after(async () => {
    await routes.close()
    await t.close()
  })

  const owe = (
    tx: Parameters<typeof openTask>[0],
    key: string,
    post: string,
    { due, never = [] }: { readonly due: string; readonly never?: readonly PersonId[] },
  ): Promise<void> =>
    openTask(tx, {
      key,
      kind: 'answer-bother',
      post: post as PostId,
      person: null,
      about: { table: 'concern', id: '019a0000-0000-7000-8000-000000000009' },
      label: `C-${key}`,
      url: '/concerns/a',
      due: Temporal.Instant.from(due),
      sight: { posts: [post as PostId], persons: [], never },
    })

  const writeWeek = () =>
    writeWeeklyMails({ db: t.db, keys: testKeys, publicUrl: 'http://h', smtpUrl: null }, school.id)

  const addressIn = (html: string): string => /hedgerow-address">http:\/\/localhost([^<]+)</.exec(html)?.[1] ?? ''
  const makeAddress = async (as: Actor): Promise<string> =>
    addressIn((await routes.post(as, '/account/reminders/calendar', {}, '/account/reminders')).html)

  test('an address shows its person’s own deadlines, and none of what they are barred from', async () => {
    const address = await makeAddress(dsl)
    const { status, html } = await routes.get(head, address)
    assert.equal(status, 200)
    assert.equal(html.match(/BEGIN:VEVENT/g)?.length, 2)
    assert.match(html, /SUMMARY:Answer a child\r\n/)
    assert.doesNotMatch(html, /C-one|20261125/, 'no reference, nothing barred')
    const others = await routes.get(dsl, await makeAddress(head))
    assert.doesNotMatch(others.html, /BEGIN:VEVENT/)
  })

  test('a new address shuts the old one, and a closed one opens nothing', async () => {
    const old = await makeAddress(dsl)
    const fresh = await makeAddress(dsl)
    assert.equal((await routes.get(dsl, old)).status, 404)
    assert.equal((await routes.get(dsl, fresh)).status, 200)
    await routes.post(dsl, '/account/reminders/calendar/close', {}, '/account/reminders')
    assert.equal((await routes.get(dsl, fresh)).status, 404)
  })

  test('the database holds no address, and an address of one school opens nothing in another', async () => {
    const address = await makeAddress(dsl)
    const secret = address.split('/')[3] ?? ''
    assert.equal(secret.length, 43)
    const rows = await reading(t.db, workerIn(school.id), (tx) =>
      tables<CommunicationsTables>(tx).selectFrom('reminder').selectAll().execute(),
    )
    assert.doesNotMatch(JSON.stringify(rows), new RegExp(secret))
    const elsewhere = await fullSchool(t.db)
    assert.equal((await routes.get(dsl, address.replace(school.id, elsewhere.id))).status, 404)
    const mine = await reading(t.db, head, (tx) =>
      tables<CommunicationsTables>(tx).selectFrom('reminder').select('person_id').execute(),
    )
    assert.ok(!mine.some(({ person_id }) => person_id === school.holder('dsl')), 'a head does not see a DSL’s choices')
  })

  test('the mail of the week counts what its reader may see, once a week, and not for who wants none', async () => {
    await setEmail(t, school.holder('dsl'), 'dsl@school.example')
    t.clock.at('2026-11-23T07:30:00Z')
    await writeWeek()
    await writeWeek()
    const mails = await reading(t.db, workerIn(school.id), (tx) =>
      tables<CommunicationsTables>(tx)
        .selectFrom('message')
        .select(['address', 'kind', 'waiting', 'late', 'url'])
        .execute(),
    )
    assert.deepEqual(mails, [{ address: 'dsl@school.example', kind: 'week', waiting: 2, late: 0, url: '/today' }])
    assert.equal((await reading(t.db, workerIn(school.id), outbox)).length, 1)
    await routes.post(dsl, '/account/reminders/weekly-mail', { mail: 'off' }, '/account/reminders')
    t.clock.at('2026-11-30T07:30:00Z')
    assert.equal(await writeWeek(), 0)
  })

  test('the worklist is kept until a task lies two days past its time, and then names the post that owes it', async () => {
    const state = (at: string) =>
      reading(t.db, workerIn(school.id), (tx) => worklistMechanism.check(tx, {}, Temporal.Instant.from(at)))
    assert.equal((await state('2026-11-24T10:00:00Z')).verdict, 'kept')
    const late = await state('2026-11-26T10:00:00Z')
    assert.equal(late.verdict, 'broken')
    assert.deepEqual(
      late.findings.map(({ post, rows }) => [post, rows.length]),
      [['dsl', 1]],
    )
  })
})

async function setEmail({ ownerUrl }: TestDb, person: PersonId, email: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query('UPDATE person SET email = $2 WHERE id = $1', [person, email])
  await owner.end()
}
