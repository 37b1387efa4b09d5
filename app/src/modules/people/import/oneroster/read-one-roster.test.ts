import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fixtureFolder, NOBODY } from '../fixtures/fixture.js'
import type { ImportedRoster } from '../people/import-setting.js'
import { isUnreadable } from '../table/table.js'
import { readOneRoster } from './read-one-roster.js'

const SETTING = { system: 'invented-mis', today: '2026-11-23', existing: NOBODY }

async function read(files: Map<string, Uint8Array>, school?: string): Promise<ImportedRoster> {
  const roster = await readOneRoster(files, { ...SETTING, ...(school ? { school } : {}) })
  if (isUnreadable(roster)) throw new Error(roster.unreadable)
  return roster
}

const byId = (roster: ImportedRoster, id: string) => roster.people.find(({ source }) => source.id.endsWith(`/${id}`))

/** The 1.1 fixture with one file rewritten. */
function changed(name: string, from: string, to: string): Map<string, Uint8Array> {
  const files = fixtureFolder('oneroster-1.1')
  const text = Buffer.from(files.get(name)!).toString()
  assert.ok(text.includes(from))
  return files.set(name, Buffer.from(text.replace(from, to)))
}

describe('a OneRoster 1.1 set', () => {
  it('gives pupils with class, year and birth, staff with their jobs, and parents', async () => {
    const roster = await read(fixtureFolder('oneroster-1.1'))
    const wren = byId(roster, 'u-1')!
    assert.deepEqual([wren.kind, wren.classCode, wren.year, wren.born], ['pupil', 'Hawthorn', '3', '2018-03-14'])
    assert.deepEqual([byId(roster, 'u-3')!.kind, byId(roster, 'u-3')!.jobTitle], ['staff', 'Teacher'])
    assert.deepEqual([roster.people.length, roster.whole, roster.problems], [7, true, []])
  })

  it('links children and adults from whichever side names the other, and claims nothing about responsibility', async () => {
    const { responsibilities } = await read(fixtureFolder('oneroster-1.1'))
    assert.deepEqual(
      responsibilities.map(({ child, adult, relationship }) => `${child.id} ${adult.id} ${relationship}`),
      ['pupil/u-1 parent/u-10 parent', 'pupil/u-1 parent/u-11 guardian', 'pupil/u-2 parent/u-12 relative'],
    )
    assert.ok(responsibilities.every((link) => link.parentalResponsibility === null))
  })

  it('leaves a pupil without a class when two homerooms claim them', async () => {
    const roster = await read(
      changed('classes.csv', 'c-ma3,,,Maths set B,03,,,scheduled', 'c-ma3,,,Rowan,03,,,homeroom'),
    )
    assert.equal(byId(roster, 'u-1')!.classCode, null)
  })

  it('does not put a pupil back into last year’s class', async () => {
    const roster = await read(changed('enrollments.csv', '2025-09-03,2026-07-22', '2025-09-03,'))
    assert.equal(byId(roster, 'u-1')!.classCode, 'Hawthorn')
  })

  it('is read under other capital letters and in a folder, and without a manifest with a doubt', async () => {
    const files = new Map(
      [...fixtureFolder('oneroster-1.1')].map(([name, bytes]) => [`export/${name.toUpperCase()}`, bytes]),
    )
    files.delete('export/MANIFEST.CSV')
    const roster = await read(files)
    assert.deepEqual([roster.people.length, roster.problems.map(({ rule }) => rule)], [7, ['no-manifest']])
  })

  it('names the line of an impossible birth date, and keeps the child', async () => {
    const roster = await read(changed('demographics.csv', '2020-02-29', '2019-02-29'))
    const { file, line, column, rule } = roster.problems[0]!
    assert.deepEqual([file, line, column, rule], ['demographics.csv', 3, 'birthDate', 'date-impossible'])
    assert.deepEqual([byId(roster, 'u-2')!.born, roster.unidentified], [undefined, 0])
  })

  it('withholds a person with a role that OneRoster does not have', async () => {
    const roster = await read(changed('users.csv', 'administrator', 'wizard'))
    assert.match(roster.problems[0]!.sentence, /“wizard” is not a role/)
    assert.equal(roster.people.length, 6)
  })
})

describe('a OneRoster 1.2 set of changes for several schools', () => {
  it('asks which school is meant', async () => {
    const reading = await readOneRoster(fixtureFolder('oneroster-1.2'), SETTING)
    assert.ok(isUnreadable(reading))
    assert.match(reading.unreadable, /2 schools: Little Hedgeling Primary School, Upper Quickset School/)
    const other = await readOneRoster(fixtureFolder('oneroster-1.2'), { ...SETTING, school: 'org-7' })
    assert.ok(isUnreadable(other))
  })

  it('brings the people of that school only, parents by their children', async () => {
    const roster = await read(fixtureFolder('oneroster-1.2'), 'org-1')
    assert.deepEqual(
      roster.people.map(({ source }) => source.id),
      ['pupil/u-1', 'pupil/u-2', 'parent/u-10', 'staff/u-30'],
    )
    assert.equal(roster.whole, false)
  })

  it('ends who was taken back, and takes the primary role where there are two', async () => {
    const roster = await read(fixtureFolder('oneroster-1.2'), 'org-1')
    assert.equal(byId(roster, 'u-2')!.end, '2026-11-18')
    assert.deepEqual(
      [byId(roster, 'u-30')!.jobTitle, byId(roster, 'u-30')!.start],
      ['Teaching assistant', '2023-01-09'],
    )
    const files = fixtureFolder('oneroster-1.2')
    const [headings, ...lines] = Buffer.from(files.get('roles.csv')!).toString().trim().split('\n')
    const reversed = await read(files.set('roles.csv', Buffer.from([headings, ...lines.reverse()].join('\n'))), 'org-1')
    assert.equal(byId(reversed, 'u-30')!.jobTitle, 'Teaching assistant')
    assert.deepEqual([byId(roster, 'u-1')!.knownAs, byId(roster, 'u-1')!.classCode], ['Wrenny', '3H'])
  })

  it('says when it moves people whom it does not describe', async () => {
    const roster = await read(fixtureFolder('oneroster-1.2'), 'org-1')
    assert.deepEqual(
      roster.problems.map(({ rule, line }) => `${rule} ${line}`),
      ['not-in-delta 3'],
    )
  })
})

describe('files that are no OneRoster set', () => {
  it('are refused in words', async () => {
    const refusal = async (files: Map<string, Uint8Array>) => {
      const reading = await readOneRoster(files, SETTING)
      assert.ok(isUnreadable(reading))
      return reading.unreadable
    }
    assert.match(await refusal(new Map()), /no users.csv/)
    assert.match(
      await refusal(changed('manifest.csv', 'oneroster.version,1.1', 'oneroster.version,2.0')),
      /OneRoster 2.0.*1.1 and 1.2/,
    )
    assert.match(await refusal(changed('users.csv', 'u-2,', '"u-2,')), /^users.csv: .*quote mark/)
  })
})
