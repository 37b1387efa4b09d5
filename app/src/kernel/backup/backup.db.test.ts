import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { gunzipSync, gzipSync } from 'node:zlib'
import { Client } from 'pg'
import { lostRows, startWriter, type Writer } from '../../../test/hardship/writer.js'
import { startPostgres, type RunningPostgres } from '../postgres/start-postgres.js'
import { backup, refuseForeignDatabase, type BackupReport } from './backup.js'
import { restore } from './restore.js'
import { TAR_END, tarHeader, tarPadding } from './tar.js'

const log = { info: () => undefined, warn: () => undefined }
const passphrase = 'hedge stone lantern river'
const madeAt = '2026-11-24T10:00:00Z'

describe('A backup', () => {
  let parent = ''
  let folder = ''
  let secretFile = ''
  let ownerUrl = ''
  let writer: Writer
  let plain: BackupReport
  let sealed: BackupReport
  /** The rows acknowledged when the last of the records had been copied: every one of them must come back. */
  let promised: ReadonlySet<number> = new Set()
  const running: RunningPostgres[] = []
  const at = (name: string): string => join(parent, name)
  const lost = async (where: string): Promise<number[]> => {
    const postgres = await startPostgres({ folder: join(where, 'database'), log })
    running.push(postgres)
    const rows = await lostRows({ acknowledged: promised }, postgres.ownerUrl)
    await postgres.stop()
    return rows
  }

  before(async () => {
    parent = await mkdtemp(join(tmpdir(), 'hedgerow-backup-'))
    await chmod(parent, 0o711)
    folder = at('school')
    secretFile = at('secret')
    await mkdir(join(folder, 'files', 'ab'), { recursive: true })
    await writeFile(join(folder, 'files', 'ab', 'stored'), 'sealed bytes of a stored file')
    await writeFile(secretFile, 'the secret of this school', { mode: 0o600 })
    writer = startWriter(join(folder, 'database'))
    await writer.reaches(500)
    const postgres = await startPostgres({ folder: join(folder, 'database'), log })
    running.push(postgres)
    ownerUrl = postgres.ownerUrl
    const early = writer.acknowledged.size
    const order = { folder, ownerUrl, madeAt, secretFile }
    // Checkpoints move the place where recovery would begin while the copy is under way, as they do in a busy school.
    const checkpoints = new Client({ connectionString: ownerUrl })
    await checkpoints.connect()
    let copied = 0
    let checkpoint: Promise<unknown> = Promise.resolve()
    const progress = ({ stage }: { stage: string }): void => {
      if (stage !== 'records') return
      promised = new Set(writer.acknowledged)
      if (copied++ % 150 === 0) checkpoint = checkpoint.then(() => checkpoints.query('checkpoint'))
    }
    sealed = await backup({ ...order, to: at('sealed.backup'), passphrase })
    plain = await backup({ ...order, to: at('plain.tar.gz'), progress })
    await checkpoint
    await checkpoints.end()
    assert.ok(promised.size > early, 'rows were written while the copy was made')
    // Now everything is lost: the application and the whole database in the middle of a write, and then the folder.
    const pid = Number((await readFile(join(folder, 'database/cluster/postmaster.pid'), 'utf8')).split('\n')[0])
    await writer.kill()
    process.kill(-pid, 'SIGKILL')
    await postgres.stop()
    await rm(folder, { recursive: true })
  })
  after(async () => {
    await writer.kill()
    for (const postgres of running) await postgres.stop()
    await rm(parent, { recursive: true, force: true })
  })

  it('brings back every record that was acknowledged before it was finished', async () => {
    const report = await restore({ from: plain.file, into: at('restored'), log })
    assert.equal(report.madeAt, madeAt)
    assert.equal(report.files, plain.files)
    assert.ok(promised.size > 500)
    assert.deepEqual(await lost(at('restored')), [])
    assert.equal(await readFile(at('restored/files/ab/stored'), 'utf8'), 'sealed bytes of a stored file')
  })

  it('is plain without a passphrase, and then does not hold the secret', async () => {
    assert.equal(plain.secretInside, false)
    await assert.rejects(stat(at('restored/secret')), { code: 'ENOENT' })
    assert.equal(gunzipSync(await readFile(plain.file)).includes('the secret of this school'), false)
    assert.equal((await stat(plain.file)).mode & 0o777, 0o600)
    assert.equal(
      createHash('sha256')
        .update(await readFile(plain.file))
        .digest('hex'),
      plain.sha256,
    )
  })

  it('is sealed under a passphrase, and then brings the secret back too', async () => {
    assert.equal(sealed.secretInside, true)
    await assert.rejects(restore({ from: sealed.file, into: at('no'), log }), /sealed: it needs its passphrase/)
    await assert.rejects(
      restore({ from: sealed.file, into: at('no'), passphrase: 'hedge stone lantern', log }),
      /passphrase is wrong/,
    )
    const report = await restore({ from: sealed.file, into: at('unsealed'), passphrase, log })
    assert.equal(report.secretInside, true)
    assert.equal(await readFile(at('unsealed/secret'), 'utf8'), 'the secret of this school')
    assert.equal((await stat(at('unsealed/secret'))).mode & 0o777, 0o600)
  })

  it('is not restored over anything', async () => {
    await assert.rejects(restore({ from: plain.file, into: at('restored'), log }), /is not empty/)
    assert.deepEqual(await lost(at('restored')), [])
  })

  it('that was damaged is refused, and leaves nothing behind', async () => {
    const whole = gunzipSync(await readFile(plain.file))
    const changed = Buffer.from(whole)
    const place = changed.indexOf('sealed bytes of a stored file')
    changed.write('S', place)
    for (const [name, content, sentence] of [
      ['changed', gzipSync(changed, { level: 1 }), /damaged: 1 of its files .* first files\/ab\/stored/],
      ['short', (await readFile(plain.file)).subarray(0, -2_000), /damaged or cut short/],
      ['other', Buffer.from('a letter to parents'), /not a Hedgerow backup/],
      ['endless', gzipSync(whole.subarray(0, whole.length - 600_000), { level: 1 }), /damaged or cut short/],
    ] as const) {
      await writeFile(at(name), content)
      await assert.rejects(restore({ from: at(name), into: at('nothing'), log }), {
        name: 'SetupProblem',
        message: sentence,
      })
      assert.deepEqual(await readdir(at('nothing')).catch(() => []), [])
    }
    await assert.rejects(restore({ from: at('absent'), into: at('nothing'), log }), /cannot be read/)
  })

  it('cannot lead out of the folder it is restored into', async () => {
    for (const path of ['files/../../escaped', '/etc/escaped', 'files//x', 'elsewhere', 'postgres/cluster/../x']) {
      const evil = Buffer.concat([tarHeader({ path, size: 1 }), Buffer.from('x'), tarPadding(1), TAR_END])
      await writeFile(at('evil'), gzipSync(evil))
      await assert.rejects(restore({ from: at('evil'), into: at('nothing'), log }), /belongs nowhere/)
    }
  })

  it('half restored never passes for an empty Hedgerow', async () => {
    await mkdir(at('half/postgres'), { recursive: true })
    await writeFile(at('half/postgres/restore-unfinished'), '')
    await assert.rejects(startPostgres({ folder: at('half/postgres'), log }), /did not finish/)
  })

  it('is never written over another, or to a place that is not there', async () => {
    const postgres = await startPostgres({ folder: at('restored/database'), log })
    running.push(postgres)
    const order = { folder: at('restored'), ownerUrl: postgres.ownerUrl, madeAt, secretFile }
    await assert.rejects(backup({ ...order, to: plain.file }), /is there already/)
    await assert.rejects(backup({ ...order, to: at('no/such/folder') }), /does not exist/)
    await assert.rejects(backup({ ...order, to: at('x'), passphrase: 'short' }), /12 characters/)
    await assert.rejects(backup({ ...order, folder: at('unsealed'), to: at('x') }), /not the one in this data folder/)
    assert.deepEqual(
      (await readdir(parent)).filter((name) => name.endsWith('.unfinished') || name === 'x'),
      [],
    )
    await postgres.stop()
  })

  it('of a PostgreSQL of the school’s own is left to that PostgreSQL, in a sentence', () => {
    assert.throws(() => refuseForeignDatabase('postgres://u:p@h/d'), /pg_dump/)
    assert.doesNotThrow(() => refuseForeignDatabase(null))
  })
})
