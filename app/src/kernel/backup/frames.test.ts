import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { describe, it } from 'node:test'
import { openFrames, sealFrames } from './frames.js'

const FRAME = 65_536 + 16
const key = randomBytes(32)
const content = randomBytes(3 * 65_536 + 5)

async function* inPieces(of: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < of.length; at += size) yield of.subarray(at, at + size)
}
const sealed = (of: Buffer): Promise<Buffer> => buffer(sealFrames(inPieces(of, 10_000), key))
const opened = (stored: Buffer): Promise<Buffer> => buffer(openFrames(inPieces(stored, 7_777), key))

describe('The frames of a sealed backup', () => {
  for (const size of [0, 1, 65_535, 65_536, 65_537, 131_072, 200_000]) {
    it(`open to what they were made of (${size} bytes)`, async () => {
      assert.deepEqual(await opened(await sealed(content.subarray(0, size))), content.subarray(0, size))
    })
  }

  it('give away a changed bit anywhere', async () => {
    const whole = await sealed(content)
    for (const at of [0, FRAME - 17, FRAME - 1, FRAME, whole.length - 20, whole.length - 1]) {
      const changed = Buffer.from(whole)
      changed[at] = (changed[at] ?? 0) ^ 1
      await assert.rejects(opened(changed), /damaged/)
    }
  })

  it('give away a frame that was moved, left out, added or cut off', async () => {
    const whole = await sealed(content)
    const [a, b, c, last] = [0, 1, 2, 3].map((number) => whole.subarray(number * FRAME, (number + 1) * FRAME))
    assert.ok(a && b && c && last)
    assert.deepEqual(await opened(Buffer.concat([a, b, c, last])), content)
    for (const frames of [[b, a, c, last], [a, c, last], [a, b, c], [a], [], [a, b, c, last, last]]) {
      await assert.rejects(opened(Buffer.concat(frames)), /damaged/)
    }
    await assert.rejects(opened(whole.subarray(0, -1)), /damaged/)
  })
})
