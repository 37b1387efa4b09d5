import assert from 'node:assert/strict'
import { chmod, chown, cp, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { after, before, describe, it } from 'node:test'
import { Client } from 'pg'
import { lostRows, startWriter, type Writer } from '../../../test/hardship/writer.js'
import { processMark } from './process-mark.js'
import { startPostgres, type RunningPostgres } from './start-postgres.js'

const quiet = { info: () => undefined, warn: () => undefined }

/** The rows that a query gives, or its error as a row. */
async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } catch (error) {
    return [{ error: String(error) }]
  } finally {
    await client.end()
  }
}
const pidIn = async (folder: string): Promise<number> =>
  Number((await readFile(join(folder, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0])
const lives = (pid: number): boolean => processMark(pid) !== null

describe('The built-in PostgreSQL', () => {
  let parent = ''
  let folder = ''
  const started: RunningPostgres[] = []
  const start = async (where = folder): Promise<RunningPostgres> => {
    const postgres = await startPostgres({ folder: where, log: quiet })
    started.push(postgres)
    return postgres
  }
  const writers: Writer[] = []
  const write = (where = folder): Writer => {
    const writer = startWriter(where)
    writers.push(writer)
    return writer
  }
  before(async () => {
    parent = await mkdtemp(join(tmpdir(), 'hedgerow-postgres-'))
    await chmod(parent, 0o711)
    folder = join(parent, 'postgres')
  })
  after(async () => {
    for (const writer of writers) await writer.kill()
    for (const postgres of started) await postgres.stop()
    await rm(parent, { recursive: true, force: true })
  })

  it('is made at the first start, and keeps its rows through a stop and a start', async () => {
    const first = await start()
    assert.equal(first.adopted, false)
    await ask(first.ownerUrl, 'create table kept as select 42 as answer')
    await first.stop()
    await assert.rejects(pidIn(folder), { code: 'ENOENT' })
    const second = await start()
    assert.equal(second.ownerUrl, first.ownerUrl)
    assert.deepEqual(await ask(second.ownerUrl, 'select answer from kept'), [{ answer: 42 }])
    await second.stop()
  })

  it('flushes every commit to disk, and orders text the same on every machine', async () => {
    const { ownerUrl, stop } = await start()
    const setting = async (name: string): Promise<unknown> =>
      Object.values((await ask(ownerUrl, `show ${name}`))[0] ?? {})[0]
    for (const name of ['fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums'])
      assert.equal(await setting(name), 'on')
    assert.equal(await setting('server_encoding'), 'UTF8')
    assert.equal(await setting('listen_addresses'), '')
    assert.deepEqual(
      await ask(
        ownerUrl,
        'select datlocprovider as by, datlocale as as from pg_database where datname = current_database()',
      ),
      [{ by: 'b', as: 'C.UTF-8' }],
    )
    await stop()
  })

  it('writes nothing that somebody stored into its log', async () => {
    const { ownerUrl, stop } = await start()
    const refused = await ask(ownerUrl, "select 'Robin Hedge'::int")
    assert.match(String(refused[0]?.['error']), /Robin Hedge/)
    await ask(ownerUrl, "do $$ begin raise warning 'Robin Hedge'; end $$")
    await stop()
    const log = await readFile(join(folder, 'postgres.log'), 'utf8')
    assert.match(log, /ready to accept connections/)
    assert.doesNotMatch(log, /Robin/)
  })

  it('lets nobody in without the password', async () => {
    const { ownerUrl, stop } = await start()
    await assert.rejects(ask(ownerUrl.replace(/:[^:@/]+@/, ':guess@'), 'select 1'), { code: '28P01' })
    assert.equal((await stat(join(folder, 'password'))).mode & 0o777, 0o600)
    assert.equal((await stat(join(folder, 'cluster'))).mode & 0o777, 0o700)
    await stop()
  })

  it('is taken over from an application that was killed, with every acknowledged row', async () => {
    const writer = write()
    await writer.reaches(200)
    await writer.kill()
    const left = await pidIn(folder)
    assert.ok(lives(left))
    const { adopted, ownerUrl, stop } = await start()
    assert.equal(adopted, true)
    assert.equal(await pidIn(folder), left)
    assert.deepEqual(await lostRows(writer, ownerUrl), [])
    await stop()
    assert.equal(lives(left), false)
  })

  for (const [what, target] of [
    ['its main process', 1],
    ['all its processes at once', -1],
  ] as const) {
    it(`starts again by itself when ${what} is killed under load, and has lost nothing acknowledged`, async () => {
      const { ownerUrl, stop } = await start()
      const writer = write()
      await writer.reaches(300)
      const killed = await pidIn(folder)
      process.kill(killed * target, 'SIGKILL')
      await writer.kill()
      while ((await pidIn(folder).catch(() => killed)) === killed) await pause(50)
      const { ownerUrl: again, stop: leave } = await start()
      assert.equal(again, ownerUrl)
      assert.notEqual(await pidIn(folder), killed)
      assert.ok(writer.acknowledged.size >= 300)
      assert.deepEqual(await lostRows(writer, ownerUrl), [])
      await leave()
      await stop()
    })
  }

  it('waits for what a killed one left working before it starts again', async () => {
    const { ownerUrl, stop } = await start()
    const busy = new Client({ connectionString: ownerUrl })
    busy.on('error', () => undefined)
    await busy.connect()
    // Counting never looks whether the main process still lives, so this goes on by itself for some seconds.
    const counting = busy.query('select count(*) from generate_series(1, 20000000)').catch(() => undefined)
    await pause(200)
    const killed = await pidIn(folder)
    process.kill(killed, 'SIGKILL')
    while ((await pidIn(folder).catch(() => killed)) === killed) await pause(50)
    const { adopted, stop: leave } = await start()
    assert.equal(adopted, true)
    assert.match(await readFile(join(folder, 'postgres.log'), 'utf8'), /pre-existing shared memory block/)
    await counting
    await leave()
    await stop()
  })

  it('is started once by two processes that meet, and stays until the last of them leaves', async () => {
    const other = write(join(parent, 'shared'))
    const { ownerUrl, stop } = await start(join(parent, 'shared'))
    await other.reaches(50)
    const pid = await pidIn(join(parent, 'shared'))
    await stop()
    const seen = other.acknowledged.size
    await other.reaches(seen + 50)
    assert.ok(lives(pid))
    await other.kill()
    await (await start(join(parent, 'shared'))).stop()
    assert.equal(lives(pid), false)
    assert.match(ownerUrl, /shared/)
  })

  it('starts although a power cut left a process number that something else has now', async () => {
    const file = join(folder, 'cluster', 'postmaster.pid')
    await writeFile(file, `${process.pid}\n${folder}/cluster\n1700000000\n5432\n${folder}/socket\n\n\nready   \n`)
    const { adopted, stop } = await start()
    assert.equal(adopted, false)
    assert.notEqual(await pidIn(folder), process.pid)
    await stop()
  })

  it('finds a short place for its socket when the folder has a long name', async () => {
    const long = join(parent, 'a-very-long-name-for-a-school'.repeat(4), 'postgres')
    const { ownerUrl, stop } = await start(long)
    assert.match(ownerUrl, /host=%2Ftmp%2Fhedgerow-/)
    assert.deepEqual(await ask(ownerUrl, 'select 1 as one'), [{ one: 1 }])
    await stop()
  })

  it('says in a sentence why it does not start', async () => {
    const control = join(folder, 'cluster', 'global', 'pg_control')
    const kept = await readFile(control)
    await writeFile(control, kept.fill(7, 100, 200))
    await assert.rejects(start(), {
      name: 'SetupProblem',
      message: /^The database files are damaged\. Do not delete anything/,
    })
    await writeFile(join(folder, 'cluster', 'PG_VERSION'), '15\n')
    await assert.rejects(start(), { name: 'SetupProblem', message: /made by PostgreSQL 15; this Hedgerow runs 18/ })
    await rename(join(folder, 'password'), join(folder, 'password.away'))
    await assert.rejects(start(), { name: 'SetupProblem' })
  })

  const asRoot = { skip: process.getuid?.() === 0 ? false : 'only root can try this' }

  it('never runs as root, and leaves a place that is closed to others as it is', asRoot, async () => {
    const closed = join(parent, 'closed')
    await mkdir(closed, { mode: 0o700 })
    const { ownerUrl, stop } = await start(join(closed, 'postgres'))
    const home = await readFile(join(closed, 'postgres', 'moved-to'), 'utf8')
    try {
      assert.match(home, /^\/var\/lib\/hedgerow\/[0-9a-f]{12}$/)
      assert.notEqual((await stat(`/proc/${await pidIn(home)}`)).uid, 0)
      assert.equal((await stat(closed)).mode & 0o777, 0o700)
      await ask(ownerUrl, 'create table kept as select 42 as answer')
      await stop()
      const again = await start(join(closed, 'postgres'))
      assert.deepEqual(await ask(again.ownerUrl, 'select answer from kept'), [{ answer: 42 }])
      await again.stop()
    } finally {
      await rm(home, { recursive: true })
    }
  })

  it('takes a cluster that root copied back into the hands of its own account', asRoot, async () => {
    const copy = join(parent, 'copy', 'postgres')
    const { stop } = await start(join(parent, 'shared'))
    await stop()
    await cp(join(parent, 'shared'), copy, { recursive: true })
    const { ownerUrl, stop: stopCopy } = await start(copy)
    assert.equal((await ask(ownerUrl, 'select count(*) > 0 as rows from row_written'))[0]?.['rows'], true)
    await stopCopy()
  })

  it('runs as an ordinary account too, and then under that account', asRoot, async () => {
    const home = join(parent, 'ordinary')
    await mkdir(home)
    await chown(home, 65534, 65534)
    const writer = startWriter(home, { uid: 65534, gid: 65534 })
    writers.push(writer)
    await writer.reaches(20)
    assert.equal((await stat(`/proc/${await pidIn(home)}`)).uid, 65534)
    await writer.kill()
    const left = await pidIn(home)
    process.kill(left, 'SIGINT')
    while (lives(left)) await pause(20)
  })
})
