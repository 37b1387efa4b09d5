import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { reading } from '../../kernel/db/in-school.js'
import { tables } from '../../kernel/db/tx.js'
import { Refusal } from '../../kernel/refusal.js'
import { accessSchool, signIn, webActor } from './access.examples.js'
import type { AccessSchool } from './access.examples.js'
import { startSessionAs } from './index.js'
import { tidyAccess } from './jobs/tidy-access.js'
import { accessLogMechanism } from './mechanisms/access-log.js'
import { passwordRulesMechanism } from './mechanisms/password-rules.js'
import { sessionSafetyMechanism } from './mechanisms/session-safety.js'
import type { AccessTables } from './schema.js'

describe('what the database shows to whom', () => {
  let school: AccessSchool
  before(async () => {
    school = await accessSchool()
  })
  after(() => school.close())

  test('no hash, seed, code or token can be read on any page, whatever powers the reader has', async () => {
    await signIn(school, school.teacher)
    const powers = ['access.accounts', 'people.import']
    const everything = webActor(school, school.head, ['any-staff', 'headteacher'], powers)
    const secrets = [
      'account_password',
      'old_password',
      'totp_seed',
      'passkey',
      'recovery_code',
      'first_sign_in_code',
      'session_token',
      'sign_in_attempt',
      'passkey_challenge',
    ] as const
    for (const table of secrets) {
      const seen = await reading(school.deps.db, everything, (tx) =>
        tables<AccessTables>(tx).selectFrom(table).select('school_id').execute(),
      )
      assert.equal(seen.length, 0, table)
    }
    const there = await school.atDoor((tx) =>
      tables<AccessTables>(tx).selectFrom('account_password').select('hash').execute(),
    )
    assert.equal(there.length, 3, 'there was something to see')
  })

  test('a colleague sees neither accounts nor sessions but their own', async () => {
    const colleague = webActor(school, school.teacher, ['any-staff'], [])
    const seen = await reading(school.deps.db, colleague, async (tx) => ({
      accounts: await tables<AccessTables>(tx).selectFrom('account').select('person_id').execute(),
      sessions: await tables<AccessTables>(tx).selectFrom('session').select('person_id').execute(),
    }))
    assert.deepEqual(
      new Set([...seen.accounts, ...seen.sessions].map(({ person_id }) => person_id)),
      new Set([school.teacher.id]),
    )
  })

  test('only the example school lets anybody look around as somebody', async () => {
    await assert.rejects(
      school.atDoor((tx) => startSessionAs(tx, school.head.id)),
      Refusal,
    )
  })
})

describe('the promises on signing in', () => {
  let school: AccessSchool
  before(async () => {
    school = await accessSchool()
  })
  after(() => school.close())

  const now = Temporal.Instant.from('2026-11-24T10:00:00Z')

  test('an account of a post that needs a second step is due for a fortnight, then broken', async () => {
    const check = (asOf: Temporal.Instant) => school.asWorker((tx) => passwordRulesMechanism.check(tx, {}, asOf))
    const due = await check(now)
    assert.equal(due.verdict, 'due')
    assert.equal(due.findings.length, 1)
    assert.equal(due.findings[0]?.post, 'dsl')
    assert.equal(due.findings[0]?.rows[0]?.table, 'account')
    assert.equal(due.findings[0]?.due?.toString(), '2026-12-08T10:00:00Z')
    assert.doesNotMatch(JSON.stringify(due), /Amira|Thorpe/)
    assert.equal((await check(now.add({ hours: 15 * 24 }))).verdict, 'broken')
    assert.equal((await check(now.subtract({ hours: 24 }))).verdict, 'kept', 'the account was not there yet')
  })

  test('a session that outlives its time, because nobody ended it, breaks the promise until the round comes', async () => {
    await signIn(school, school.teacher)
    const check = (asOf: Temporal.Instant) => school.asWorker((tx) => sessionSafetyMechanism.check(tx, {}, asOf))
    assert.equal((await check(now)).verdict, 'kept')
    school.test.clock.at('2026-11-24T13:00:00Z')
    const later = now.add({ hours: 3 })
    assert.equal((await check(later)).verdict, 'broken')
    await tidyAccess(school.deps, school.schoolId)
    assert.equal((await check(later)).verdict, 'kept')
    school.test.clock.at('2026-11-24T10:00:00Z')
  })

  test('a sign-in that the journal does not know is found', async () => {
    const check = () => school.asWorker((tx) => accessLogMechanism.check(tx, {}, now))
    assert.equal((await check()).verdict, 'kept')
    const planted = {
      school_id: school.schoolId,
      id: '01980000-0000-7000-8000-00000000000f',
      account_id: null,
      person_id: school.teacher.id,
    }
    const rest = {
      kind: 'example',
      device: 'x',
      shared: false,
      started_at: now,
      whole_at: now,
      seen_at: now,
      proved_at: null,
      ended_at: now,
    } as const
    await school.atDoor((tx) =>
      tables<AccessTables>(tx)
        .insertInto('session')
        .values({ ...planted, ...rest })
        .execute(),
    )
    const found = await check()
    assert.equal(found.verdict, 'broken')
    assert.equal(found.findings[0]?.rows[0]?.id, planted.id)
  })
})
