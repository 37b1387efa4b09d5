import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { tables } from '../../kernel/db/tx.js'
import { accessSchool, GOOD, signIn, visitor } from './access.examples.js'
import type { AccessSchool } from './access.examples.js'
import type { AccessTables } from './schema.js'

/** Signing in by name and password, and what guessing brings. */
describe('signing in', () => {
  let school: AccessSchool
  before(async () => {
    school = await accessSchool()
  })
  after(() => school.close())

  test('the right password opens the page that was asked for first, and nothing else could', async () => {
    const who = visitor(school)
    const asked = await who.get('/triage?x=1')
    assert.equal(asked.location, '/sign-in?next=%2Ftriage%3Fx%3D1')
    await who.get(`/sign-in/${school.slug}?next=/today`)
    const answer = await who.post(`/sign-in/${school.slug}`, { username: ' CARA ', password: GOOD, next: '/today' })
    assert.equal(answer.location, '/today')
    assert.equal((await who.get('/today')).body, `in: ${school.teacher.id}`)
  })

  test('nobody is sent on to another website', async () => {
    for (const next of ['//evil.example', '/\\evil.example', 'https://evil.example', '/ok\r\nx: y']) {
      const who = visitor(school)
      await who.get(`/sign-in/${school.slug}`)
      const answer = await who.post(`/sign-in/${school.slug}`, { username: 'cara', password: GOOD, next })
      assert.equal(answer.location, '/today', next)
    }
  })

  test('a wrong password and an unknown name get the same page, with the name kept and the password not', async () => {
    const wrong = await signIn(school, school.teacher, 'not it at all', visitor(school, '192.0.2.9'))
    const unknown = await signIn(
      school,
      { ...school.teacher, username: 'nobody' },
      'secret thing',
      visitor(school, '192.0.2.9'),
    )
    const plain = (body: string) => body.replaceAll(/value="[^"]*"/g, '')
    assert.equal(wrong.answer.status, 400)
    assert.equal(plain(wrong.answer.body), plain(unknown.answer.body))
    assert.match(unknown.answer.body, /value="nobody"/)
    assert.doesNotMatch(unknown.answer.body, /secret thing/)
  })

  test('a slip’s code in the wrong box is told where it goes, whether there is such an account or not', async () => {
    const wherever = visitor(school, '192.0.2.10')
    for (const username of [school.teacher.username, 'nobody']) {
      const { answer } = await signIn(school, { ...school.teacher, username }, 'N56Q-Q5EX-1GRY', wherever)
      assert.equal(answer.status, 400)
      assert.match(answer.body, /That looks like the code of a slip\. Choose “I have a slip with a code”/)
      assert.doesNotMatch(answer.body, /N56Q/)
    }
  })

  test('the database keeps the token of a session only as its hash', async () => {
    const { who } = await signIn(school, school.teacher)
    const token = who.cookies.get('__Host-hedgerow')?.split('.')[1] ?? ''
    assert.equal(token.length, 43)
    const found = await school.atDoor((tx) =>
      sql<{
        n: number
      }>`SELECT count(*)::int AS n FROM session_token, session WHERE session_token::text || session::text LIKE ${`%${token}%`}`.execute(
        tables<AccessTables>(tx),
      ),
    )
    assert.equal(found.rows[0]?.n, 0)
    const hashes = await school.atDoor((tx) =>
      tables<AccessTables>(tx).selectFrom('session_token').select('hash').execute(),
    )
    assert.ok(hashes.every(({ hash }) => hash.length === 32))
  })

  test('a session of one school is worthless in another', async () => {
    const other = await accessSchool(school.test)
    const { who } = await signIn(school, school.teacher)
    const token = who.cookies.get('__Host-hedgerow')?.split('.')[1] ?? ''
    who.cookies.set('__Host-hedgerow', `${other.schoolId}.${token}`)
    assert.equal((await who.get('/today')).location, '/sign-in?next=%2Ftoday')
    await other.app.close()
  })

  test('a post or power that is taken away is gone at the next click, and one that is given opens its pages', async () => {
    const { who } = await signIn(school, school.teacher)
    assert.equal((await who.get('/people/accounts')).status, 403)
    const holding = await school.asWorker((tx) =>
      sql`INSERT INTO post_holding (school_id, id, post, person_id, kind, started, recorded_at) VALUES (${school.schoolId}, gen_random_uuid(), 'headteacher', ${school.teacher.id}, 'holder', '2026-09-01', now())`.execute(
        tables<AccessTables>(tx),
      ),
    )
    assert.equal(Number(holding.numAffectedRows), 1)
    assert.equal((await who.get('/people/accounts')).status, 200)
    await school.asWorker((tx) =>
      sql`UPDATE post_holding SET ended = '2026-11-23' WHERE person_id = ${school.teacher.id}`.execute(
        tables<AccessTables>(tx),
      ),
    )
    assert.equal((await who.get('/people/accounts')).status, 403)
  })

  test('a route that forgot to say who may use it opens to nobody', async () => {
    const { who } = await signIn(school, school.teacher)
    assert.equal((await who.get('/forgotten')).status, 500)
    assert.equal((await visitor(school).get('/forgotten')).status, 500)
  })

  test('a form whose sender was signed out meanwhile comes back with everything typed', async () => {
    const { who } = await signIn(school, school.lead)
    who.cookies.delete('__Host-hedgerow')
    const answer = await who.post('/triage', { account: 'He said “stop”', password: 'never shown' })
    assert.equal(answer.status, 401)
    assert.match(answer.body, /You were signed out/)
    assert.match(answer.body, /name="account" value="He said “stop”"/)
    assert.doesNotMatch(answer.body, /never shown/)
  })

  test('signing out ends the session itself, not only the cookie', async () => {
    const { who } = await signIn(school, school.teacher)
    const cookie = who.cookies.get('__Host-hedgerow') ?? ''
    await who.get('/account')
    assert.equal((await who.post('/sign-out')).location, '/sign-in')
    who.cookies.set('__Host-hedgerow', cookie)
    assert.equal((await who.get('/today')).status, 303)
  })
})

describe('wrong tries slow down, and never lock', () => {
  let school: AccessSchool
  before(async () => {
    school = await accessSchool()
  })
  after(() => school.close())

  test('after three wrong tries the right password waits too, and is taken once the wait is over', async () => {
    for (let tried = 0; tried < 3; tried++)
      assert.equal((await signIn(school, school.teacher, 'wrong')).answer.status, 400)
    const waiting = await signIn(school, school.teacher)
    assert.equal(waiting.answer.status, 429)
    assert.match(waiting.answer.body, /Wait 30 seconds/)
    school.test.clock.at('2026-11-24T10:00:31Z')
    assert.equal((await signIn(school, school.teacher)).answer.status, 303)
  })

  test('twenty wrong tries at once are not all looked at', async () => {
    const earlier = await lookedAt(school)
    const tries = await Promise.all(Array.from({ length: 20 }, () => signIn(school, school.head, 'wrong')))
    assert.ok(tries.some(({ answer }) => answer.status === 429))
    assert.equal((await lookedAt(school)) - earlier, 3)
  })

  test('the browser that has signed in before does not wait for strangers', async () => {
    const own = visitor(school)
    await signIn(school, school.teacher, GOOD, own)
    for (let tried = 0; tried < 4; tried++) await signIn(school, school.teacher, 'wrong', visitor(school))
    assert.equal((await signIn(school, school.teacher, GOOD, visitor(school))).answer.status, 429)
    own.cookies.delete('__Host-hedgerow')
    assert.equal((await signIn(school, school.teacher, GOOD, own)).answer.status, 303)
  })

  test('a stranger who guesses through the school’s own web server keeps nobody else out', async () => {
    school.test.clock.at('2026-11-24T12:00:00Z')
    const through = (): ReturnType<typeof visitor> => visitor(school, '127.0.0.1')
    for (let tried = 0; tried < 35; tried++)
      await signIn(school, { ...school.teacher, username: `nobody-${tried}` }, 'wrong', through())
    assert.equal((await signIn(school, school.head, GOOD, through())).answer.status, 303)
  })

  test('the first try that has to wait brings those who keep the accounts', async () => {
    const told = await school.asWorker((tx) =>
      sql<{ person_id: string }>`SELECT person_id FROM notification WHERE kind = 'sign-in-guessing'`.execute(
        tables<AccessTables>(tx),
      ),
    )
    assert.ok(told.rows.length >= 1)
    assert.ok(told.rows.every(({ person_id }) => person_id === school.head.id))
  })
})

/** How many wrong tries the journal knows: those that were looked at. */
async function lookedAt({ asWorker }: AccessSchool): Promise<number> {
  const { rows } = await asWorker((tx) =>
    sql<{ n: number }>`SELECT count(*)::int AS n FROM journal_entry WHERE act = 'sign-in.failed'`.execute(
      tables<AccessTables>(tx),
    ),
  )
  return rows[0]?.n ?? 0
}
