import assert from 'node:assert/strict'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { actorIn, addTestSchool, openTestDb, testKeys } from '../../../test/database.js'
import type { TestDb } from '../../../test/database.js'
import { workerIn } from '../actor.js'
import { inSchool, reading } from '../db/in-school.js'
import { newId } from '../ids.js'
import { projectRoot } from '../root.js'
import { exportJournal } from './export.js'
import { record } from './record.js'
import { seal } from './seal.js'

interface Checked {
  readonly entries: number
  readonly head: string
  readonly faults: readonly string[]
}
type Check = (file: string, published?: readonly string[]) => Promise<Checked>

describe('the stand-alone checker of an exported journal', () => {
  let t: TestDb
  let lines: string[]
  let folder: string
  let checkJournal: Check

  before(async () => {
    t = await openTestDb()
    const school = await addTestSchool(t.db)
    for (const number of [1, 2, 3, 4, 5]) {
      const act = {
        act: 'case.viewed',
        about: { table: 'case_file', id: newId() },
        sight: { posts: [], persons: [], never: [] },
      } as const
      await inSchool(t.db, actorIn(school, ['dsl', 'any-staff']), (tx) =>
        record(tx, { ...act, details: { number, 'with space': 'ü', at: tx.now }, content: { a: number } }),
      )
    }
    await inSchool(t.db, workerIn(school), (tx) => seal(tx, testKeys.journal))
    lines = await reading(t.db, workerIn(school), async (tx) => Array.fromAsync(exportJournal(tx)))
    folder = await mkdtemp(join(tmpdir(), 'hedgerow-journal-'))
    checkJournal = ((await import(join(projectRoot(), 'tools/check-journal.mjs'))) as { checkJournal: Check })
      .checkJournal
  })
  after(() => t.close())

  const check = async (changed: readonly string[], published: readonly string[] = []): Promise<Checked> => {
    const file = join(folder, 'journal.jsonl')
    await writeFile(file, changed.join('\n'))
    return checkJournal(file, published)
  }
  const entryIn = (line: string): string => (JSON.parse(line) as { entry_id: string }).entry_id

  test('says that nothing was touched, and shares no code with the product', async () => {
    const { entries, faults } = await check(lines)
    assert.deepEqual([entries, faults], [5, []])
    assert.doesNotMatch(
      await readFile(join(projectRoot(), 'tools/check-journal.mjs'), 'utf8'),
      /from '\.|from '(?!node:)/,
    )
  })

  test('names an entry whose facts were edited', async () => {
    const edited = lines.with(3, (lines[3] ?? '').replace(/"number":\d/, '"number":9'))
    assert.match(
      (await check(edited)).faults[0] ?? '',
      new RegExp(`${entryIn(lines[3] ?? '')} at position 3 .* was altered`),
    )
  })

  test('names the entry after one that was dropped', async () => {
    assert.match(
      (await check(lines.toSpliced(3, 1))).faults[0] ?? '',
      new RegExp(`Before entry ${entryIn(lines[4] ?? '')}`),
    )
  })

  test('names entries that changed places', async () => {
    const swapped = lines.with(2, lines[3] ?? '').with(3, lines[2] ?? '')
    assert.match((await check(swapped)).faults[0] ?? '', new RegExp(entryIn(lines[3] ?? '')))
  })

  test('finds an end that was cut off, when that end was published', async () => {
    const { entries, head } = await check(lines)
    const cut = await check(lines.slice(0, -1), [`${entries}:${head}`])
    assert.match(cut.faults[0] ?? '', /its end was cut off/)
    assert.deepEqual((await check(lines.slice(0, -1))).faults, [])
  })
})
