import assert from 'node:assert/strict'
import { beforeEach, describe, test } from 'node:test'
import { sql } from 'kysely'
import { good } from '../../../test/at-school.js'
import { workerIn } from '../../kernel/actor.js'
import type { Actor } from '../../kernel/actor.js'
import { reading } from '../../kernel/db/in-school.js'
import { tables } from '../../kernel/db/tx.js'
import { about, atDesk, decide } from './desk.examples.js'
import type { ConcernTables } from './schema.js'

describe('a kind of risk that a procedure always follows', () => {
  const { here, report, row, pupil, act } = atDesk()
  let dsl: Actor
  beforeEach(async () => {
    dsl = await here.school.as('dsl')
  })
  /** Of the case that a concern belongs to. */
  const procedureOf = async (concern: string): Promise<string | null | undefined> => {
    const { case_id } = await row(concern)
    const found = await reading(here.t.db, workerIn(here.school.id), (tx) =>
      sql<{ procedure: string | null }>`SELECT procedure FROM case_file WHERE id = ${case_id}`.execute(
        tables<ConcernTables>(tx),
      ),
    )
    return found.rows[0]?.procedure
  }

  test('a nude picture cannot become a case that says nothing of not looking at it', async () => {
    const { concern } = await report()
    const image = { ...decide, kind: 'conduct/nudes-semi-nudes', decision: 'take-up' }
    const page = good(await here.routes.get(dsl, `/concerns/${concern}`)).html
    assert.match(page, /<option value="usual" selected/, 'what the policy names is chosen before anything is')
    const none = good(await act(dsl, concern, 'triage', { ...image, procedure: 'none' }), 400)
    assert.match(none.html, /our policy begins with “A nude image of a child has been made or shared”/)
    assert.equal((await row(concern)).case_id, null)
    const taken = await act(dsl, concern, 'triage', { ...image, procedure: 'usual' })
    assert.match(taken.location ?? '', /^\/cases\//)
    assert.equal(await procedureOf(concern), 'shared-image')
  })

  test('a nude picture is settled by no advice and no word that it was dealt with, only as something else or nothing', async () => {
    const ash = await pupil('Ash')
    const other = await report({ people: about(ash) })
    const { concern } = await report({ people: about(ash) })
    const image = { ...decide, kind: 'conduct/nudes-semi-nudes' }
    const close = { ...image, decision: 'close', closeWords: 'It was a drawing of a cat.' }
    const settling = [
      { ...image, decision: 'advise', advice: 'Talked to both.' },
      { ...close, reason: 'finished' },
      { ...close, reason: 'advised' },
      { ...image, decision: 'link', other: other.concern, linkWhy: 'The same evening.' },
    ]
    for (const tried of settling) {
      const refused = good(await act(dsl, concern, 'triage', tried), 400).html
      assert.match(refused, /our policy always follows “A nude image of a child has been made or shared”/)
      assert.match(refused, /Talked to both|a drawing of a cat|The same evening/, 'what was typed is kept')
      assert.equal((await row(concern)).triaged_at, null, 'nothing is decided')
    }
    assert.equal((await act(dsl, concern, 'triage', { ...close, reason: 'unfounded' })).status, 303)
  })

  test('a nude picture joins a case that follows its procedure, or begins it there; never one that follows another', async () => {
    const ash = await pupil('Ash')
    const image = { ...decide, kind: 'conduct/nudes-semi-nudes' }
    const openedAs = async (kind: object, procedure: string): Promise<string> => {
      const { concern } = await report({ people: about(ash) })
      const taken = await act(dsl, concern, 'triage', { ...decide, ...kind, decision: 'take-up', procedure })
      assert.equal(taken.status, 303, taken.html.match(/error-summary[^]{0,600}/)?.[0])
      return concern
    }
    const join = async (into: string) => {
      const { concern } = await report({ people: about(ash) })
      return { concern, tried: await act(dsl, concern, 'triage', { ...image, decision: 'join-case', case: into }) }
    }
    const without = await openedAs({ kind: 'conduct/hacking' }, 'none')
    assert.equal(await procedureOf(without), null)
    assert.equal((await join(without)).tried.status, 303)
    assert.equal(await procedureOf(without), 'shared-image')
    assert.equal((await join(without)).tried.status, 303, 'one that follows it')
    const another = await openedAs({}, 'usual')
    const { concern, tried } = await join(another)
    assert.match(good(tried, 400).html, /always follows “A nude image[^]* that case follows “[^]*case of its own/)
    assert.equal((await row(concern)).case_id, null)
    assert.equal(await procedureOf(another), 'cyberbullying')
  })
})
