import assert from 'node:assert/strict'
import { buffer } from 'node:stream/consumers'
import { describe, it } from 'node:test'
import { SEAL_MAGIC, seal, unseal } from './seal.js'

const passphrase = 'café lantern river'
const text = Buffer.from('Robin Hedge '.repeat(20_000))

async function* inPieces(of: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < of.length; at += size) yield of.subarray(at, at + size)
}
const sealed = (): Promise<Buffer> => buffer(seal(inPieces(text, 9_999), passphrase))
const opened = (stored: Buffer, by: string, size = 9_999): Promise<Buffer> => buffer(unseal(inPieces(stored, size), by))

describe('A sealed backup', () => {
  it('opens under its passphrase, however the file arrives and the keyboard composed the letters', async () => {
    const stored = await sealed()
    assert.deepEqual(await opened(stored, passphrase, 7), text)
    assert.deepEqual(await opened(stored, passphrase.normalize('NFD')), text)
  })

  it('shows nothing of its content, and never looks the same twice', async () => {
    const [one, two] = [await sealed(), await sealed()]
    assert.equal(one.includes('Robin'), false)
    assert.equal(one.subarray(0, SEAL_MAGIC.length).equals(SEAL_MAGIC), true)
    assert.equal(one.subarray(SEAL_MAGIC.length + 16).equals(two.subarray(SEAL_MAGIC.length + 16)), false)
  })

  it('stays shut under another passphrase, and when it was changed or cut short', async () => {
    const stored = await sealed()
    await assert.rejects(opened(stored, `${passphrase}s`), /passphrase is wrong/)
    stored[SEAL_MAGIC.length] = (stored[SEAL_MAGIC.length] ?? 0) ^ 1
    await assert.rejects(opened(stored, passphrase), /damaged/)
    await assert.rejects(opened(stored.subarray(0, 20), passphrase), /cut short/)
  })

  it('is not made under a passphrase that could be guessed', async () => {
    await assert.rejects(buffer(seal(inPieces(text, 100), 'short')), /12 characters or more/)
  })
})
