import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { makeApp } from '../src/app.js'
import { createLog } from '../src/kernel/log.js'
import { modules } from '../src/modules.js'
import { openTestDb, testKeys } from './database.js'
import type { TestDb } from './database.js'

let t: TestDb
before(async () => void (t = await openTestDb()))
after(() => t.close())

test('nobody’s visit is written down: neither what was asked for, nor from where, nor when', async () => {
  const lines: string[] = []
  const log = createLog({ level: 'trace', to: { write: (line: string) => void lines.push(line) } })
  const deps = { db: t.db, keys: testKeys, publicUrl: 'http://localhost', smtpUrl: null, modules }
  const app = await makeApp(deps, log)
  await app.ready()
  lines.length = 0
  for (const url of ['/', '/bother/nowhere?name=Wren', '/report/nowhere', '/health'])
    await app.inject({ url, remoteAddress: '192.0.2.7' })
  await app.close()
  assert.deepEqual(lines, [])
})
