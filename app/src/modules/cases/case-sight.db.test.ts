import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openTestDb } from '../../../test/database.js'
import type { TestDb } from '../../../test/database.js'
import { fullSchool } from '../../../test/full-school.js'
import type { FullSchool } from '../../../test/full-school.js'
import type { Actor } from '../../kernel/actor.js'
import { inSchool, reading } from '../../kernel/db/in-school.js'
import { tables } from '../../kernel/db/tx.js'
import type { Tx } from '../../kernel/db/tx.js'
import type { PersonId } from '../../kernel/ids.js'
import type { JournalTables } from '../../kernel/journal/entry.js'
import { myNotifications, myTasks } from '../communications/index.js'
import { barPerson } from '../concerns/index.js'
import { openExampleCase } from './case.examples.js'
import { addAction } from './commands/actions.js'
import { addEntry } from './commands/add-entry.js'
import { addCasePerson, changeRole } from './commands/case-people.js'
import { letSee } from './commands/change-sight.js'
import { decide } from './commands/decide.js'
import { handOver } from './commands/hand-over.js'
import { linkCases } from './commands/link-cases.js'
import { caseCounts, caseList } from './queries/case-list.js'
import { caseOf } from './queries/case-of.js'
import { personInCase } from './queries/person-in-case.js'
import type { CaseTables } from './schema.js'

const everyTable = [
  'case_file',
  'case_person',
  'chronology_entry',
  'decision',
  'case_duty',
  'case_action',
  'case_link',
  'agency_contact',
  'parents_decision',
  'procedure_entry',
] as const satisfies readonly (keyof CaseTables)[]

describe('a case about somebody who works here', () => {
  let t: TestDb
  before(async () => {
    t = await openTestDb()
  })
  after(() => t.close())

  const about = (person: PersonId) => ({ people: [{ person, described: null, role: 'caused-harm' }] })

  /** Everything of cases that an actor can find by any way the product has. */
  const findable = (as: Actor, id: string) =>
    reading(t.db, as, async (tx) => {
      const found: Record<string, number> = {}
      for (const table of everyTable)
        found[table] = (await tables<CaseTables>(tx).selectFrom(table).selectAll().execute()).length
      const entries = await tables<JournalTables>(tx).selectFrom('journal_entry').selectAll().execute()
      found['journal'] = entries.filter(
        ({ about_id, details }) => about_id === id || JSON.stringify(details).includes(id),
      ).length
      found['list'] = (await caseList(tx, 'open', { after: null, before: null }, 50)).length
      found['count'] = (await caseCounts(tx)).open
      found['tasks'] = (await myTasks(tx)).length
      found['notifications'] = (await myNotifications(tx)).filter(({ url }) => url.includes(id)).length
      return Object.entries(found).filter(([, count]) => count > 0)
    })

  for (const post of ['headteacher', 'dsl', 'deputy-dsl', 'network-manager', 'safeguarding-governor'])
    test(`the ${post} complained of finds nothing of it: not the case, a list, a count, a task, or the journal`, async () => {
      const fresh = await fullSchool(t.db)
      const subject = fresh.holder(post)
      const told = await openWithFirstContact(fresh, about(subject))
      await inSchool(t.db, told.lead, async (tx) => {
        await addEntry(tx, told.case, { kind: 'fact', words: 'A fact', happenedAt: tx.now })
        await decide(tx, told.case, { decided: 'Ring the LADO', reasons: 'Threshold', acting: true })
        await addAction(tx, told.case, { what: 'Ring', owner: told.lead.personId as PersonId, due: tx.now })
      })
      assert.deepEqual(await findable(await fresh.actor(subject), told.case), [])
      await assert.rejects(
        reading(t.db, await fresh.as(post), (tx) => caseOf(tx, told.case)),
        /no such case/,
      )
      const give = (work: (tx: Tx) => Promise<unknown>) => inSchool(t.db, told.lead, work)
      await assert.rejects(
        give((tx) => letSee(tx, told.case, subject, 'By mistake')),
        /cannot be given/,
      )
      await assert.rejects(
        give((tx) => handOver(tx, told.case, subject, 'By mistake')),
        /cannot be given/,
      )
    })

  /** Whoever hears first of a concern takes it up. */
  async function openWithFirstContact(
    fresh: FullSchool,
    report: Parameters<typeof openExampleCase>[3]['report'],
  ): Promise<{ readonly case: string; readonly concern: string; readonly lead: Actor }> {
    const posts = ['dsl', 'headteacher', 'chair-of-governors', 'deputy-dsl', 'safeguarding-governor']
    for (const post of posts) {
      const lead = await fresh.as(post)
      const opened = await openExampleCase(t.db, fresh.id, lead, {
        procedure: 'staff-misuse',
        ...(report ? { report } : {}),
      }).catch(() => null)
      if (opened) return { ...opened, lead }
    }
    throw new Error('nobody could take the concern up')
  }

  test('somebody barred later loses the case at once, with their lead of it and everything on it', async () => {
    const fresh = await fullSchool(t.db)
    const dsl = await fresh.as('dsl')
    const opened = await openExampleCase(t.db, fresh.id, dsl, { procedure: 'staff-misuse' })
    await inSchool(t.db, dsl, (tx) => addEntry(tx, opened.case, { kind: 'fact', words: 'A fact', happenedAt: tx.now }))
    const deputy = await fresh.as('deputy-dsl')
    const head = await fresh.as('headteacher')
    await barPerson(t.db, deputy, opened.concern, fresh.holder('dsl'))
    assert.deepEqual(await findable(await fresh.as('dsl'), opened.case), [])
    const stillSeen = await Promise.all(
      [head, deputy, await fresh.as('chair-of-governors')].map((as) =>
        reading(t.db, as, (tx) => caseOf(tx, opened.case)).catch(() => null),
      ),
    )
    const seen = stillSeen.find((row) => row !== null)
    assert.ok(seen, 'somebody can still see it')
    assert.notEqual(seen.lead, fresh.holder('dsl'), 'and somebody else leads it')
  })

  test('what is shared by name is seen by that person and nobody else, and is noted', async () => {
    const fresh = await fullSchool(t.db)
    const dsl = await fresh.as('dsl')
    const opened = await openExampleCase(t.db, fresh.id, dsl, { procedure: null })
    const senco = await fresh.as('senco')
    assert.deepEqual(await findable(senco, opened.case), [])
    await inSchool(t.db, dsl, (tx) => letSee(tx, opened.case, fresh.holder('senco'), 'She knows the child'))
    assert.equal((await reading(t.db, senco, (tx) => caseOf(tx, opened.case))).id, opened.case)
    assert.deepEqual(await findable(await fresh.as('computing-lead'), opened.case), [])
  })

  test('an adult of the school cannot be made the one complained of by a change of role, and see it all the same', async () => {
    const fresh = await fullSchool(t.db)
    const dsl = await fresh.as('dsl')
    const head = fresh.holder('headteacher')
    const opened = await openExampleCase(t.db, fresh.id, dsl, { procedure: null })
    const write = <R>(work: (tx: Tx) => Promise<R>): Promise<R> => inSchool(t.db, dsl, work)
    const saw = { person_id: head, described: null, describedChild: false, role: 'saw' }
    await write((tx) => addCasePerson(tx, opened.case, saw))
    const inCase = await write((tx) => personInCase(tx, opened.case, head))
    await assert.rejects(
      write((tx) => changeRole(tx, opened.case, inCase ?? '', 'caused-harm')),
      /barred from seeing it/,
    )
    await assert.rejects(
      write((tx) => changeRole(tx, opened.case, 'nobody', 'saw')),
      /no such person/,
    )
  })

  describe('a case that is linked to one about the headteacher', () => {
    /** What the headteacher can read of the links, after the case itself was shared with somebody else. */
    async function linksSeenByHead(barredLater: boolean): Promise<readonly string[]> {
      const fresh = await fullSchool(t.db)
      const chair = await fresh.as('chair-of-governors')
      const [dsl, head] = [await fresh.as('dsl'), fresh.holder('headteacher')]
      const ordinary = await openExampleCase(t.db, fresh.id, dsl, { procedure: null })
      await inSchool(t.db, dsl, (tx) =>
        letSee(tx, ordinary.case, fresh.holder('headteacher'), 'Knows').catch(() => null),
      )
      await inSchool(t.db, dsl, (tx) => letSee(tx, ordinary.case, chair.personId as PersonId, 'Chairs'))
      const grave = barredLater
        ? await openExampleCase(t.db, fresh.id, dsl, { procedure: null })
        : await openExampleCase(t.db, fresh.id, chair, { procedure: null, report: about(head) })
      const linker = barredLater ? dsl : chair
      const number = await reading(t.db, linker, async (tx) => (await caseOf(tx, grave.case)).number)
      await inSchool(t.db, linker, (tx) => linkCases(tx, ordinary.case, number, 'The same adult'))
      if (barredLater) await barPerson(t.db, dsl, grave.concern, head)
      await inSchool(t.db, dsl, (tx) => letSee(tx, ordinary.case, fresh.holder('senco'), 'Knows the child'))
      return reading(t.db, await fresh.as('headteacher'), async (tx) => {
        assert.equal((await caseOf(tx, ordinary.case)).id, ordinary.case, 'the ordinary case is theirs to see')
        const entries = await tables<CaseTables>(tx).selectFrom('chronology_entry').select('words').execute()
        const links = await tables<CaseTables>(tx).selectFrom('case_link').select('why').execute()
        return [...entries.map(({ words }) => words), ...links.map(({ why }) => why)].filter(
          (words) => words.includes(number) || words.includes('same adult'),
        )
      })
    }

    test('does not tell the headteacher that there is another', async () => {
      assert.deepEqual(await linksSeenByHead(false), [])
    })

    test('nor once the other turns out to be about them', async () => {
      assert.deepEqual(await linksSeenByHead(true), [])
    })
  })
})
