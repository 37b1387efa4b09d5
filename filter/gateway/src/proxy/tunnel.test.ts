import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { helloFor, listenWith } from '../../test/talk.js'
import { openTunnel } from './tunnel.js'

/** A client in a tunnel to a site that does `answer` once the hello has come; the proxy's own end of it is handed on. */
async function throughTunnel(answer: (site: Socket, inProxy: Socket) => unknown): Promise<Socket> {
  let inProxy: Socket
  const { port } = await listenWith((site) => site.once('data', () => void answer(site, inProxy)))
  const nothing = (): void => undefined
  const plan = { early: Buffer.alloc(0), host: 'open.example', address: '127.0.0.1', port, mayGoTo: () => true }
  const proxy = await listenWith((client) => {
    inProxy = client
    openTunnel({ ...plan, client, refused: nothing, settled: nothing })
  })
  const client = connect(proxy.port, '127.0.0.1')
  const [established] = (await once(client, 'data')) as [Buffer]
  assert.match(established.toString(), /^HTTP\/1\.1 200 /)
  client.pause()
  client.write(await helloFor('open.example'))
  return client
}

describe('A tunnel', () => {
  test('gives a slow reader all that the site sent before it closed', { timeout: 20_000 }, async () => {
    let sent = 0
    const over = new Promise<void>((resolve, reject) => {
      // In small parts until the kernel takes no more and one has to wait in the proxy: then the site is gone.
      const answer = async (site: Socket, inProxy: Socket): Promise<void> => {
        for (; inProxy.writableLength === 0; sent += 10_000) {
          site.write(Buffer.alloc(10_000))
          await new Promise((more) => setImmediate(more))
        }
        site.end()
        site.once('close', resolve)
      }
      throughTunnel(answer).then((client) => (reader = client), reject)
    })
    let reader: Socket | undefined
    await over
    await new Promise((resolve) => setTimeout(resolve, 100))
    let received = 0
    reader?.on('data', (part: Buffer) => (received += part.length)).resume()
    await once(reader ?? assert.fail(), 'close')
    assert.equal(received, sent)
  })

  test('gives a slow site all that a client sent before it went', { timeout: 20_000 }, async () => {
    /** Uploads to a site that reads nothing until the client has gone; gives what was sent and what arrived. */
    const upload = async (isEnough: (sent: number, inProxy: Socket) => boolean): Promise<[number, number]> => {
      let [received, began] = [0, (_: readonly [Socket, Socket]): void => undefined]
      const both = new Promise<readonly [Socket, Socket]>((resolve) => (began = resolve))
      const client = await throughTunnel((site, inProxy) => began([site.pause(), inProxy]))
      const [site, inProxy] = await both
      let sent = 0
      for (; !isEnough(sent, inProxy); sent += 10_000) {
        client.write(Buffer.alloc(10_000))
        await new Promise((more) => setImmediate(more))
      }
      client.resume().end()
      if (!inProxy.isPaused()) await once(inProxy, 'close')
      site.on('data', (part: Buffer) => (received += part.length)).resume()
      await once(site, 'close')
      return [sent, received]
    }
    const [most] = await upload((_, inProxy) => inProxy.isPaused())
    // Less than makes the proxy stop reading, more than the kernel takes: the last of it waits in the proxy.
    const [sent, received] = await upload((already) => already >= most - 30_000)
    assert.equal(received, sent)
  })

  test('ends for the client when the site breaks off', async () => {
    const client = await throughTunnel((site) => site.resetAndDestroy())
    client.on('error', () => undefined).resume()
    await once(client, 'close')
  })

  test('ends for the site when the client goes', { timeout: 5_000 }, async () => {
    let gone = (): void => undefined
    const ended = new Promise<void>((resolve) => (gone = resolve))
    const client = await throughTunnel((site) => {
      site.once('close', gone)
      site.write('server hello')
    })
    client.resume()
    await once(client, 'data')
    client.destroy()
    await ended
  })
})
