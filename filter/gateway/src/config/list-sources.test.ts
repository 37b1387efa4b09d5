import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { listSources } from './list-sources.js'

const from = mkdtempSync(join(tmpdir(), 'lists-'))
const provenance = { author: 'A', approver: 'B', date: '2026-09-01' }
const filesOf = (): string[] =>
  listSources({
    policy: '',
    key: '',
    snapshot: '',
    lists: [{ id: 'ut1', title: 'ut1', format: 'ut1', from, ...provenance }],
  }).flatMap(({ files }) => files.map(({ path }) => path))

test('a folder of lists is read with what its links lead to, and one that leads nowhere is told', () => {
  mkdirSync(join(from, 'redirector'))
  mkdirSync(join(from, 'games'))
  writeFileSync(join(from, 'redirector', 'domains'), 'proxy.example\n')
  symlinkSync('redirector', join(from, 'proxy'))
  symlinkSync('../redirector/domains', join(from, 'games', 'domains'))
  assert.deepEqual(filesOf(), ['games/domains', 'proxy/domains', 'redirector/domains'])
  rmSync(join(from, 'redirector', 'domains'))
  assert.throws(filesOf, { name: 'Problem', message: /The list \S+ cannot be read: / })
})
