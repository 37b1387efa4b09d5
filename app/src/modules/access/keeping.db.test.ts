import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { inSchool } from '../../kernel/db/in-school.js'
import { tables } from '../../kernel/db/tx.js'
import { announce } from '../../kernel/events.js'
import type { PostId } from '../../kernel/ids.js'
import { appoint, personEnded } from '../people/index.js'
import { accessSchool, GOOD, signIn, visitor, webActor } from './access.examples.js'
import type { AccessSchool, Visitor } from './access.examples.js'
import { tidyAccess } from './jobs/tidy-access.js'
import type { AccessTables } from './schema.js'

const codeIn = (page: string): string => /<strong>([0-9A-Z]{4}(?:-[0-9A-Z]{4}){2})<\/strong>/.exec(page)?.[1] ?? ''

/** The head, at the page of somebody's account. */
async function keeperAt(school: AccessSchool, username: string): Promise<{ who: Visitor; url: string }> {
  const { who } = await signIn(school, school.head)
  const list = await who.get('/people/accounts')
  const line = list.body.split('<li class="hedgerow-records__record">').find((one) => one.includes(username)) ?? ''
  const url = /href="(\/people\/accounts\/[^"]+)"/.exec(line)?.[1] ?? ''
  await who.get(url)
  return { who, url }
}

describe('keeping the accounts', () => {
  let school: AccessSchool
  before(async () => {
    school = await accessSchool()
  })
  after(() => school.close())

  test('a new slip ends the old password and every session, and opens only the page for a new password', async () => {
    const { who: teacher } = await signIn(school, school.teacher)
    const { who, url } = await keeperAt(school, 'cara')
    const slip = await who.post(`${url}/first-code`)
    const code = codeIn(slip.body)
    assert.match(slip.body, /until Tuesday 8 December 2026/)
    assert.equal((await teacher.get('/today')).status, 303)
    assert.equal((await signIn(school, school.teacher)).answer.status, 400)
    const next = visitor(school)
    await next.get(`/sign-in/${school.slug}/first`)
    const opened = await next.post(`/sign-in/${school.slug}/first`, { username: 'cara', code })
    assert.equal(opened.status, 303)
    assert.equal((await next.get('/today')).location, '/account/password?next=%2Ftoday')
    assert.equal((await next.get('/account')).location, '/account/password?next=%2Faccount')
    await next.get('/account/password')
    const advice = await next.post('/account/password/advice', { password: 'Thorpe2026!' })
    assert.match(advice.body, /Too short/)
    for (const [password, why] of [
      ['short', /Too short: it has 5 of at least 12 characters/],
      ['CaraThorpe2026!', /it contains your own name/],
      [GOOD, /You have used this password before/],
    ] as const) {
      const refused = await next.post('/account/password', { 'new-password': password })
      assert.equal(refused.status, 400)
      assert.match(refused.body, why)
      assert.doesNotMatch(refused.body, new RegExp(`value="${password}"`))
    }
    assert.equal((await next.post('/account/password', { 'new-password': 'cactus velvet thimble orbit' })).status, 303)
    assert.match((await next.get('/today')).body, /^in: /)
    const old = visitor(school)
    await old.get(`/sign-in/${school.slug}/first`)
    const again = await old.post(`/sign-in/${school.slug}/first`, { username: 'cara', code })
    assert.equal(again.status, 400)
    assert.match(again.body, /A code works once and for a fortnight/)
  })

  test('of two who type one code at the same moment, one gets in', async () => {
    const { who, url } = await keeperAt(school, 'cara')
    const code = codeIn((await who.post(`${url}/first-code`)).body)
    const two = [visitor(school), visitor(school)]
    for (const one of two) await one.get(`/sign-in/${school.slug}/first`)
    const answers = await Promise.all(
      two.map((one) => one.post(`/sign-in/${school.slug}/first`, { username: 'cara', code })),
    )
    assert.deepEqual(
      answers.map(({ status }) => status).toSorted((a, b) => a - b),
      [303, 400],
    )
  })

  test('a mislaid slip is worth nothing after a fortnight', async () => {
    const { who, url } = await keeperAt(school, 'cara')
    const code = codeIn((await who.post(`${url}/first-code`)).body)
    school.test.clock.at('2026-12-08T10:00:00Z')
    const late = visitor(school)
    await late.get(`/sign-in/${school.slug}/first`)
    assert.equal((await late.post(`/sign-in/${school.slug}/first`, { username: 'cara', code })).status, 400)
    school.test.clock.at('2026-11-24T10:00:00Z')
  })

  test('nobody prints a slip or resets the second step for themselves', async () => {
    const { who, url } = await keeperAt(school, 'ben')
    assert.match((await who.get(url)).body, /This account is your own/)
    assert.equal((await who.post(`${url}/first-code`)).status, 403)
    assert.equal((await who.post(`${url}/reset-second-factor`)).status, 403)
  })

  test('after ten minutes the keeper shows again who they are, and comes back to the same page', async () => {
    const { who, url } = await keeperAt(school, 'cara')
    school.test.clock.at('2026-11-24T10:11:00Z')
    const sent = await who.get(url)
    assert.equal(sent.location, `/sign-in/again?next=${encodeURIComponent(url)}`)
    assert.match((await who.post(`${url}/first-code`)).body, /Show that it is you/)
    await who.get(sent.location ?? '')
    const wrong = await who.post('/sign-in/again', { password: 'wrong', next: url })
    assert.match(wrong.body, /That is not your password/)
    assert.equal((await who.post('/sign-in/again', { password: GOOD, next: url })).location, url)
    assert.equal((await who.get(url)).status, 200)
    school.test.clock.at('2026-11-24T10:00:00Z')
  })

  test('a person is searched for, chosen, and given an account; a child is not', async () => {
    const { who } = await signIn(school, school.head)
    assert.equal((await who.get('/people/accounts/new')).status, 200)
    const nothing = await who.post('/people/accounts/new', {})
    assert.match(nothing.body, /Search for the person, then choose them/)
    const found = await who.post('/people/accounts/new', {
      _search: 'person',
      'person-words': 'cara',
      username: 'cara.two',
    })
    assert.match(found.body, new RegExp(school.teacher.id))
    const has = await who.post('/people/accounts/new', { person: school.teacher.id, username: 'cara.two' })
    assert.equal(has.status, 400)
    assert.match(has.body, /That person has an account already/)
    assert.match(has.body, /value="cara.two"/)
  })

  test('everybody can be asked for a new password, and chooses it before anything else opens', async () => {
    const { who } = await signIn(school, school.head)
    await who.get('/people/accounts')
    assert.equal((await who.post('/people/accounts/ask-new-password')).location, '/people/accounts')
    assert.equal((await who.get('/people/accounts')).location, '/account/password?next=%2Fpeople%2Faccounts')
  })
})

describe('leaving', () => {
  let school: AccessSchool
  before(async () => {
    school = await accessSchool()
  })
  after(() => school.close())

  const leaves = (on: string) =>
    inSchool(
      school.deps.db,
      webActor(school, school.head, ['any-staff', 'headteacher'], ['people.import']),
      async (tx) => {
        await sql`UPDATE person SET ended = ${on}::date WHERE id = ${school.teacher.id}`.execute(
          tables<AccessTables>(tx),
        )
        await announce(tx, personEnded, { person: school.teacher.id })
      },
    )

  test('somebody whose last day lies ahead works until then, and not a minute longer', async () => {
    await leaves('2026-11-25')
    school.test.clock.at('2026-11-25T23:50:00Z')
    const { who, answer } = await signIn(school, school.teacher)
    assert.equal(answer.status, 303)
    assert.match((await who.get('/today')).body, /^in: /)
    school.test.clock.at('2026-11-26T00:00:00Z')
    assert.equal((await who.get('/today')).location, '/sign-in?next=%2Ftoday')
    assert.equal((await signIn(school, school.teacher)).answer.status, 400)
    await tidyAccess(school.deps, school.schoolId)
    const kept = await school.atDoor((tx) =>
      tables<AccessTables>(tx)
        .selectFrom('account')
        .leftJoin('account_password', 'account_password.account_id', 'account.id')
        .select(['ended_at', 'hash'])
        .where('person_id', '=', school.teacher.id)
        .executeTakeFirst(),
    )
    assert.ok(kept?.ended_at)
    assert.equal(kept.hash, null)
    school.test.clock.at('2026-11-24T10:00:00Z')
  })

  test('somebody whose last day is recorded as today is out at once', async () => {
    const other = await accessSchool(school.test)
    const { who } = await signIn(other, other.teacher)
    assert.match((await who.get('/today')).body, /^in: /)
    const office = webActor(other, other.head, ['any-staff', 'headteacher'], ['people.import'])
    await inSchool(other.deps.db, office, async (tx) => {
      await sql`UPDATE person SET ended = '2026-11-24' WHERE id = ${other.teacher.id}`.execute(tables<AccessTables>(tx))
      await announce(tx, personEnded, { person: other.teacher.id })
    })
    assert.equal((await who.get('/today')).status, 303)
    assert.equal((await signIn(other, other.teacher)).answer.status, 400)
    await other.app.close()
  })
})

describe('whoever keeps the accounts and lets themselves in to the concerns', () => {
  let school: AccessSchool
  before(async () => {
    school = await accessSchool()
  })
  after(() => school.close())

  const told = (person: string) =>
    school.asWorker(async (tx) => {
      const { rows } = await sql<{
        kind: string
      }>`SELECT kind FROM notification WHERE person_id = ${person} ORDER BY kind`.execute(tables<AccessTables>(tx))
      return rows.map(({ kind }) => kind)
    })

  test('cannot do it unnoticed: the others who read concerns hear of a new reader and of a new way to sign in', async () => {
    const head = webActor(school, school.head, ['any-staff', 'headteacher'], ['people.posts'])
    const given = { post: 'dsl' as PostId, person: school.teacher.id, kind: 'cover' } as const
    await inSchool(school.deps.db, head, (tx) => appoint(tx, given))
    assert.deepEqual([await told(school.lead.id), await told(school.teacher.id)], [['reader-appointed'], []])
    const { who, url } = await keeperAt(school, 'amira')
    await who.post(`${url}/first-code`)
    await who.post(`${url}/reset-second-factor`)
    assert.deepEqual(await told(school.lead.id), ['first-code-issued', 'reader-appointed', 'second-factor-reset'])
    assert.deepEqual(await told(school.teacher.id), ['reader-let-in', 'reader-let-in'])
    assert.deepEqual(await told(school.head.id), [], 'who did it need not be told')
  })
})
