import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { makeApp } from '../src/app.js'
import type { Deps } from '../src/engine/deps.js'
import { createLog } from '../src/kernel/log.js'
import { workerIn } from '../src/kernel/actor.js'
import { reading } from '../src/kernel/db/in-school.js'
import { noImageGuardMechanism } from '../src/modules/cases/mechanisms/no-image-guard.js'
import { modules } from '../src/modules.js'
import { patternsOf } from './addresses.js'
import { openTestDb, testKeys } from './database.js'
import type { TestDb } from './database.js'
import { fullSchool } from './full-school.js'

/** Where lists of people, and entries of a register, are brought, and nothing else: read as text, and whatever is no list is dropped at once. */
const registers = modules.flatMap((module) => module.registers ?? [])
const takesLists = ['/people/import', '/setup/people', ...registers.map(({ id }) => `/registers/${id}/import`)]

let t: TestDb
let app: FastifyInstance
before(async () => {
  t = await openTestDb()
  const deps: Deps = { db: t.db, keys: testKeys, publicUrl: 'http://localhost', smtpUrl: null, modules }
  app = await makeApp(deps, createLog({ level: 'silent' }))
  await app.ready()
})
after(async () => {
  await app.close()
  await t.close()
})

/** Every address that takes anything, with example ids in it. */
const postAddresses = (): readonly string[] =>
  patternsOf(app, /POST|PUT|PATCH/).map((one) => one.replace(/:\w+/g, '01890a5d-ac96-774b-bcce-b302099a8057'))

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
const boundary = 'a-boundary'
const multipart = Buffer.concat([
  Buffer.from(
    `--${boundary}\r\ncontent-disposition: form-data; name="f"; filename="p.png"\r\ncontent-type: image/png\r\n\r\n`,
  ),
  png,
  Buffer.from(`\r\n--${boundary}--\r\n`),
])

test('a picture sent to any address of the product is not read by any of them', async () => {
  const addresses = postAddresses()
  assert.ok(addresses.length > 20, `${addresses.length} addresses were found`)
  const bodies = [
    { type: `multipart/form-data; boundary=${boundary}`, payload: multipart, spared: takesLists },
    { type: 'image/png', payload: png, spared: [] },
    { type: 'application/octet-stream', payload: png, spared: [] },
  ]
  for (const { type, payload, spared } of bodies)
    for (const url of addresses.filter((one) => !spared.includes(one))) {
      const headers = { 'content-type': type, accept: 'application/json' }
      const { statusCode, body } = await app.inject({ method: 'POST', url, headers, payload })
      const said = `${url}, sent ${type}, answered ${statusCode}: ${body.slice(0, 200)}`
      assert.ok(statusCode === 400 && /in a form we cannot read/.test(body), said)
    }
})

test('the guard itself, asked of the whole product as it runs, finds no place for a picture', async () => {
  const school = await fullSchool(t.db)
  const state = await reading(t.db, workerIn(school.id), (tx) => noImageGuardMechanism.check(tx, {}, tx.now))
  assert.deepEqual(state.findings, [])
  assert.equal(state.verdict, 'kept')
})
