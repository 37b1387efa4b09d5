import assert from 'node:assert/strict'
import { beforeEach, describe, test } from 'node:test'
import { atSchool, good } from '../../../test/at-school.js'
import { fullSchool } from '../../../test/full-school.js'
import { publicIn, workerIn } from '../../kernel/actor.js'
import type { Actor } from '../../kernel/actor.js'
import { inSchool, reading } from '../../kernel/db/in-school.js'
import { tables } from '../../kernel/db/tx.js'
import { newId } from '../../kernel/ids.js'
import { thisSchool } from '../../kernel/school.js'
import { answerReporter } from './commands/answer-reporter.js'
import { triage } from './commands/triage.js'
import type { Triage } from './commands/triage.js'
import { concernsModule } from './module.js'
import type { ConcernRow, ConcernTables } from './schema.js'

describe('people without an account', () => {
  const here = atSchool(concernsModule)
  let nobody: Actor
  let slug: string
  beforeEach(async () => {
    nobody = publicIn(here.school.id)
    slug = (await reading(here.t.db, nobody, thisSchool)).slug
  })

  const concerns = (): Promise<readonly ConcernRow[]> =>
    reading(here.t.db, workerIn(here.school.id), (tx) =>
      tables<ConcernTables>(tx).selectFrom('concern').selectAll().execute(),
    )
  const bother = (page = '') => `/bother/${slug}${page}`
  const told = { step: 'what', go: 'send', bothers: 'unkind', told: 'They called me names.' }
  /** The three words on the page that a child sees after sending. */
  const wordsOn = (html: string): readonly string[] => {
    const receipt = /<section class="receipt"[\s\S]*?<\/section>/.exec(html)?.[0] ?? ''
    return [...receipt.matchAll(/<li[^>]*>([\s\S]*?)<\/li>/g)].map(([, item = '']) =>
      item.replace(/<[^>]*>/g, '').trim(),
    )
  }
  const hidden = (html: string, name: string): string =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
  const boxes = ([one = '', two = '', three = '']: readonly string[]) => ({
    'word-1': one,
    'word-2': two,
    'word-3': three,
    go: 'open',
  })

  test('every page of the pupils’ face is there, with no account', async () => {
    for (const page of ['', '/put-away', '/grown-up', '/tell', '/return', '/poster', '/embed'])
      good(await here.routes.get(nobody, bother(page)))
    assert.match((await here.routes.get(nobody, bother('/button.svg'))).html, /^<svg/)
  })

  test('the page of a school that does not exist says so, and counts as not found', async () => {
    for (const url of ['/bother/no-such-school', '/report/no-such-school'])
      assert.equal((await here.routes.get(nobody, url)).status, 404)
  })

  test('a child sends a bother from the first question and gets three words and a day', async () => {
    const sent = good(await here.routes.post(nobody, bother('/tell'), { ...told, once: newId() }))
    assert.equal(wordsOn(sent.html).length, 3, sent.html)
    assert.match(sent.html, /by Wednesday home time/)
    const [concern] = await concerns()
    assert.equal(concern?.channel, 'child')
    assert.equal(concern?.reporter_id, null)
  })

  test('going through all questions: each page comes in turn, and the answers go into the record', async () => {
    const so = (step: string, more: Record<string, string>) => ({ step, go: 'next', bothers: 'unkind', ...more })
    for (const [step, more] of [
      ['what', { told: 'x' }],
      ['who', { told: 'x', about: 'me' }],
      ['name', { told: 'x', about: 'me', naming: 'yes' }],
      ['name-boxes', { told: 'x', about: 'me', naming: 'yes', name: 'Ash' }],
      ['wish', { told: 'x', about: 'me', naming: 'yes', name: 'Ash', wish: 'please-help' }],
    ] as const)
      good(await here.routes.post(nobody, bother('/tell'), so(step, more)))
    good(await here.routes.post(nobody, bother('/tell'), { step: 'what', go: 'next' }), 400)
    const all = { ...told, about: 'me', naming: 'yes', name: 'Ash', wish: 'please-help', once: newId() }
    await here.routes.post(nobody, bother('/tell'), all)
    const [talk] = await reading(here.t.db, workerIn(here.school.id), (tx) =>
      tables<ConcernTables>(tx).selectFrom('conversation').selectAll().execute(),
    )
    assert.deepEqual([talk?.wish, talk?.for_whom, talk?.child_name], ['please-help', 'me', 'Ash'])
  })

  test('the same bother sent again, or by a child who waits and presses twice, is one bother with the same words', async () => {
    const once = newId()
    const [first, second] = [
      await here.routes.post(nobody, bother('/tell'), { ...told, once }),
      await here.routes.post(nobody, bother('/tell'), { ...told, once }),
    ]
    assert.deepEqual(wordsOn(first.html), wordsOn(second.html))
    assert.equal((await concerns()).length, 1)
    here.t.clock.at('2026-11-24T11:00:00Z')
    const later = await here.routes.post(nobody, bother('/tell'), { ...told, once })
    assert.equal(later.status, 303, 'an hour later its words are for nobody who presses Back')
  })

  test('a bother that a grown-up at school is part of goes past the safeguarding lead to the headteacher', async () => {
    const who = await here.routes.post(nobody, bother('/tell'), { ...told, go: 'next' })
    assert.match(who.html, /A grown.up at school is part of it/)
    await here.routes.post(nobody, bother('/tell'), { ...told, adult: 'yes', once: newId() })
    assert.equal((await concerns())[0]?.post, 'headteacher')
  })

  test('the words open the talk, misspelt too; the child reads the answer, writes again, and the clock begins anew', async () => {
    const sent = await here.routes.post(nobody, bother('/tell'), { ...told, once: newId() })
    const words = wordsOn(sent.html)
    const waiting = good(await here.routes.post(nobody, bother('/return'), boxes(words)))
    assert.match(waiting.html, /No answer yet/)
    const [concern] = await concerns()
    here.t.clock.at('2026-11-24T10:02:00Z')
    await inSchool(here.t.db, await here.school.as('dsl'), (tx) =>
      answerReporter(tx, concern!.id, 'I am glad you told us.'),
    )
    here.t.clock.at('2026-11-24T10:05:00Z')
    const answered = good(
      await here.routes.post(nobody, bother('/return'), boxes(words.map((word) => ` ${word.toUpperCase()}`))),
    )
    assert.match(answered.html, /You have an answer/)
    assert.match(answered.html, /I am glad you told us/)
    assert.match(answered.html, /Holder dsl/)
    const fields = { pass: hidden(answered.html, 'pass'), once: hidden(answered.html, 'once'), go: 'write' }
    good(await here.routes.post(nobody, bother('/return'), { ...fields, more: ' ' }), 400)
    const again = good(await here.routes.post(nobody, bother('/return'), { ...fields, more: 'Can you stop them?' }))
    assert.match(again.html, /We got it/)
    assert.match(again.html, /Can you stop them/)
  })

  test('no concern of a child is closed or answered with mere advice while the child waits for a word', async () => {
    await here.routes.post(nobody, bother('/tell'), { ...told, once: newId() })
    const [concern] = await concerns()
    assert.ok(concern)
    const lead = await here.school.as('dsl')
    const risk = { risk: 'conduct', subtype: 'hateful-behaviour', urgency: 'ordinary' } as const
    const decides = (decision: Triage) => inSchool(here.t.db, lead, (tx) => triage(tx, concern.id, risk, decision))
    const close = { kind: 'close', reason: 'not-safeguarding', words: 'A joke among friends.' } as const
    await assert.rejects(decides(close), { kind: 'invalid', field: 'decision' })
    await assert.rejects(decides({ kind: 'advise', words: 'Talked to the class.' }), /The child waits for an answer/)
    await inSchool(here.t.db, lead, (tx) => answerReporter(tx, concern.id, 'Thank you. We talked to them.'))
    await decides(close)
    assert.equal((await concerns())[0]?.state, 'closed')
  })

  test('the printed slip opens the talk too, and a pass of another school opens nothing', async () => {
    const sent = await here.routes.post(nobody, bother('/tell'), { ...told, once: newId() })
    const open = good(
      await here.routes.post(nobody, bother('/return'), { go: 'open', pass: hidden(sent.html, 'pass') }),
    )
    assert.match(open.html, /They called me names/)
    good(await here.routes.post(nobody, bother('/return'), { slip: 'A'.repeat(22) }), 404)
    const other = await fullSchool(here.t.db)
    const there = (await reading(here.t.db, publicIn(other.id), thisSchool)).slug
    const shut = await here.routes.post(nobody, `/bother/${there}/return`, {
      go: 'open',
      pass: hidden(sent.html, 'pass'),
    })
    assert.equal(shut.status, 400)
  })

  test('wrong words open nothing and lock nobody out: the right ones still open it after them', async () => {
    const words = wordsOn((await here.routes.post(nobody, bother('/tell'), { ...told, once: newId() })).html)
    for (let tries = 0; tries < 5; tries += 1)
      good(await here.routes.post(nobody, bother('/return'), boxes(['otter', 'lemon', 'kite'])), 404)
    good(await here.routes.post(nobody, bother('/return'), boxes(['qqqqq', '', 'kite'])), 400)
    good(await here.routes.post(nobody, bother('/return'), boxes(words)))
    assert.equal(
      (await here.routes.post(nobody, bother('/return'), boxes(words.toReversed()))).status,
      404,
      'order counts',
    )
  })

  test('nothing about where a bother came from is stored, in any column of any table', async () => {
    await here.routes.post(nobody, bother('/tell'), { ...told, once: newId() })
    const { Client } = (await import('pg')).default
    const owner = new Client({ connectionString: here.t.ownerUrl })
    await owner.connect()
    const { rows } = await owner.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
    )
    const found: string[] = []
    for (const { name } of rows) {
      const { rows: hits } = await owner.query(
        `SELECT 1 FROM ${name} r WHERE r::text ILIKE '%127.0.0.1%' OR r::text ILIKE '%lightMyRequest%' LIMIT 1`,
      )
      if (hits.length > 0) found.push(name)
    }
    await owner.end()
    assert.deepEqual(found, [])
  })

  test('a neighbour reports, with a name or without; checks, changes, sends; and comes back with three words', async () => {
    const url = `/report/${slug}`
    good(await here.routes.get(nobody, url))
    const key = newId()
    const filled = { key, danger: 'no', words: 'I saw something at the bus stop.', name: 'Mx Example', go: 'check' }
    good(await here.routes.post(nobody, url, { key, go: 'check' }), 400)
    const check = good(await here.routes.post(nobody, url, filled))
    assert.match(check.html, /Designated safeguarding lead/)
    assert.doesNotMatch(check.html, /Holder dsl/, 'names of staff are not told to the public')
    assert.match(good(await here.routes.post(nobody, url, { ...filled, go: 'change' })).html, /at the bus stop/)
    const sent = good(await here.routes.post(nobody, url, { ...filled, go: 'send' }))
    const repeat = good(await here.routes.post(nobody, url, { ...filled, go: 'send' }))
    const [concern] = await concerns()
    assert.equal((await concerns()).length, 1)
    for (const page of [sent, repeat]) assert.match(page.html, new RegExp(concern!.reference))
    const words = (/([a-z]+) · ([a-z]+) · ([a-z]+)/.exec(sent.html) ?? []).slice(1)
    good(await here.routes.get(nobody, `${url}/return`))
    good(await here.routes.post(nobody, `${url}/return`, boxes(['otter', 'lemon', 'kite'])), 404)
    good(await here.routes.post(nobody, `${url}/return`, boxes(['', '', ''])), 400)
    const talk = good(await here.routes.post(nobody, `${url}/return`, boxes(words)))
    const fields = { pass: hidden(talk.html, 'pass'), once: hidden(talk.html, 'once'), go: 'write' }
    good(await here.routes.post(nobody, `${url}/return`, { ...fields, more: '' }), 400)
    assert.match(
      good(await here.routes.post(nobody, `${url}/return`, { ...fields, more: 'A white van.' })).html,
      /We have it/,
    )
  })

  test('a report about the headteacher from outside goes to the chair of governors', async () => {
    const filled = { key: newId(), danger: 'no', words: 'He writes to my son.', about: 'headteacher', go: 'send' }
    good(await here.routes.post(nobody, `/report/${slug}`, filled))
    assert.equal((await concerns())[0]?.post, 'chair-of-governors')
  })
})
