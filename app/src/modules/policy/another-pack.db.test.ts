import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openTestDb } from '../../../test/database.js'
import type { TestDb } from '../../../test/database.js'
import { fullSchool, shippedPack } from '../../../test/full-school.js'
import type { FullSchool } from '../../../test/full-school.js'
import { clauseOf } from '../../engine/packs/lookup.js'
import { londonDate } from '../../kernel/calendar/london.js'
import { inSchool, reading } from '../../kernel/db/in-school.js'
import type { Tx } from '../../kernel/db/tx.js'
import { draftView } from './draft/draft-view.js'
import { beginDraft, bringIntoForce, editEntry, openDraft, submitDraft, takeStep } from './index.js'

describe('a new version over another pack', () => {
  let t: TestDb
  let school: FullSchool
  before(async () => {
    t = await openTestDb()
    school = await fullSchool(t.db)
  })
  after(() => t.close())

  const as = async <R>(post: string, work: (tx: Tx) => Promise<R>): Promise<R> =>
    inSchool(t.db, await school.as(post), work)
  const reword = (entry: string, text: string) =>
    as('dsl', (tx) => editEntry(tx, { section: 'clause', entry, change: { text } }))
  const step = (post: string, id: string) =>
    as(post, async (tx) => {
      const hash = (await openDraft(tx))?.content_hash ?? ''
      const meeting =
        id === 'approved' ? { meetingOn: londonDate(tx.now), minute: '7.2' } : { meetingOn: null, minute: null }
      await takeStep(tx, { step: id, hash, outcome: 'done', note: null, ...meeting })
    })

  test('the school’s own words go along where the pack has a place for them, and what has none is named', async () => {
    const kept = 'Staff report a concern at once, and hear back the same day.'
    const lost = 'Home and school promise one another what they will do, and keep it.'
    await as('dsl', (tx) => beginDraft(tx))
    await reword('report-at-once', kept)
    await reword('home-school-promises', lost)
    await as('dsl', (tx) => submitDraft(tx, 'It is current.'))
    await step('network-manager', 'technical-review')
    for (const post of ['headteacher', 'senior-leader']) await step(post, 'agreed')
    for (const post of ['chair-of-governors', 'safeguarding-governor']) await step(post, 'approved')
    t.clock.at('2026-11-24T11:00:00Z')
    await as('headteacher', (tx) => bringIntoForce(tx, londonDate(tx.now)))

    const junior = await shippedPack('junior')
    await as('dsl', (tx) => beginDraft(tx, junior))
    const view = await reading(t.db, await school.as('dsl'), async (tx) => {
      const open = await openDraft(tx)
      return open && draftView(tx, open)
    })
    assert.equal(view?.pack.id, 'junior')
    assert.equal(clauseOf(view.pack, 'report-at-once')?.text, kept)
    assert.equal(clauseOf(view.pack, 'home-school-promises'), undefined)
    const named = view.leftOut.map((line) => line.replace(/^Promise [\d.]+: /, ''))
    assert.deepEqual(named, [lost])
    assert.ok(view.sentences.length > 3, 'what changes is said before anything is agreed')
  })
})
