import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accentCss, accentFault, contrast } from './accent.js'

test('contrast is reckoned as WCAG does', () => {
  assert.equal(contrast('#ffffff', '#000000'), 21)
  assert.equal(contrast('#777777', '#ffffff').toFixed(2), '4.48')
  assert.equal(contrast('#123456', '#123456'), 1)
})

test('a colour that words could not be read in is refused, with what to do', () => {
  assert.equal(accentFault('#1f5c43'), null)
  assert.match(accentFault('#ffcc00') ?? '', /^Choose a darker colour/)
  assert.match(accentFault('#777777') ?? '', /^Choose a darker colour/)
  assert.match(accentFault('green') ?? '', /^Give the colour as #/)
  assert.throws(() => accentCss('#ffcc00'))
})

test('every accent that is let in can be read by day and by night', () => {
  for (const colour of ['#1f5c43', '#000000', '#1d3f8a', '#7a1f5c', '#5c1f1f', '#4a3a06', '#0000ff']) {
    assert.equal(accentFault(colour), null, colour)
    const [day = ['', '', ''], night = ['', '', '']] = [
      ...accentCss(colour).matchAll(/--header:(#\w+);--action:(#\w+)/g),
    ] as unknown as readonly (readonly [string, string, string])[]
    const pairs = [
      [day[1], '#ffffff'],
      [day[2], '#fbfaf6'],
      [night[1], '#f2f5ef'],
      [night[2], '#121a16'],
      [night[2], '#10201a'],
    ] as const
    for (const [one, other] of pairs) assert.ok(contrast(one, other) >= 4.5, `${colour}: ${one} on ${other}`)
  }
})
