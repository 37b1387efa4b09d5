import assert from 'node:assert/strict'
import { beforeEach, describe, test } from 'node:test'
import { atSchool, good } from '../../../test/at-school.js'
import { workerIn } from '../../kernel/actor.js'
import type { Actor } from '../../kernel/actor.js'
import { reading } from '../../kernel/db/in-school.js'
import { tables } from '../../kernel/db/tx.js'
import { newId } from '../../kernel/ids.js'
import { concernsModule } from './module.js'
import type { ConcernRow, ConcernTables } from './schema.js'

describe('a member of staff reports a concern', () => {
  const here = atSchool(concernsModule)
  let teacher: Actor
  beforeEach(async () => {
    teacher = await here.school.as('class-teacher')
  })

  const concerns = (): Promise<readonly ConcernRow[]> =>
    reading(here.t.db, workerIn(here.school.id), (tx) =>
      tables<ConcernTables>(tx).selectFrom('concern').selectAll().execute(),
    )

  /** The first screen, filled; gives the address of the second. */
  const begin = async (fields = { danger: 'no' }): Promise<string> => {
    const { status, location } = await here.routes.post(teacher, '/report', fields)
    assert.equal(status, 303)
    return location ?? ''
  }
  const what = { words: 'Ash said: “He made me look.”', happened: 'at break' }
  const atWho = async (): Promise<string> => (await here.routes.post(teacher, await begin(), what)).location ?? ''
  const atCheck = async (fields: Readonly<Record<string, string>> = { 'who-not-known': 'yes' }): Promise<string> =>
    (await here.routes.post(teacher, await atWho(), fields)).location ?? ''

  test('in four screens: what must come first, what happened, who and where, check and send', async () => {
    good(await here.routes.get(teacher, '/report'))
    const pupil = await here.school.add({ kind: 'pupil', given: 'Ash', family: 'Fern', classCode: 'Oak' })
    const whoUrl = await atWho()
    good(await here.routes.get(teacher, whoUrl))
    const found = good(await here.routes.post(teacher, whoUrl, { _search: 'who', 'who-words': 'fern' }))
    assert.match(found.html, /Ash Fern/)
    const check = await here.routes.post(teacher, whoUrl, {
      who: pupil,
      [`who-role-${pupil}`]: 'harmed',
      place: 'in-school',
    })
    const last = good(await here.routes.get(teacher, check.location ?? ''))
    assert.match(last.html, /He made me look/)
    assert.match(last.html, /Designated safeguarding lead/)
    assert.match(last.html, /Holder dsl/)
    const sent = await here.routes.post(teacher, check.location ?? '', {})
    const page = good(await here.routes.get(teacher, sent.location ?? ''))
    const [concern] = await concerns()
    assert.match(page.html, new RegExp(concern?.reference ?? 'none'))
    assert.match(page.html, /today 15:20/)
  })

  test('a button pressed twice, or a page sent again, makes one concern and shows the same confirmation', async () => {
    const check = await atCheck()
    const first = await here.routes.post(teacher, check, {})
    const second = await here.routes.post(teacher, check, {}, '/report')
    assert.equal(first.location, second.location)
    assert.equal((await concerns()).length, 1)
    good(await here.routes.get(teacher, second.location ?? ''))
  })

  test('nothing typed is lost: another day, another device, the draft is there, and nobody else can open it', async () => {
    const whatUrl = await begin()
    await here.routes.post(teacher, `${whatUrl}/keep`, { words: 'Half a sentence' }, whatUrl)
    here.t.clock.at('2026-11-25T10:00:00Z')
    assert.match(good(await here.routes.get(teacher, whatUrl)).html, /Half a sentence/)
    assert.match(good(await here.routes.get(teacher, '/report')).html, /You began a report and did not send it/)
    const colleague = await here.school.as('computing-lead')
    assert.equal((await here.routes.get(colleague, whatUrl)).status, 404)
    const taken = await here.routes.post(colleague, `${whatUrl}/keep`, { words: 'Mine now' }, '/report')
    assert.equal(taken.status, 404)
    assert.match((await here.routes.get(teacher, whatUrl)).html, /Half a sentence/)
  })

  test('what is missing is said beside its box, on its own screen, with everything typed still there', async () => {
    const whatUrl = await begin()
    const back = good(await here.routes.post(teacher, whatUrl, { words: '', happened: 'on Monday' }), 400)
    assert.match(back.html, /Write what happened, in a few words at least/)
    assert.match(back.html, /on Monday/)
    good(await here.routes.post(teacher, '/report', {}), 400)
    const whoUrl = await atWho()
    const none = good(await here.routes.post(teacher, whoUrl, { described: 'A tall boy' }), 400)
    assert.match(none.html, /A tall boy/)
    const check = await here.routes.get(teacher, whoUrl.replace('/who', '/check'))
    assert.match(check.location ?? '', /\/who\?look=missing/)
  })

  test('about the headteacher it is read by the chair of governors, and the page says so before it is sent', async () => {
    const head = here.school.holder('headteacher')
    const check = await atCheck({ who: head, [`who-role-${head}`]: 'caused-harm' })
    assert.match((await here.routes.get(teacher, check)).html, /Chair of governors/)
    await here.routes.post(teacher, check, {})
    const [concern] = await concerns()
    assert.deepEqual(concern?.rules, ['about-headteacher'])
    assert.deepEqual(concern?.never_persons, [head])
  })

  test('my own list shows how each stands and lets me add; nobody else’s reports, and no word of others', async () => {
    good(await here.routes.get(teacher, '/report/mine'))
    await here.routes.post(teacher, await atCheck(), {})
    const list = good(await here.routes.get(teacher, '/report/mine'))
    assert.match(list.html, /Waiting to be read/)
    const [concern] = await concerns()
    const mine = `/report/mine/${concern?.id}`
    good(await here.routes.get(teacher, mine))
    const added = await here.routes.post(teacher, mine, { words: 'It was Tuesday, not Monday.' })
    assert.equal(added.status, 303)
    assert.match(good(await here.routes.get(teacher, mine)).html, /It was Tuesday/)
    good(await here.routes.post(teacher, mine, { words: ' ' }), 400)
    const other = await here.school.as('computing-lead')
    assert.equal((await here.routes.get(other, mine)).status, 404)
    assert.equal((await here.routes.get(teacher, `/report/mine/${newId()}`)).status, 404)
    assert.doesNotMatch((await here.routes.get(other, '/report/mine')).html, new RegExp(concern?.reference ?? 'none'))
  })
})
