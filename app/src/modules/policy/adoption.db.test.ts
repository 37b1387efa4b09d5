import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { openTestDb } from '../../../test/database.js'
import type { TestDb } from '../../../test/database.js'
import { fullSchool } from '../../../test/full-school.js'
import type { FullSchool } from '../../../test/full-school.js'
import { publicIn, workerIn } from '../../kernel/actor.js'
import { inSchool, reading } from '../../kernel/db/in-school.js'
import type { ReadTx, Tx } from '../../kernel/db/tx.js'
import type { PostId } from '../../kernel/ids.js'
import { Refusal } from '../../kernel/refusal.js'
import { clauseOf } from '../../engine/packs/lookup.js'
import { myTasks } from '../communications/index.js'
import { withdrawDraft } from './commands/bring-into-force.js'
import { actsForText } from './queries/approvals.js'
import {
  activatePack,
  activePack,
  addComment,
  beginDraft,
  bringIntoForce,
  commentsOn,
  editEntry,
  openConsultation,
  openDraft,
  settleComment,
  submitDraft,
  takeStep,
  versionsOf,
} from './index.js'

const anyStaff = 'any-staff' as PostId
const anyParent = 'any-parent' as PostId
const clause = 'report-at-once'

describe('a new version of the policy', () => {
  let t: TestDb
  let school: FullSchool
  before(async () => {
    t = await openTestDb()
    school = await fullSchool(t.db)
  })
  after(() => t.close())

  const as = async <R>(post: string, work: (tx: Tx) => Promise<R>): Promise<R> =>
    inSchool(t.db, await school.as(post), work)
  const see = async <R>(post: string, work: (tx: ReadTx) => Promise<R>): Promise<R> =>
    reading(t.db, await school.as(post), work)
  const draft = () => see('dsl', openDraft)
  const textNow = () => see('dsl', async (tx) => clauseOf((await activePack(tx)).pack, clause)?.text)
  const step = async (post: string, id: string, more = {}) => {
    const hash = (await draft())?.content_hash ?? ''
    return as(post, (tx) =>
      takeStep(tx, { step: id, hash, outcome: 'done', meetingOn: null, minute: null, note: null, ...more }),
    )
  }
  const board = { meetingOn: Temporal.PlainDate.from('2026-11-19'), minute: '7.2' }
  const today = Temporal.PlainDate.from('2026-11-24')
  const reword = (text: string) =>
    as('dsl', (tx) => editEntry(tx, { section: 'clause', entry: clause, change: { text } }))

  test('a school at work cannot come round the steps: a pack is not simply put in force', async () => {
    await assert.rejects(
      as('headteacher', (tx) => activatePack(tx, school.pack)),
      /agreed and approved/,
    )
    assert.equal((await see('dsl', versionsOf)).length, 1)
  })

  test('somebody whose post does not write the policy cannot begin one, and only one is made at a time', async () => {
    await assert.rejects(as('class-teacher', (tx) => beginDraft(tx)))
    await as('dsl', (tx) => beginDraft(tx))
    await assert.rejects(
      as('headteacher', (tx) => beginDraft(tx)),
      /being made already/,
    )
  })

  test('a change that the policy could not stand with is refused beside its field, and nothing is saved', async () => {
    await assert.rejects(
      reword(' '),
      (fault: unknown) => fault instanceof Refusal && fault.field === 'text' && /must be words/.test(fault.sentence),
    )
    await assert.rejects(reword('<b>Now</b>'), Refusal)
    const drop = { section: 'clause', entry: clause, change: { drop: true, why: 'No.' } } as const
    await assert.rejects(
      as('dsl', (tx) => editEntry(tx, drop)),
      /must/,
    )
  })

  test('blanks and references to nothing keep a version from being submitted', async () => {
    await reword('[Name] hears of it, see promise 99.1.')
    await assert.rejects(
      as('dsl', (tx) => submitDraft(tx, 'It is current.')),
      /still has a blank: \[Name\].*points to 99\.1/s,
    )
  })

  test('each audience is asked once, and a parent’s words on the public page name nobody unless they wish', async () => {
    const id = (await draft())?.id ?? ''
    const ask = { ask: 'Is this clear?', closesOn: Temporal.PlainDate.from('2026-12-04') }
    await as('dsl', (tx) => openConsultation(tx, { audience: anyParent, ...ask }))
    await assert.rejects(
      as('dsl', (tx) => openConsultation(tx, { audience: anyParent, ...ask })),
      /asked about this draft already/,
    )
    const said = { draft: id, audience: anyParent, words: 'Say when we hear back.', clause, saidBy: null, own: true }
    await inSchool(t.db, publicIn(school.id), (tx) => addComment(tx, said))
    const [comment] = await see('dsl', (tx) => commentsOn(tx, id))
    assert.deepEqual([comment?.person_id, comment?.said_by, comment?.words], [null, null, 'Say when we hear back.'])
    const teacher = { ...said, audience: anyStaff, words: 'Too long.', saidBy: 'A teacher' }
    await as('class-teacher', (tx) => addComment(tx, teacher))
    assert.equal(
      (await see('class-teacher', (tx) => commentsOn(tx, id))).length,
      1,
      'others’ words are not theirs to read',
    )
  })

  test('a version waits until it is said what was done about every comment, and a change names what was really changed', async () => {
    const id = (await draft())?.id ?? ''
    await reword('Staff report a concern at once, and hear back the same day.')
    await assert.rejects(
      as('dsl', (tx) => submitDraft(tx, 'It is current.')),
      /2 comments wait/,
    )
    const [first, second] = await see('dsl', (tx) => commentsOn(tx, id))
    const changed = { comment: first?.id ?? '', outcome: 'changed', words: 'We say when.' } as const
    await assert.rejects(
      as('dsl', (tx) => settleComment(tx, { ...changed, clause: 'reasonable-steps' })),
      /Choose the promise that was changed/,
    )
    await as('dsl', (tx) => settleComment(tx, { ...changed, clause }))
    await as('dsl', (tx) =>
      settleComment(tx, {
        comment: second?.id ?? '',
        outcome: 'not-changed',
        words: 'It says what it must.',
        clause: null,
      }),
    )
    assert.equal((await see('dsl', (tx) => commentsOn(tx, id)))[0]?.settled?.clause, clause)
  })

  test('once submitted it cannot be changed, and takes force only when each step was taken in order', async () => {
    await as('dsl', (tx) => submitDraft(tx, 'It is current and fit for its readers.'))
    await assert.rejects(reword('Too late.'), /cannot be changed/)
    await assert.rejects(
      as('headteacher', (tx) => bringIntoForce(tx, today)),
      /Still missing: Read by whoever runs the network/,
    )
    await assert.rejects(step('headteacher', 'agreed'), /earlier step/)
    await assert.rejects(step('class-teacher', 'technical-review'), /This is for: Network manager/)
    assert.deepEqual(
      (await see('network-manager', myTasks)).map(({ words }) => words),
      ['Agree or approve the next version of the policy'],
      'whoever has the next step owes it',
    )
    await step('network-manager', 'technical-review')
    assert.deepEqual(await see('network-manager', myTasks), [])
  })

  test('a step with a quorum counts people, one act each: twice by one is one, two at once are two', async () => {
    await step('headteacher', 'agreed')
    await assert.rejects(step('headteacher', 'agreed'), /counts once/)
    await assert.rejects(
      as('headteacher', (tx) => bringIntoForce(tx, today)),
      /Still missing: Agreed by the senior leaders \(1 more person\)/,
    )
    await step('senior-leader', 'agreed')
    await assert.rejects(step('chair-of-governors', 'approved'), /day of the meeting/)
    const chair = () => step('chair-of-governors', 'approved', board)
    const tries = await Promise.allSettled([chair(), chair(), step('safeguarding-governor', 'approved', board)])
    assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 2)
    const hash = (await draft())?.content_hash ?? ''
    const acts = await see('dsl', (tx) => actsForText(tx, hash))
    assert.equal(acts.filter(({ step: id }) => id === 'approved').length, 2)
    assert.ok(
      acts.every(({ person_id, at, post }) => person_id && at && post),
      'dated and named',
    )
  })

  test('it takes force on a day to come by a named act, whole, and until then the old words stand', async () => {
    await assert.rejects(
      as('dsl', (tx) => bringIntoForce(tx, today)),
      /may not put a policy in force/,
    )
    await assert.rejects(
      as('headteacher', (tx) => bringIntoForce(tx, today.subtract({ days: 1 }))),
      /never in the past/,
    )
    const old = await textNow()
    await as('headteacher', (tx) => bringIntoForce(tx, today.add({ days: 7 })))
    assert.equal(await textNow(), old)
    const [coming, present] = await see('dsl', versionsOf)
    assert.deepEqual([coming?.number, coming?.standing, present?.standing], [2, 'coming', 'in force'])
    assert.equal(coming?.activatedBy, school.holder('headteacher'))
    assert.deepEqual(coming?.differences, ['1 promise is worded differently: 3.2.'])
    t.clock.at('2026-12-01T09:00:00Z')
    assert.equal(await textNow(), 'Staff report a concern at once, and hear back the same day.')
    assert.equal(await draft(), null)
  })

  test('the next version begins with the school’s own words, and sent back it can be changed again, its acts kept', async () => {
    await as('dsl', (tx) => beginDraft(tx))
    await reword('Staff report a concern at once, to the lead.')
    await as('dsl', (tx) => submitDraft(tx, 'It is current.'))
    await step('network-manager', 'technical-review')
    await assert.rejects(step('headteacher', 'agreed', { outcome: 'sent-back' }), /what should be changed/)
    await step('headteacher', 'agreed', { outcome: 'sent-back', note: 'Name the deputy too.' })
    const reopened = await draft()
    assert.equal(reopened?.submitted_at, null)
    await reword('Staff report a concern at once, to the lead or a deputy.')
    await as('dsl', (tx) => submitDraft(tx, 'It is current.'))
    await assert.rejects(
      as('headteacher', (tx) => bringIntoForce(tx, Temporal.PlainDate.from('2026-12-01'))),
      /Still missing: Read by whoever runs the network/,
      'what was agreed was the old text',
    )
  })

  test('a draft cannot loosen the steps by which it is itself adopted', async () => {
    await as('headteacher', withdrawDraft)
    await as('dsl', (tx) => beginDraft(tx))
    const change = { drop: true, why: 'Quicker.' }
    for (const entry of ['technical-review', 'agreed'])
      await as('dsl', (tx) => editEntry(tx, { section: 'adoption', entry, change }))
    await as('dsl', (tx) => submitDraft(tx, 'It is current.'))
    await assert.rejects(step('chair-of-governors', 'approved', board), /earlier step/)
  })

  test('nobody at another school sees any of it', async () => {
    const other = await fullSchool(t.db)
    const seen = await reading(t.db, workerIn(other.id), async (tx) => [
      await openDraft(tx),
      (await versionsOf(tx)).length,
    ])
    assert.deepEqual(seen, [null, 1])
  })
})
