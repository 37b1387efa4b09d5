import assert from 'node:assert/strict'
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { readSecret } from './secret.js'

describe('The secret file', () => {
  let folder = ''
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hedgerow-secret-'))
  })
  after(() => rm(folder, { recursive: true }))

  it('is made at the first start, for our eyes only, and stays the same', async () => {
    const file = join(folder, 'new', 'secret')
    const first = await readSecret({ file, recordsExist: false })
    assert.equal(Buffer.from(first.toString(), 'base64url').length, 32)
    assert.equal((await stat(file)).mode & 0o777, 0o600)
    assert.deepEqual(await readSecret({ file, recordsExist: true }), first)
    assert.equal((await readFile(file, 'utf8')).trim(), first.toString())
    assert.notDeepEqual(await readSecret({ file: join(folder, 'other'), recordsExist: false }), first)
  })

  it('is not made anew where records exist that need the lost one', async () => {
    const file = join(folder, 'lost')
    await assert.rejects(readSecret({ file, recordsExist: true }), /lost is missing\..*put it back/)
    await assert.rejects(stat(file), { code: 'ENOENT' })
  })

  for (const mode of [0o604, 0o602, 0o620, 0o644]) {
    it(`is refused when others may read or change it (${mode.toString(8)})`, async () => {
      const file = join(folder, `open-${mode}`)
      await writeFile(file, 'x'.repeat(43))
      await chmod(file, mode)
      await assert.rejects(readSecret({ file, recordsExist: true }), /Others can .*chmod 600/)
    })
  }

  it('may be readable by one group, as system services arrange it', async () => {
    const file = join(folder, 'grouped')
    await writeFile(file, 'y'.repeat(43))
    await chmod(file, 0o640)
    assert.equal((await readSecret({ file, recordsExist: true })).length, 43)
  })

  it('is refused when it is too short to be one', async () => {
    const file = join(folder, 'short')
    await writeFile(file, `${'x'.repeat(31)}\n\n`, { mode: 0o600 })
    await assert.rejects(readSecret({ file, recordsExist: false }), /too short/)
  })
})
