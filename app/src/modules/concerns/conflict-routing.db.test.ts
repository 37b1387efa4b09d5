import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openTestDb } from '../../../test/database.js'
import type { TestDb } from '../../../test/database.js'
import { fullSchool } from '../../../test/full-school.js'
import type { FullSchool } from '../../../test/full-school.js'
import { publicIn, workerIn } from '../../kernel/actor.js'
import type { Actor } from '../../kernel/actor.js'
import { inSchool, reading } from '../../kernel/db/in-school.js'
import { tables } from '../../kernel/db/tx.js'
import type { ReadTx } from '../../kernel/db/tx.js'
import type { PostId } from '../../kernel/ids.js'
import { appoint } from '../people/index.js'
import { myNotifications, myTasks } from '../communications/index.js'
import { barPerson } from './commands/bar-person.js'
import { linkConcerns } from './commands/link-concerns.js'
import { reportConcern } from './commands/report-concern.js'
import { concernOf } from './queries/concern-of.js'
import { searchConcerns } from './queries/search-concerns.js'
import { inboxCounts, openConcerns } from './queries/open-concerns.js'
import { exampleConversation, exampleReport } from './report.examples.js'
import type { ConcernTables } from './schema.js'

const everywhere = [
  'concern',
  'statement',
  'concern_person',
  'concern_clock',
  'concern_told',
  'concern_link',
  'conversation',
  'conversation_message',
] as const

describe('a concern about somebody', () => {
  let t: TestDb
  let school: FullSchool
  before(async () => {
    t = await openTestDb()
    school = await fullSchool(t.db)
  })
  after(() => t.close())

  /** Every trace of a concern that an actor can find, by the ways there are. */
  const traces = (actor: Actor, concern: string, word: string): Promise<readonly string[]> =>
    reading(t.db, actor, async (tx) => {
      const found: string[] = []
      for (const table of everywhere) if (await hasRows(tx, table, concern)) found.push(table)
      if (await hasJournal(tx, concern)) found.push('journal')
      if (
        (await openConcerns(tx, { show: 'new', place: { after: null, before: null } })).some(({ id }) => id === concern)
      )
        found.push('inbox')
      if ((await searchConcerns(tx, word)).rows.length > 0) found.push('search')
      if ((await myTasks(tx)).some(({ url }) => url.includes(concern))) found.push('tasks')
      if ((await myNotifications(tx)).some(({ url }) => url.includes(concern))) found.push('notifications')
      return found
    })

  const hasRows = async (tx: ReadTx, table: (typeof everywhere)[number], concern: string): Promise<boolean> => {
    const column = table === 'concern' || table === 'conversation' ? 'id' : 'concern_id'
    const rows = await tables<ConcernTables>(tx)
      .selectFrom(table)
      .select('school_id')
      .where(column as never, '=', concern as never)
      .execute()
    return rows.length > 0
  }

  const hasJournal = async (tx: ReadTx, concern: string): Promise<boolean> => {
    const rows = await tables<{ journal_entry: { about_id: string; details: unknown } }>(tx)
      .selectFrom('journal_entry')
      .select('details')
      .where('about_id', '=', concern)
      .execute()
    return rows.length > 0
  }

  const reportAbout = async (person: string, word: string) => {
    const told = await reportConcern(
      t.db,
      publicIn(school.id),
      exampleReport({
        words: `Something ${word} happened.`,
        people: [{ person: school.holder(person), described: null, role: 'caused-harm' }],
        conversation: exampleConversation(),
      }),
    )
    return told.concern
  }

  test('is kept by the database from the holder of every post in turn: lists, search, counts, notifications, tasks, journal', async () => {
    for (const [at, { id: post }] of school.pack.pack.posts.entries()) {
      const word = `zebra${at}`
      const subject = await school.as(post)
      const counted = await reading(t.db, subject, inboxCounts)
      const concern = await reportAbout(post, word)
      assert.deepEqual(await traces(subject, concern, word), [], `${post} finds no trace`)
      assert.deepEqual(await reading(t.db, subject, inboxCounts), counted, `${post} counts nothing more`)
      await assert.rejects(
        reading(t.db, subject, (tx) => concernOf(tx, concern)),
        /no such concern/,
      )
      const row = await reading(t.db, workerIn(school.id), (tx) => concernOf(tx, concern))
      const reader = await school.as(row.post!)
      const found = await traces(reader, concern, word)
      for (const way of ['concern', 'journal', 'inbox', 'search', 'tasks', 'notifications'])
        assert.ok(found.includes(way), `${post}: ${row.post} finds it in ${way}`)
    }
  })

  test('stays shut to the subject when they take over, or stand in for, the very post that reads it', async () => {
    const concern = await reportAbout('class-teacher', 'walrus')
    const teacher = school.holder('class-teacher')
    await inSchool(t.db, workerIn(school.id), (tx) =>
      appoint(tx, { post: 'headteacher' as PostId, person: teacher, kind: 'cover' }),
    )
    const now = await school.actor(teacher)
    assert.ok(now.posts.has('headteacher' as PostId), 'they do act as headteacher')
    assert.deepEqual(await traces(now, concern, 'walrus'), [])
  })

  test('found out later to be about somebody is kept from them from that moment, with all that was seen before', async () => {
    const { concern } = await reportConcern(
      t.db,
      publicIn(school.id),
      exampleReport({ words: 'A badger was seen.', conversation: exampleConversation() }),
    )
    const { concern: other } = await reportConcern(t.db, publicIn(school.id), exampleReport())
    const dsl = await school.as('dsl')
    await inSchool(t.db, dsl, (tx) => linkConcerns(tx, { concern, other, why: 'The same bus.' }))
    const seen = await traces(dsl, concern, 'badger')
    assert.ok(seen.includes('statement') && seen.includes('concern_link') && seen.includes('journal'))
    await barPerson(t.db, await school.as('deputy-dsl'), concern, school.holder('dsl'))
    assert.deepEqual(await traces(dsl, concern, 'badger'), [])
    const head = await traces(await school.as('headteacher'), concern, 'badger')
    for (const way of ['concern', 'statement', 'conversation_message', 'tasks', 'notifications', 'journal', 'search'])
      assert.ok(head.includes(way), `the headteacher, to whom it goes now, finds it in ${way}`)
  })

  test('the administrator of the system, with every power of the pack but no post in its sight, finds nothing', async () => {
    const concern = await reportAbout('headteacher', 'ocelot')
    const manager = await school.as('network-manager')
    const everyPower = new Set(school.pack.pack.posts.flatMap(({ powers }) => powers))
    assert.deepEqual(await traces({ ...manager, powers: everyPower }, concern, 'ocelot'), [])
  })
})
