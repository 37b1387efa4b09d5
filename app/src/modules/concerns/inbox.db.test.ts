import assert from 'node:assert/strict'
import { beforeEach, describe, test } from 'node:test'
import { good } from '../../../test/at-school.js'
import type { Actor } from '../../kernel/actor.js'
import { inSchool, reading } from '../../kernel/db/in-school.js'
import { tables } from '../../kernel/db/tx.js'
import { acknowledge } from './commands/acknowledge.js'
import { about, atDesk, decide } from './desk.examples.js'
import { statementsOf } from './queries/concern-cards.js'
import { exampleConversation } from './report.examples.js'

describe('those who decide', () => {
  const { here, report, row, pupil, act } = atDesk()
  let dsl: Actor
  beforeEach(async () => {
    dsl = await here.school.as('dsl')
  })

  test('an empty inbox says what would fill it', async () => {
    for (const show of ['', '?show=mine', '?show=others', '?show=settled'])
      good(await here.routes.get(dsl, `/concerns${show}`))
    assert.match((await here.routes.get(dsl, '/concerns')).html, /No concern waits to be read/)
  })

  test('the inbox shows the oldest clock first, with who told, how urgent, and the time left in words', async () => {
    const ordinary = await report()
    const urgent = await report({ danger: 'yes', words: 'A child is hiding.' })
    const { html } = good(await here.routes.get(dsl, '/concerns'))
    assert.ok(html.indexOf(urgent.reference) < html.indexOf(ordinary.reference), 'the urgent one comes first')
    assert.match(html, /15 minutes left/)
    assert.match(html, /Somebody outside the school, without a name/)
    assert.match(html, /New \(2\)/)
    await inSchool(here.t.db, dsl, (tx) => acknowledge(tx, urgent.concern))
    assert.match(good(await here.routes.get(dsl, '/concerns?show=mine')).html, new RegExp(urgent.reference))
    const deputy = await here.school.as('deputy-dsl')
    assert.match(good(await here.routes.get(deputy, '/concerns?show=others')).html, /With Holder dsl/)
  })

  test('sixty concerns come in three pages with none twice and none left out, forwards and back', async () => {
    for (let at = 0; at < 60; at += 1) {
      here.t.clock.at(`2026-11-${24 + (at % 5)}T10:00:00Z`)
      await report()
    }
    here.t.clock.at('2026-11-30T10:00:00Z')
    const seen: string[] = []
    let url = '/concerns'
    for (let page = 0; page < 3; page += 1) {
      const { html } = good(await here.routes.get(dsl, url))
      seen.push(...[...html.matchAll(/>(C-[A-Z0-9]{4}-[A-Z0-9]{2})</g)].map(([, one = '']) => one))
      url = /href="(\/concerns\?after=[^"]+)"/.exec(html)?.[1] ?? url
    }
    assert.equal(seen.length, 60)
    assert.equal(new Set(seen).size, 60)
    const back = /href="(\/concerns\?before=[^"]+)"/.exec((await here.routes.get(dsl, url)).html)?.[1] ?? ''
    const { html } = await here.routes.get(dsl, back)
    assert.deepEqual(
      [...html.matchAll(/>(C-[A-Z0-9]{4}-[A-Z0-9]{2})</g)].map(([, one]) => one),
      seen.slice(25, 50),
    )
    good(await here.routes.get(dsl, '/concerns?after=nonsense'))
  })

  test('one screen tells what is known and what may belong to it, each with why; every look is journalled', async () => {
    const [ash, rowan] = [await pupil('Ash'), await pupil('Rowan')]
    const first = await report({ people: about(ash), platform: 'game', address: 'Blockworld' })
    const { concern } = await report({ people: about(ash), platform: 'game', address: 'blockworld' })
    await report({ people: about(rowan) })
    const { html } = good(await here.routes.get(dsl, `/concerns/${concern}`))
    assert.match(html, new RegExp(first.reference))
    assert.match(html, /Ash Fern is in both/)
    assert.match(html, /The same site, app or account/)
    assert.match(html, /Class Oak, this fortnight/)
    const looks = await reading(here.t.db, dsl, (tx) =>
      tables<{ journal_entry: { act: string; about_id: string } }>(tx)
        .selectFrom('journal_entry')
        .select('act')
        .where('about_id', '=', concern)
        .where('act', '=', 'concern.viewed')
        .execute(),
    )
    assert.equal(looks.length, 1)
    assert.equal((await here.routes.get(dsl, '/concerns/not-an-id')).status, 404)
  })

  test('advising, closing and taking up each need what they need, and say so beside the box', async () => {
    const { concern } = await report()
    const empty = good(await act(dsl, concern, 'triage', {}), 400)
    for (const sentence of ['Choose what kind of risk this is', 'Choose what happens with this concern'])
      assert.match(empty.html, new RegExp(sentence))
    const unsaid = good(await act(dsl, concern, 'triage', { ...decide, decision: 'advise' }), 400)
    assert.match(unsaid.html, /Write what you advised, and to whom/)
    const done = await act(dsl, concern, 'triage', {
      ...decide,
      decision: 'advise',
      advice: 'Told home what to watch.',
    })
    assert.equal(done.location, `/concerns/${concern}`)
    const { state, risk, subtype } = await row(concern)
    assert.deepEqual([state, risk, subtype], ['advised', 'conduct', 'online-bullying'])
    assert.match(good(await here.routes.get(dsl, `/concerns/${concern}`)).html, /Told home what to watch/)
    assert.equal(
      (await act(dsl, concern, 'triage', { ...decide, decision: 'take-up', procedure: 'usual' })).status,
      409,
    )
    const other = await report()
    const closed = { ...decide, decision: 'close', reason: 'not-safeguarding', closeWords: 'A lost coat.' }
    assert.equal((await act(dsl, other.concern, 'triage', closed)).status, 303)
    assert.equal((await row(other.concern)).close_reason, 'not-safeguarding')
  })

  test('taking up opens a case, and a second concern about the same child can join it', async () => {
    const ash = await pupil('Ash')
    const { concern } = await report({ people: about(ash) })
    const taken = await act(dsl, concern, 'triage', { ...decide, decision: 'take-up', procedure: 'usual' })
    assert.match(taken.location ?? '', /^\/cases\//)
    const caseId = (await row(concern)).case_id
    const second = await report({ people: about(ash) })
    const joined = await act(dsl, second.concern, 'triage', { ...decide, decision: 'join-case', case: concern })
    assert.equal(joined.location, `/cases/${caseId}`)
    assert.equal((await row(second.concern)).case_id, caseId)
  })

  test('two concerns put together keep everything that both people said', async () => {
    const ash = await pupil('Ash')
    const first = await report({ people: about(ash), words: 'What the aunt said.' })
    const second = await report({ people: about(ash), words: 'What the uncle said.' })
    const link = { ...decide, decision: 'link', other: first.concern, linkWhy: 'The same evening.' }
    assert.equal((await act(dsl, second.concern, 'triage', link)).status, 303)
    const said = await reading(here.t.db, dsl, (tx) => statementsOf(tx, [first.concern, second.concern]))
    assert.deepEqual(said.map(({ words }) => words).toSorted(), ['What the aunt said.', 'What the uncle said.'])
    for (const id of [first.concern, second.concern])
      assert.match(good(await here.routes.get(dsl, `/concerns/${id}`)).html, /The same evening/)
  })

  test('a child is answered from the same screen, and an empty answer is not sent', async () => {
    const { concern } = await report({ channel: 'child', conversation: exampleConversation() })
    assert.match(good(await here.routes.get(dsl, `/concerns/${concern}`)).html, /Waits for an answer/)
    assert.match(good(await act(dsl, concern, 'answer', { answer: ' ' }), 400).html, /nobody listened/)
    assert.equal((await act(dsl, concern, 'answer', { answer: 'Thank you.' })).status, 303)
    assert.doesNotMatch(good(await here.routes.get(dsl, `/concerns/${concern}`)).html, /Waits for an answer/)
  })

  test('naming an adult takes it out of the namer’s own sight where the policy says so', async () => {
    const { concern } = await report()
    const teacher = here.school.holder('class-teacher')
    const found = good(await act(dsl, concern, 'bar', { _search: 'person', 'person-words': 'class-teacher' }))
    assert.match(found.html, /Holder class-teacher/)
    assert.equal((await act(dsl, concern, 'bar', { person: teacher })).location, '/concerns')
    assert.equal((await here.routes.get(dsl, `/concerns/${concern}`)).status, 404)
    good(await here.routes.get(await here.school.as('headteacher'), `/concerns/${concern}`))
  })

  test('adding keeps what was said, and search finds it by a word, a name and a reference', async () => {
    const ash = await pupil('Ash')
    const { concern, reference } = await report({ people: about(ash), words: 'She was threatened in a game.' })
    assert.equal((await act(dsl, concern, 'add', { more: 'It was the lighthouse level.' })).status, 303)
    good(await act(dsl, concern, 'add', { more: '' }), 400)
    good(await here.routes.get(dsl, '/concerns/search'))
    for (const sought of ['threat', 'lighthouse', 'ash fern', reference.toLowerCase()])
      assert.match(
        good(await here.routes.post(dsl, '/concerns/search', { sought })).html,
        new RegExp(reference),
        sought,
      )
    assert.match(
      good(await here.routes.post(dsl, '/concerns/search', { sought: 'xylophone' })).html,
      /Nothing was found/,
    )
    good(await here.routes.post(dsl, '/concerns/search', { sought: '' }), 400)
    good(await here.routes.post(dsl, '/concerns/search', { sought: `'") OR (1=1 -- %_\\` }))
  })

  test('a teacher has no inbox', async () => {
    const teacher = await here.school.as('class-teacher')
    for (const url of ['/concerns', '/concerns/search']) assert.equal((await here.routes.get(teacher, url)).status, 403)
  })
})
