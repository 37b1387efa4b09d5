import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestDb, testKeys } from '../../../../test/database.js'
import type { TestDb } from '../../../../test/database.js'
import { fullSchool } from '../../../../test/full-school.js'
import { settingUp, workerIn } from '../../../kernel/actor.js'
import { inSchool, reading } from '../../../kernel/db/in-school.js'
import { tables } from '../../../kernel/db/tx.js'
import { createAccount } from './create-account.js'
import { rescueAccount } from './rescue-account.js'
import { signInWithFirstCode } from './sign-in-with-first-code.js'

let t: TestDb
before(async () => void (t = await openTestDb()))
after(() => t.close())

const caller = { address: '127.0.0.1', device: 'a test', mark: undefined }

test('the last keeper of accounts, locked out, is let in again from the machine, and the journal has it', async () => {
  const school = await fullSchool(t.db)
  const account = { person: school.holder('headteacher'), username: 'head' }
  const old = await inSchool(t.db, settingUp(school.id), (tx) => createAccount(tx, testKeys, account))
  const both = { db: t.db, keys: testKeys }
  await assert.rejects(
    rescueAccount(both, school.id, { username: 'nobody', secondFactor: false }),
    /Nobody of the school/,
  )
  const code = await rescueAccount(both, school.id, { username: 'head', secondFactor: true })
  const open = (typed: string) =>
    signInWithFirstCode(both, school.id, { login: 'head', code: typed, shared: false, caller })
  await assert.rejects(open(old), /do not open an account/)
  assert.ok((await open(code)).grant)
  const acts = await reading(t.db, workerIn(school.id), (tx) =>
    tables<{ journal_entry: { act: string } }>(tx).selectFrom('journal_entry').select('act').execute(),
  )
  const named = acts.map(({ act }) => act)
  assert.ok(named.includes('first-code.issued') && named.includes('second-factor.reset'), named.join(' '))
})
