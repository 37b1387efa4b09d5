import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { alarmAtWrongWords, GuessPace } from './guess-pace.js'

function paceAt(start = '2026-11-24T10:00:00Z') {
  let now = Temporal.Instant.from(start)
  const pace = new GuessPace({ now: () => now })
  const wait = (seconds: number) => {
    now = now.add({ seconds })
  }
  return { pace, wait }
}

test('children who mistype are never slowed', () => {
  const { pace, wait } = paceAt()
  for (let i = 0; i < 11; i += 1) {
    pace.wrong()
    wait(60)
  }
  assert.equal(pace.gapMs(), 0)
})

test('the more wrong words in a school, the longer the gap', () => {
  const { pace } = paceAt()
  const gaps = [12, 60, 300].map((wrong, i, all) => {
    for (let n = all[i - 1] ?? 0; n < wrong; n += 1) pace.wrong()
    return pace.gapMs()
  })
  assert.deepEqual(gaps, [2000, 8000, 20000])
})

test('somebody is told once a day when guessing begins, not at every guess', () => {
  const { pace } = paceAt()
  const told = Array.from({ length: 200 }, () => pace.wrong()).flatMap((tell, i) => (tell ? [i + 1] : []))
  assert.deepEqual(told, [alarmAtWrongWords])
})

test('the next quiet day is unslowed again', () => {
  const { pace, wait } = paceAt()
  for (let i = 0; i < 400; i += 1) pace.wrong()
  assert.equal(pace.gapMs(), 20_000)
  wait(24 * 3600 + 1)
  assert.equal(pace.gapMs(), 0)
})

test('a day of guessing without a pause is at most the attempts that decision 0006 reckons with', () => {
  const { pace, wait } = paceAt()
  let attempts = 0
  for (let seconds = 0; seconds < 24 * 3600 && attempts < 6000; attempts += 1) {
    pace.wrong()
    const gap = Math.max(0.05, pace.gapMs() / 1000)
    seconds += gap
    wait(Math.ceil(gap))
  }
  assert.ok(attempts > 4000 && attempts <= 4700, `${attempts} attempts`)
})
