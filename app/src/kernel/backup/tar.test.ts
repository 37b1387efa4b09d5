import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { buffer } from 'node:stream/consumers'
import { describe, it } from 'node:test'
import { readTar } from './read-tar.js'
import { parseTarHeader, TAR_END, tarHeader, tarPadding } from './tar.js'

const files: Readonly<Record<string, Buffer>> = {
  'empty.txt': Buffer.alloc(0),
  'one block': Buffer.alloc(512, 'a'),
  [`deep/${'folder/'.repeat(20)}grün.bin`]: Buffer.from('x'.repeat(1_300)),
}
const archive = Buffer.concat([
  tarHeader({ path: 'deep/', size: 0 }),
  ...Object.entries(files).flatMap(([path, content]) => [
    tarHeader({ path, size: content.length }),
    content,
    tarPadding(content.length),
  ]),
  TAR_END,
])

async function* inPieces(of: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < of.length; at += size) yield of.subarray(at, at + size)
}

async function readAll(of: Buffer, size: number): Promise<Record<string, Buffer>> {
  const read: Record<string, Buffer> = {}
  for await (const entry of readTar(inPieces(of, size))) read[entry.path] = await buffer(entry.content)
  return read
}

describe('An archive', () => {
  for (const size of [1, 100, 512, 100_000]) {
    it(`is read back as it was written, however it arrives (pieces of ${size} bytes)`, async () => {
      assert.deepEqual(await readAll(archive, size), { 'deep/': Buffer.alloc(0), ...files })
    })
  }

  it('is one that the tar of any machine can read', () => {
    const listed = execFileSync('tar', ['--list', '--quoting-style=literal'], { input: archive, encoding: 'utf8' })
    assert.deepEqual(listed.trim().split('\n'), ['deep/', ...Object.keys(files)])
  })

  it('that ends too early is not taken for a whole one', async () => {
    await assert.rejects(readAll(archive.subarray(0, -1_024), 512), /cut short/)
    await assert.rejects(readAll(archive.subarray(0, 1_200), 512), /cut short/)
  })

  it('is refused when a header was changed, or holds a link', () => {
    const changed = tarHeader({ path: 'a', size: 3 })
    changed.write('b', 0)
    assert.throws(() => parseTarHeader(changed), /is damaged/)
    assert.throws(() => parseTarHeader(Buffer.alloc(512, 'x')), /is damaged/)
  })

  it('does not take what the format cannot hold', () => {
    assert.throws(() => tarHeader({ path: 'x'.repeat(101), size: 0 }), /too long/)
    assert.throws(() => tarHeader({ path: 'x', size: 8 * 1024 ** 3 }), /8 GiB/)
  })
})
