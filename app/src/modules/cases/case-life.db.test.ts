import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { openTestDb, testKeys } from '../../../test/database.js'
import type { TestDb } from '../../../test/database.js'
import { fullSchool } from '../../../test/full-school.js'
import type { FullSchool } from '../../../test/full-school.js'
import type { Deps } from '../../engine/deps.js'
import { workerIn } from '../../kernel/actor.js'
import type { Actor } from '../../kernel/actor.js'
import { inSchool, reading } from '../../kernel/db/in-school.js'
import { tables } from '../../kernel/db/tx.js'
import type { Tx } from '../../kernel/db/tx.js'
import type { PersonId } from '../../kernel/ids.js'
import { seal } from '../../kernel/journal/seal.js'
import { verifyJournal } from '../../kernel/journal/verify.js'
import { myNotifications, myTasks } from '../communications/index.js'
import { answerReporter } from '../concerns/index.js'
import { exampleConversation, openExampleCase } from './case.examples.js'
import { addAction, finishAction } from './commands/actions.js'
import { addEntry, correctEntry } from './commands/add-entry.js'
import { closeCase, reopenCase } from './commands/close-case.js'
import { contactAgency } from './commands/contact-agency.js'
import { decide } from './commands/decide.js'
import { decideParents } from './commands/decide-parents.js'
import { handOver } from './commands/hand-over.js'
import { noteView, whoLooked } from './commands/note-view.js'
import { reviewCase } from './commands/review-case.js'
import { sayOfHeadteacher } from './commands/say-of-headteacher.js'
import { escalate } from './jobs/escalate.js'
import { caseList } from './queries/case-list.js'
import { caseOf } from './queries/case-of.js'
import { childrenOf } from './queries/children-of.js'
import { chronologyOf } from './queries/chronology-of.js'
import type { CaseTables } from './schema.js'
import { sealedTables } from './sealed.js'

describe('the life of a case', () => {
  let t: TestDb
  let school: FullSchool
  let dsl: Actor
  let child: PersonId
  before(async () => {
    t = await openTestDb()
  })
  after(() => t.close())
  beforeEach(async () => {
    t.clock.at('2026-11-24T10:00:00Z')
    school = await fullSchool(t.db)
    dsl = await school.as('dsl')
    child = await school.add({ kind: 'pupil', given: 'Bea', family: 'Marsh', classCode: '4 Oak' })
  })

  const open = (over: Partial<Parameters<typeof openExampleCase>[3]> = {}) =>
    openExampleCase(t.db, school.id, dsl, { procedure: null, child, ...over })
  const act = <R>(work: (tx: Tx) => Promise<R>, as = dsl): Promise<R> => inSchool(t.db, as, work)
  const refused = (work: (tx: Tx) => Promise<unknown>, words: RegExp, as = dsl) =>
    assert.rejects(act(work, as), (fault: Error & { sentence?: string }) => words.test(fault.sentence ?? fault.message))
  const told = { decision: 'told', adults: 'Her mother', how: 'By phone', words: 'She thanked us' } as const
  const tellParents = (id: string) =>
    act(async (tx) => {
      for (const { child: one } of await childrenOf(tx, id))
        await decideParents(tx, id, one.id, { ...told, toldAt: tx.now })
    })

  test('taking a concern up opens a case with its people, its risk, a random number, and its lead', async () => {
    const { case: id } = await open()
    const row = await reading(t.db, dsl, (tx) => caseOf(tx, id))
    assert.match(row.number, /^K-[A-Z0-9]{4}-[A-Z0-9]{2}$/)
    assert.equal(row.lead, dsl.personId)
    assert.equal(row.subtype, 'grooming')
    const children = await reading(t.db, dsl, (tx) => childrenOf(tx, id))
    assert.deepEqual(
      children.map(({ child: one }) => [one.person_id, one.role]),
      [[child, 'harmed']],
    )
    const tasks = await reading(t.db, dsl, myTasks)
    assert.ok(tasks.some(({ words }) => words === 'Decide whether parents are told'))
  })

  test('a correction lies on top and the first text stays, even when it is corrected twice', async () => {
    const { case: id } = await open()
    await act(async (tx) => {
      const entry = await addEntry(tx, id, { kind: 'fact', words: 'At lunch.', happenedAt: tx.now })
      const second = await correctEntry(tx, id, entry, 'At break.')
      await correctEntry(tx, id, second, 'Before school.')
    })
    const [entry] = await reading(t.db, dsl, async (tx) => {
      const { pack } = school.pack
      return (await chronologyOf(tx, await caseOf(tx, id), pack)).filter(({ part }) => part === 'written')
    })
    assert.equal(entry?.words, 'Before school.')
    assert.deepEqual(
      entry?.before.map(({ words }) => words),
      ['At break.', 'At lunch.'],
    )
  })

  test('the database refuses to change or delete what is sealed, whoever asks', async () => {
    const { case: id } = await open()
    await act((tx) => addEntry(tx, id, { kind: 'fact', words: 'As it was.', happenedAt: tx.now }))
    for (const as of [dsl, workerIn(school.id)]) {
      const entries = (tx: Tx) => tables<CaseTables>(tx)
      await assert.rejects(
        act((tx) => entries(tx).updateTable('chronology_entry').set({ words: 'Otherwise.' }).execute(), as),
        /permission denied/,
      )
      await assert.rejects(
        act((tx) => entries(tx).deleteFrom('case_file').execute(), as),
        /permission denied/,
      )
    }
  })

  test('nothing happens in the future, and nothing is kept without words', async () => {
    const { case: id } = await open()
    const later = t.clock.now().add({ hours: 1 })
    await refused((tx) => addEntry(tx, id, { kind: 'fact', words: 'x', happenedAt: later }), /not come yet/)
    await refused((tx) => addEntry(tx, id, { kind: 'fact', words: ' ', happenedAt: tx.now }), /Write what you want/)
    await refused((tx) => decide(tx, id, { decided: 'No police', reasons: '', acting: false }), /not to act needs/)
  })

  test('another school hears only after the police, or after the reasons for not telling them', async () => {
    const { case: id } = await open()
    const contact = { spokeWith: 'The head', theirReference: null, words: 'Their pupil sent it' } as const
    const school2 = { ...contact, agency: 'other-school', kind: 'referral' } as const
    await refused((tx) => contactAgency(tx, id, { ...school2, at: tx.now }), /Police must be told first/)
    await refused(
      (tx) => contactAgency(tx, id, { ...contact, agency: 'police', kind: 'not-referred', words: '', at: tx.now }),
      /needs its reasons/,
    )
    await act((tx) => contactAgency(tx, id, { ...contact, agency: 'police', kind: 'not-referred', at: tx.now }))
    await act((tx) => contactAgency(tx, id, { ...school2, at: tx.now }))
  })

  test('closing is refused while anything is open, names all of it, and works once all is done', async () => {
    const { case: id, concern } = await open({ report: { channel: 'child', conversation: exampleConversation() } })
    const action = await act((tx) =>
      addAction(tx, id, { what: 'Ring again', owner: dsl.personId as PersonId, due: tx.now.add({ hours: 24 }) }),
    )
    const close = (tx: Tx) => closeCase(tx, id, 'She is safe.')
    await refused(close, /adults of child 1.*waits for an answer.*Ring again.*headteacher/s)
    await tellParents(id)
    await refused(close, /Still open: Somebody who told/)
    await act((tx) => answerReporter(tx, concern, 'Thank you for telling us.'))
    await act((tx) => finishAction(tx, id, action, { done: false, words: 'Her mother rang us' }))
    await refused(close, /headteacher/)
    await act((tx) => sayOfHeadteacher(tx, id, true, 'Told at noon'))
    await refused((tx) => closeCase(tx, id, ' '), /what came of it/)
    await act(close)
    assert.equal((await reading(t.db, dsl, (tx) => caseOf(tx, id))).state, 'closed')
    assert.deepEqual(await reading(t.db, dsl, myTasks), [])
    await refused((tx) => addEntry(tx, id, { kind: 'note', words: 'x', happenedAt: tx.now }), /is closed/)
    await act((tx) => reopenCase(tx, id, 'She came back to us'))
    await act((tx) => addEntry(tx, id, { kind: 'note', words: 'x', happenedAt: tx.now }))
  })

  test('every sealed row of a case agrees with the journal', async () => {
    const { case: id } = await open({ procedure: 'cyberbullying' })
    await act((tx) => addEntry(tx, id, { kind: 'child-words', words: '“They keep on.”', happenedAt: tx.now }))
    await tellParents(id)
    await inSchool(t.db, workerIn(school.id), (tx) => seal(tx, testKeys.journal))
    const all = Object.values(sealedTables)
    const ours = await reading(t.db, workerIn(school.id), (tx) => verifyJournal(tx, testKeys.journal, all))
    assert.deepEqual(ours.faults, [])
    assert.equal(ours.records, 3, 'the opening, the child’s words and the decision about parents were read')
  })

  test('each look is journalled once an hour for each person, and the case says who looked', async () => {
    const { case: id } = await open()
    const look = async (as: Actor) => act(async (tx) => noteView(tx, await caseOf(tx, id)), as)
    const deputy = await school.as('deputy-dsl')
    await look(dsl)
    await look(dsl)
    await look(deputy)
    t.clock.at('2026-11-24T11:30:00Z')
    await look(dsl)
    const looks = await reading(t.db, dsl, (tx) => whoLooked(tx, id))
    assert.deepEqual(
      looks.map(({ person }) => person === dsl.personId),
      [true, false, true],
    )
  })

  test('a handover needs a reason, tells the new lead, and moves their tasks', async () => {
    const { case: id } = await open()
    const lead = school.holder('deputy-dsl')
    await refused((tx) => handOver(tx, id, lead, ''), /why the lead changes/)
    await refused((tx) => handOver(tx, id, school.holder('network-manager'), 'On leave'), /do not let them lead/)
    await act((tx) => handOver(tx, id, lead, 'On leave'))
    const deputy = await school.as('deputy-dsl')
    assert.equal((await reading(t.db, deputy, (tx) => caseOf(tx, id))).lead, lead)
    assert.ok((await reading(t.db, deputy, myNotifications)).some(({ words }) => /handed over to you/.test(words)))
    const mine = await reading(t.db, deputy, (tx) => caseList(tx, 'mine', { after: null, before: null }, 10))
    assert.deepEqual(
      mine.map((line) => line.id),
      [id],
    )
    assert.ok((await reading(t.db, deputy, myTasks)).some(({ words }) => /parents are told/.test(words)))
  })

  test('an undecided case goes to the headteacher after two school days, and a review starts the clock anew', async () => {
    const { case: id } = await open()
    const deps = { db: t.db } as unknown as Deps
    const tick = async (iso: string) => {
      t.clock.at(iso)
      await escalate.run(deps, school.id)
    }
    const clocksOf = () =>
      reading(t.db, dsl, (tx) =>
        tables<CaseTables>(tx).selectFrom('case_duty').selectAll().where('case_id', '=', id).orderBy('id').execute(),
      )
    await tick('2026-11-25T20:00:00Z')
    assert.equal((await clocksOf()).find(({ name }) => name === 'parents-decided')?.escalated, 0)
    await tick('2026-11-26T20:00:00Z')
    const head = await school.as('headteacher')
    assert.ok((await reading(t.db, head, myNotifications)).some(({ words }) => /waited too long/.test(words)))
    assert.equal((await reading(t.db, head, (tx) => caseOf(tx, id))).id, id)
    await act((tx) => reviewCase(tx, id, 'Quiet now; ring on Friday.'))
    const reviews = (await clocksOf()).filter(({ name }) => name === 'review-case')
    assert.deepEqual(
      reviews.map(({ met_at }) => met_at !== null),
      [true, false],
    )
  })
})
