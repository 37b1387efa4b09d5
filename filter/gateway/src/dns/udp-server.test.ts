import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DnsCounts } from './name-server.js'
import { serveUdp } from './udp-server.js'

test('An answer that the network has no room for is kept from the next one, and beyond some are dropped', async () => {
  let letGo = 0
  const counts = new DnsCounts()
  const server = { counts, handle: () => Buffer.from('answer'), letGo: () => void letGo++ }
  const socket = await serveUdp({ address: '127.0.0.1', port: 0, shared: false }, server)
  const client = createSocket('udp4')
  const ask = (): void => client.send('question', socket.address().port, '127.0.0.1')
  ask()
  await once(client, 'message')
  assert.equal(letGo, 0)
  // A full network card cannot be had on the loopback, which takes everything.
  socket.getSendQueueCount = () => 1
  ask()
  await once(client, 'message')
  assert.equal(letGo, 1)
  socket.getSendQueueCount = () => 64
  ask()
  while (counts.dropped === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  assert.equal(counts.dropped, 1)
  client.close()
  socket.close()
})
