import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { generateSync } from 'otplib'
import { testKeys } from '../../../test/database.js'
import type { Tx } from '../../kernel/db/tx.js'
import { accessSchool, webActor } from './access.examples.js'
import type { AccessSchool } from './access.examples.js'
import { inSchool } from '../../kernel/db/in-school.js'
import { issueFirstCode } from './commands/keep-accounts.js'
import { confirmTotp, makeRecoveryCodes } from './commands/second-factors.js'
import { spendFirstCode } from './commands/sign-in-with-first-code.js'
import { takeRecoveryCode } from './commands/take-second-step.js'
import { pendingSeed, takeTotp } from './commands/totp.js'
import { atTheDoor } from './door.js'
import { accountByLogin } from './queries/account-by-login.js'

/**
 * The same thing tried by two connections, the second while the first has taken it and not yet committed: the moment in
 * which both have seen it lying there. Returns what each was told.
 */
async function raced({ atDoor }: AccessSchool, take: (tx: Tx) => Promise<boolean>): Promise<readonly boolean[]> {
  let second: Promise<boolean> | undefined
  const first = await atDoor(async (tx) => {
    const taken = await take(tx)
    second = atDoor(take)
    await wait(150)
    return taken
  })
  return [first, (await second) ?? false]
}

describe('what works once works once, whoever is quick', () => {
  let school: AccessSchool
  let account = ''
  before(async () => {
    school = await accessSchool()
    account = (await school.atDoor((tx) => accountByLogin(tx, 'amira')))?.id ?? ''
  })
  after(() => school.close())

  test('a code of the app', async () => {
    const owner = { account, person: school.lead.id }
    const codeAt = (seed: string, seconds: number) =>
      generateSync({ strategy: 'totp', secret: seed, epoch: Date.parse('2026-11-24T10:00:00Z') / 1000 + seconds })
    const seed = await school.atDoor((tx) => pendingSeed(tx, testKeys, account))
    await school.atDoor((tx) => confirmTotp(tx, testKeys, owner, codeAt(seed, 0)))
    const next = codeAt(seed, 30)
    assert.deepEqual(await raced(school, (tx) => takeTotp(tx, testKeys, account, next)), [true, false])
  })

  test('a recovery code', async () => {
    const owner = { account, person: school.lead.id }
    const [code = ''] = await school.atDoor((tx) => makeRecoveryCodes(tx, testKeys, owner))
    assert.deepEqual(await raced(school, (tx) => takeRecoveryCode(tx, testKeys, account, code)), [true, false])
  })

  test('the code on a slip', async () => {
    const keeper = atTheDoor(webActor(school, school.head, ['headteacher'], ['access.accounts']))
    const code = await inSchool(school.deps.db, keeper, (tx) => issueFirstCode(tx, testKeys, account))
    const take = async (tx: Tx) => spendFirstCode(tx, testKeys, await accountByLogin(tx, 'amira'), code)
    assert.deepEqual(await raced(school, take), [true, false])
  })
})
