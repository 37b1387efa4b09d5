import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { openTestDb } from '../../../test/database.js'
import type { TestDb } from '../../../test/database.js'
import { fullSchool } from '../../../test/full-school.js'
import type { FullSchool } from '../../../test/full-school.js'
import { checkPage } from '../../../test/render-checks.js'
import { signedInRoutes } from '../../../test/signed-in-routes.js'
import type { SignedInRoutes } from '../../../test/signed-in-routes.js'
import { publicIn, workerIn } from '../../kernel/actor.js'
import { inSchool, reading } from '../../kernel/db/in-school.js'
import type { PostId } from '../../kernel/ids.js'
import { thisSchool } from '../../kernel/school.js'
import { beginDraft } from './commands/begin-draft.js'
import { openConsultation } from './commands/consult.js'
import { commentsOn, openDraft } from './index.js'
import { policyModule } from './module.js'
import { haveYourSayUrl } from './urls.js'

let t: TestDb
let school: FullSchool
let routes: SignedInRoutes
before(async () => {
  t = await openTestDb()
  t.clock.at('2026-11-24T10:00:00Z')
  school = await fullSchool(t.db)
  routes = await signedInRoutes(t.db, policyModule)
})
after(async () => {
  await routes.close()
  await t.close()
})

test('a parent answers what the school asks, without a name, until the last day, and sees nothing else of the draft', async () => {
  const visitor = publicIn(school.id)
  const { slug } = await reading(t.db, workerIn(school.id), thisSchool)
  const url = haveYourSayUrl({ school: slug })
  const idle = await routes.get(visitor, url)
  checkPage(idle.html)
  assert.match(idle.html, /Nothing is asked at the moment/)
  const dsl = await school.as('dsl')
  await inSchool(t.db, dsl, async (tx) => {
    await beginDraft(tx)
    const closesOn = Temporal.PlainDate.from('2026-12-04')
    await openConsultation(tx, { audience: 'any-parent' as PostId, ask: 'Is this clear?', closesOn })
  })
  const asked = await routes.get(visitor, url)
  checkPage(asked.html)
  assert.match(asked.html, /Is this clear\?[\s\S]*Friday 4 December 2026/)
  const empty = await routes.post(visitor, url, { words: '', saidBy: 'Ada' })
  assert.equal(empty.status, 400)
  checkPage(empty.html)
  assert.match(empty.html, /Write your answer[\s\S]*value="Ada"/)
  const sent = await routes.post(visitor, url, { words: 'Say when we hear back.' })
  assert.equal(sent.status, 303)
  assert.match((await routes.get(visitor, sent.location ?? '')).html, /The school has your words/)
  const said = await reading(t.db, dsl, async (tx) => commentsOn(tx, (await openDraft(tx))?.id ?? ''))
  assert.deepEqual(
    said.map(({ words, said_by, person_id }) => [words, said_by, person_id]),
    [['Say when we hear back.', null, null]],
  )
  t.clock.at('2026-12-05T10:00:00Z')
  assert.match((await routes.get(visitor, url)).html, /Nothing is asked at the moment/)
})
