import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { addTestSchool, openTestDb, type TestDb } from '../../../../test/database.js'
import { settingUp } from '../../../kernel/actor.js'
import { inSchool, reading } from '../../../kernel/db/in-school.js'
import { tables } from '../../../kernel/db/tx.js'
import type { SchoolId } from '../../../kernel/ids.js'
import { applyImport } from '../commands/apply-import.js'
import { exampleSchool } from '../example/example-school.js'
import { manyPeopleFile } from '../example/files/many-people.js'
import { misFiles } from '../example/files/mis-files.js'
import { oneRosterFiles } from '../example/files/one-roster-files.js'
import { existingRoster } from '../queries/existing-roster.js'
import type { PeopleTables } from '../schema.js'
import type { ExistingRoster } from './existing.js'
import { rosterOf } from './fixtures/fixture.js'
import { readOneRoster } from './oneroster/read-one-roster.js'
import type { ImportedRoster } from './people/import-setting.js'
import type { ImportPlan } from './plan/import-plan.js'
import { planImport } from './plan/plan-import.js'
import { isUnreadable } from './table/table.js'

const TODAY = '2026-11-24'
const school = exampleSchool(Temporal.PlainDate.from(TODAY))

describe('an import carried out', () => {
  let t: TestDb
  before(async () => {
    t = await openTestDb()
  })
  after(() => t.close())

  const books = (id: SchoolId) => reading(t.db, settingUp(id), existingRoster)

  /** Reads, plans and carries out; answers the plan. */
  async function run(id: SchoolId, read: (existing: ExistingRoster) => Promise<ImportedRoster>): Promise<ImportPlan> {
    const existing = await books(id)
    const plan = planImport(existing, await read(existing), TODAY)
    await inSchool(t.db, settingUp(id), (tx) => applyImport(tx, plan, ['file.csv']))
    return plan
  }

  const fromText =
    (...texts: string[]) =>
    (existing: ExistingRoster) =>
      rosterOf(texts, { existing, today: TODAY })
  const example = fromText(...misFiles(school).values())

  const isEmpty = ({ add, change, end, responsibilities: links }: ImportPlan) =>
    [add, change, end, links.add, links.change, links.end].every((list) => list.length === 0)

  it('writes the example school, and a second time changes nothing', async () => {
    const id = await addTestSchool(t.db)
    await run(id, example)
    const { people, responsibilities } = await books(id)
    assert.deepEqual([people.length, responsibilities.length], [1086, school.responsibilities.length])
    assert.ok(isEmpty(await run(id, example)))
  })

  it('writes a OneRoster set, and a second time changes nothing, though it says nothing of responsibility', async () => {
    const id = await addTestSchool(t.db)
    const set = new Map(
      [...oneRosterFiles(school)].map(([name, text]): [string, Uint8Array] => [name, Buffer.from(text)]),
    )
    const read = async (existing: ExistingRoster) => {
      const roster = await readOneRoster(set, { system: 'oneroster', today: TODAY, existing })
      assert.ok(!isUnreadable(roster))
      return roster
    }
    await run(id, read)
    assert.ok((await books(id)).responsibilities.every((link) => link.parentalResponsibility === null))
    assert.ok(isEmpty(await run(id, read)))
  })

  it('keeps what a later file has no column for, in people and in links', async () => {
    const id = await addTestSchool(t.db)
    const headings =
      'Adno,Forename,Surname,Preferred Forename,UPN,Reg,Contact 1 Name,Contact 1 Email,Contact 1 Relationship,Contact 1 Parental Responsibility,Contact 1 Priority'
    await run(id, fromText(`${headings}\n1,Wren,Low,Wrenny,,Hazel,Ann Low,ann@low.example,Mother,Yes,1`))
    const plan = await run(
      id,
      fromText(
        'Adno,Forename,Surname,UPN,Reg,Contact 1 Name,Contact 1 Email\n1,Wren,Low,,Holly,Ann Low,ann@low.example',
      ),
    )
    assert.deepEqual([plan.change.length, plan.responsibilities.change.length], [1, 0])
    const { people, responsibilities } = await books(id)
    const wren = people.find(({ given }) => given === 'Wren')!
    assert.deepEqual([wren.knownAs, wren.classCode], ['Wrenny', 'Holly'])
    const { relationship, parentalResponsibility, priority } = responsibilities[0]!
    assert.deepEqual([relationship, parentalResponsibility, priority], ['mother', true, 1])
  })

  it('changes one thing of a link and keeps the others, with the former link in the books of the past', async () => {
    const id = await addTestSchool(t.db)
    const file = (priority: number) =>
      fromText(
        `Adno,Name,UPN,Contact 1 Name,Contact 1 Relationship,Contact 1 Parental Responsibility,Contact 1 Priority\n1,Wren Low,,Ann Low,Mother,Yes,${priority}`,
      )
    await run(id, file(2))
    await run(id, file(1))
    const rows = await reading(t.db, settingUp(id), (tx) =>
      tables<PeopleTables>(tx).selectFrom('responsibility').selectAll().orderBy('priority').execute(),
    )
    assert.deepEqual(
      rows.map((row) => [row.priority, row.relationship, row.parental_responsibility, row.ended === null]),
      [
        [1, 'mother', true, true],
        [2, 'mother', true, false],
      ],
    )
  })

  it('ends leavers on the day and deletes nobody', async () => {
    const id = await addTestSchool(t.db)
    const file = (count: number) =>
      fromText(
        `Adno,Name,UPN\n${Array.from({ length: count }, (_, place) => `${place},Wren Low ${place},`).join('\n')}`,
      )
    await run(id, file(20))
    await run(id, file(19))
    const ended = (await books(id)).people.filter(({ end }) => end !== null)
    assert.deepEqual(
      ended.map(({ family, end }) => [family, end]),
      [['19', TODAY]],
    )
  })

  it('takes 20,000 people in under a minute', async () => {
    const id = await addTestSchool(t.db)
    const started = performance.now()
    await run(id, fromText(manyPeopleFile(20_000)))
    const seconds = (performance.now() - started) / 1000
    assert.equal((await books(id)).people.length, 20_000)
    assert.ok(seconds < 60, `${seconds.toFixed(1)} s`)
  })
})
