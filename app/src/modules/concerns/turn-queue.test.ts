import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { TurnQueue, type TurnQueueSettings } from './turn-queue.js'

const settings: TurnQueueSettings = { gapMs: () => 0, mostInLane: 40, mostWaiting: 200, longestMs: 45_000 }
const soon = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Work that finishes only when the test says so. */
function held() {
  let finish = () => {}
  const done = new Promise<void>((resolve) => (finish = resolve))
  return { work: () => done, finish }
}

test('with nobody waiting, work is done at once', async () => {
  const queue = new TurnQueue(settings)
  assert.deepEqual(await queue.take('a', async () => 42), { kind: 'done', result: 42 })
})

test('a child waits behind one attempt of somebody who sends hundreds, not behind all of them', async () => {
  const queue = new TurnQueue(settings)
  const order: string[] = []
  const first = held()
  const flood = [queue.take('flood', first.work)]
  for (let i = 0; i < 30; i += 1) flood.push(queue.take('flood', async () => void order.push(`flood ${i}`)))
  const child = queue.take('child', async () => void order.push('child'))
  first.finish()
  await Promise.all([...flood, child])
  assert.equal(order.indexOf('child'), 1)
  assert.equal(order.length, 31)
})

test('a class of thirty behind one address is served, every one', async () => {
  const queue = new TurnQueue(settings)
  const turns = await Promise.all(Array.from({ length: 30 }, (_, i) => queue.take('school', async () => i)))
  assert.deepEqual(
    turns.map((turn) => (turn.kind === 'done' ? turn.result : turn.kind)),
    Array.from({ length: 30 }, (_, i) => i),
  )
})

test('a full lane is shown the waiting page, and other lanes are not', async () => {
  const queue = new TurnQueue({ ...settings, mostInLane: 2 })
  const first = held()
  const running = queue.take('flood', first.work)
  const waiting = [queue.take('flood', async () => 1), queue.take('flood', async () => 2)]
  assert.deepEqual(await queue.take('flood', async () => 3), { kind: 'busy' })
  const child = queue.take('child', async () => 'in')
  first.finish()
  assert.deepEqual(await child, { kind: 'done', result: 'in' })
  await Promise.all([running, ...waiting])
})

test('work that throws does not stop the queue', async () => {
  const queue = new TurnQueue(settings)
  await assert.rejects(
    queue.take('a', async () => {
      throw new Error('no database')
    }),
    /no database/,
  )
  assert.deepEqual(await queue.take('b', async () => 'next'), { kind: 'done', result: 'next' })
})

test('the gap is kept between turns, also when nobody was waiting, and a wait too long ends at the waiting page', async () => {
  mock.timers.enable({ apis: ['setTimeout'] })
  try {
    const queue = new TurnQueue({ ...settings, gapMs: () => 20_000, longestMs: 15_000 })
    await queue.take('a', async () => 1)
    let served = false
    const second = queue.take('b', async () => (served = true))
    await soon()
    mock.timers.tick(14_999)
    await soon()
    assert.equal(served, false)
    mock.timers.tick(1)
    assert.deepEqual(await second, { kind: 'busy' })
    mock.timers.tick(5_000)
    assert.deepEqual(await queue.take('b', async () => 'now'), { kind: 'done', result: 'now' })
  } finally {
    mock.timers.reset()
  }
})
