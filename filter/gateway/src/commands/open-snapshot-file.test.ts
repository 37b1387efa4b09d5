import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { compile } from '../../../engine/src/index.js'
import { listOf, policyOf } from '../../../engine/test/school.js'
import { makeKeys, signingSeal } from '../serve/seal.js'
import { openSnapshotFile } from './open-snapshot-file.js'

const folder = mkdtempSync(join(tmpdir(), 'open-'))
const file = join(folder, 'snapshot.hgf')
const open = () => openSnapshotFile(file, join(folder, 'filter.pub'))
let sound: Buffer

before(async () => {
  makeKeys(join(folder, 'filter'))
  const names = Array.from({ length: 250_000 }, (_, at) => `n${at}.example`).join('\n')
  const { bytes } = await compile({
    policy: policyOf([]),
    lists: [listOf('games', names, { category: 'games' })],
    suppliers: [],
    number: 1,
    at: 0,
    seal: signingSeal(join(folder, 'filter.key')),
  })
  sound = Buffer.from(bytes ?? assert.fail())
  assert.ok(sound.length > 2 * 1024 * 1024, 'it is read in several parts')
})

test('a snapshot with one wrong byte anywhere is refused, whichever part it is read in', async () => {
  const part = 1024 * 1024
  const places = [0, 7, 8, 71, 72, 103, 104, 105, 130, part - 1, part, part + 1, 2 * part, sound.length - 1]
  for (const place of places) {
    const damaged = Buffer.from(sound)
    damaged[place] = (damaged[place] ?? 0) ^ 1
    writeFileSync(file, damaged)
    await assert.rejects(open(), { name: 'Damaged', message: /may not be used/ }, `byte ${place}`)
  }
  for (const length of [0, 50, 104, 150, part, sound.length - 1]) {
    writeFileSync(file, sound.subarray(0, length))
    await assert.rejects(open(), { name: 'Damaged' }, `${length} bytes`)
  }
  writeFileSync(file, Buffer.concat([sound, Buffer.of(0)]))
  await assert.rejects(open(), { name: 'Damaged' }, 'one byte more')
  writeFileSync(file, sound)
  assert.ok((await open()).entries >= 250_000)
})
