import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import type { PersonId } from '../../../../kernel/ids.js'
import type { ExistingRoster } from '../../import/existing.js'
import { NOBODY, SETTING } from '../../import/fixtures/fixture.js'
import { suggestMapping } from '../../import/mapping/suggest-mapping.js'
import { readOneRoster } from '../../import/oneroster/read-one-roster.js'
import type { ImportedRoster } from '../../import/people/import-setting.js'
import { readPeople } from '../../import/people/read-people.js'
import { planImport } from '../../import/plan/plan-import.js'
import { sourceKey } from '../../import/roster.js'
import { readTable } from '../../import/table/read-table.js'
import { isUnreadable } from '../../import/table/table.js'
import { exampleSchool } from '../example-school.js'
import { manyPeopleFile } from './many-people.js'
import { misFiles } from './mis-files.js'
import { oneRosterFiles } from './one-roster-files.js'

const TODAY = '2026-11-23'
const school = exampleSchool(Temporal.PlainDate.from(TODAY))

async function read(files: ReadonlyMap<string, string>, existing: ExistingRoster = NOBODY): Promise<ImportedRoster> {
  const tables = await Promise.all([...files].map(([name, text]) => readTable(Buffer.from(text), { name })))
  const ready = tables.map((table) => {
    if (isUnreadable(table)) throw new Error(table.unreadable)
    return { table, mapping: suggestMapping(table.headings).mapping }
  })
  return readPeople(ready, { ...SETTING, existing })
}

/** The books as they would be after the first import. */
function booksOf(roster: ImportedRoster): ExistingRoster {
  const idOf = (source: ImportedRoster['people'][number]['source']) => sourceKey(source) as PersonId
  return {
    people: roster.people.map(({ at: _, ...person }) => ({ ...person, personId: idOf(person.source) })),
    responsibilities: roster.responsibilities.map(({ at: _, child, adult, ...link }) => ({
      ...link,
      childId: idOf(child),
      adultId: idOf(adult),
    })),
  }
}

describe('the example school’s own exports', () => {
  it('bring back everybody, with nothing wrong', async () => {
    const roster = await read(misFiles(school))
    assert.equal(roster.people.length, 1086)
    assert.equal(roster.responsibilities.length, school.responsibilities.length)
    const kinds = new Set(roster.problems.map(({ rule, severity }) => `${severity} ${rule}`))
    assert.deepEqual([...kinds].sort(), ['doubtful no-responsibility', 'doubtful one-name'])
  })

  it('bring back every detail as it was', async () => {
    const { people } = await read(misFiles(school))
    const imported = new Map(people.map((person) => [person.source.id, person]))
    for (const person of school.people) {
      const { source: _, ...expected } = person
      const { source: __, at: ___, ...found } = imported.get(person.source.id)!
      for (const [key, value] of Object.entries(expected)) {
        // A list without a column for it says nothing of a leaving date.
        if (key !== 'end')
          assert.deepEqual(found[key as keyof typeof found] ?? null, value ?? null, `${person.source.id} ${key}`)
      }
    }
  })

  it('change nothing when they are imported again', async () => {
    const existing = booksOf(await read(misFiles(school)))
    const plan = planImport(existing, await read(misFiles(school), existing), TODAY)
    assert.deepEqual(
      [
        plan.add,
        plan.change,
        plan.end,
        plan.responsibilities.add,
        plan.responsibilities.change,
        plan.responsibilities.end,
        plan.guards,
      ],
      [[], [], [], [], [], [], []],
    )
    assert.equal(plan.same, 1086)
  })

  it('bring back pupils, parents and staff as a OneRoster set', async () => {
    const files = new Map(
      [...oneRosterFiles(school)].map(([name, text]): [string, Uint8Array] => [name, Buffer.from(text)]),
    )
    const roster = await readOneRoster(files, { system: 'invented-mis', today: TODAY, existing: NOBODY })
    assert.ok(!isUnreadable(roster))
    assert.equal(roster.people.length, 1055)
    assert.equal(roster.responsibilities.length, school.responsibilities.length)
    assert.deepEqual([...new Set(roster.problems.map(({ rule }) => rule))], ['one-name'])
    assert.deepEqual(
      Map.groupBy(
        roster.people.filter(({ kind }) => kind === 'pupil'),
        ({ classCode }) => classCode,
      ).size,
      14,
    )
  })
})

it('reads 20,000 people and plans their import in seconds', async () => {
  const file = new Map([['many.csv', manyPeopleFile(20_000)]])
  const started = performance.now()
  const roster = await read(file)
  const existing = booksOf(roster)
  planImport(NOBODY, roster, TODAY)
  const second = planImport(existing, await read(file, existing), TODAY)
  const seconds = (performance.now() - started) / 1000
  assert.equal(roster.people.length, 20_000)
  assert.deepEqual(
    [roster.problems.filter(({ severity }) => severity === 'wrong'), second.change, second.end],
    [[], [], []],
  )
  assert.ok(seconds < 20, `reading twice and planning twice took ${seconds.toFixed(1)} s`)
})
