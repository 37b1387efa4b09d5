import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { openTestDb } from '../../../../test/database.js'
import type { TestDb } from '../../../../test/database.js'
import { fullSchool } from '../../../../test/full-school.js'
import { inSchool } from '../../../kernel/db/in-school.js'
import type { PostId } from '../../../kernel/ids.js'
import { postsOf } from '../queries/posts-of.js'
import { appoint, endAppointment } from './appoint.js'

describe('the end of somebody’s time in a post', () => {
  let t: TestDb
  before(async () => {
    t = await openTestDb()
  })
  after(() => t.close())

  test('long over cannot be ended again: that would put them back into the post for a day', async () => {
    const school = await fullSchool(t.db)
    const head = await school.as('headteacher')
    const post = 'dsl' as PostId
    const person = school.holder('class-teacher')
    const [from, to] = ['2024-09-01', '2025-07-22'].map((day) => Temporal.PlainDate.from(day))
    const was = await inSchool(t.db, head, (tx) => appoint(tx, { post, person, kind: 'holder', from, to: to ?? null }))
    await assert.rejects(
      inSchool(t.db, head, (tx) => endAppointment(tx, was)),
      /does not hold that post any more/,
    )
    assert.ok(!(await inSchool(t.db, head, (tx) => postsOf(tx, person))).has(post))
  })
})
