import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { testKeys } from '../../../test/database.js'
import { checkPage } from '../../../test/render-checks.js'
import { signedInRoutes } from '../../../test/signed-in-routes.js'
import type { SignedInRoutes } from '../../../test/signed-in-routes.js'
import { inSchool, reading } from '../../kernel/db/in-school.js'
import { tables } from '../../kernel/db/tx.js'
import { newId } from '../../kernel/ids.js'
import { myTasks } from '../communications/index.js'
import { signingSchool } from './agreements.examples.js'
import type { SigningSchool } from './agreements.examples.js'
import { acceptSignature } from './commands/signature-acts.js'
import { sign } from './commands/sign.js'
import { arrive } from './commands/visits.js'
import { agreementsModule } from './module.js'
import type { AgreementTables } from './schema.js'
import { receiptUrl, visitorsUrl } from './urls.js'

describe('a signature that somebody else has to accept', () => {
  let around: SigningSchool
  let routes: SignedInRoutes
  before(async () => {
    around = await signingSchool()
    around.t.clock.at('2026-11-24T10:00:00Z')
    routes = await signedInRoutes(around.t.db, agreementsModule)
  })
  after(async () => {
    await routes.close()
    await around.t.close()
  })

  const waiting = async (post: string) =>
    reading(around.t.db, await around.school.as(post), async (tx) =>
      (await myTasks(tx)).filter(({ words }) => words.startsWith('Accept a signature')),
    )
  const comes = async (kind: 'visitor' | 'organisation') => {
    const who = { name: 'Tamsin Thrush', organisation: 'Judo Juniors', seeing: null, language: 'en', via: null }
    const office = await around.school.as('headteacher')
    return inSchool(around.t.db, office, (tx) => arrive(tx, testKeys, { ...who, key: newId(), kind, wantsGuest: true }))
  }

  test('an organisation’s is the headteacher’s to accept; then its pass is given, and is on the page of visitors', async () => {
    const { t, school } = around
    const arrived = await comes('organisation')
    assert.equal(arrived.pass, null)
    const [task] = await waiting('headteacher')
    assert.equal(task?.url, receiptUrl({ signature: arrived.signed.id }))
    const head = await school.as('headteacher')
    const page = await routes.get(head, task.url)
    checkPage(page.html)
    assert.match(page.html, /Accept this signature/)
    assert.doesNotMatch((await routes.get(head, visitorsUrl())).html, /Guest pass/)
    await inSchool(t.db, head, (tx) => acceptSignature(tx, arrived.signed.id))
    assert.deepEqual(await waiting('headteacher'), [], 'what was accepted waits for nobody')
    assert.match((await routes.get(head, visitorsUrl())).html, /Guest pass [0-9A-Z]{8}, until 15:20/)
    await inSchool(t.db, head, (tx) => acceptSignature(tx, arrived.signed.id))
    const grants = await reading(t.db, head, (tx) =>
      tables<AgreementTables>(tx)
        .selectFrom('access_grant')
        .select('id')
        .where('visit_id', '=', arrived.visit)
        .execute(),
    )
    assert.equal(grants.length, 1, 'twice gives one pass')
  })

  test('accepted the day after, it gives no pass for a visit that is over', async () => {
    const { t, school } = around
    const arrived = await comes('organisation')
    t.clock.at('2026-11-25T09:00:00Z')
    await inSchool(t.db, await school.as('headteacher'), (tx) => acceptSignature(tx, arrived.signed.id))
    const page = await routes.get(await school.as('headteacher'), visitorsUrl())
    assert.equal(page.html.match(/Guest pass/g)?.length, 1)
  })

  test('an own device’s is the network manager’s, who can open it; a visitor’s own waits for nobody', async () => {
    const { t, school } = around
    await comes('visitor')
    assert.deepEqual(await waiting('headteacher'), [])
    const teacher = school.holder('class-teacher')
    const own = { agreement: 'own-device', language: 'en', subject: teacher, aboutPupil: false, role: 'self' } as const
    const made = await inSchool(t.db, await school.as('class-teacher'), (tx) =>
      sign(tx, testKeys, { ...own, key: newId(), signer: teacher, signerName: 'A teacher', method: 'own-device' }),
    )
    const manager = await school.as('network-manager')
    const [task] = await waiting('network-manager')
    assert.equal(task?.url, receiptUrl({ signature: made.id }))
    assert.match((await routes.get(manager, task.url)).html, /Accept this signature/)
    assert.deepEqual(await waiting('class-teacher'), [])
  })
})
