import assert from 'node:assert/strict'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { test } from 'node:test'
import { Client } from 'pg'
import { startPostgres } from './start-postgres.js'

/** Whether the database answers a new connection now. */
async function answers(url: string): Promise<unknown> {
  const client = new Client({ connectionString: url })
  try {
    await client.connect()
    return (await client.query<{ kept: number }>('select answer as kept from swept')).rows[0]?.kept
  } catch {
    return null
  } finally {
    await client.end().catch(() => undefined)
  }
}

test('a database whose socket somebody swept away is reached again at the same address, with every row', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'hedgerow-swept-'))
  await chmod(parent, 0o711)
  const log = { info: () => undefined, warn: () => undefined }
  const { ownerUrl, stop } = await startPostgres({ folder: join(parent, 'postgres'), log })
  try {
    const client = new Client({ connectionString: ownerUrl })
    await client.connect()
    await client.query('create table swept as select 7 as answer')
    await client.end()
    await rm(join(new URL(ownerUrl).searchParams.get('host') ?? '', '.s.PGSQL.5432'))
    assert.equal(await answers(ownerUrl), null)
    let kept = await answers(ownerUrl)
    for (let tries = 0; kept === null && tries < 150; tries++) {
      await pause(200)
      kept = await answers(ownerUrl)
    }
    assert.equal(kept, 7)
  } finally {
    await stop()
    await rm(parent, { recursive: true, force: true })
  }
})
