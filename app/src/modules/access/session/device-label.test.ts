import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deviceLabel } from './device-label.js'

test('a device is named as its owner would name it', () => {
  const chrome =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36'
  assert.equal(deviceLabel(chrome), 'Chrome on Windows')
  assert.equal(deviceLabel(`${chrome} Edg/130.0`), 'Edge on Windows')
  const iPad =
    'Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) AppleWebKit/605.1 (KHTML, like Gecko) Version/17.0 Mobile Safari/604.1'
  assert.equal(deviceLabel(iPad), 'Safari on iPad')
  assert.equal(
    deviceLabel('Mozilla/5.0 (X11; CrOS x86_64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36'),
    'Chrome on a Chromebook',
  )
})

test('a browser that says nothing, or nonsense, is a browser', () => {
  assert.equal(deviceLabel(undefined), 'A browser')
  assert.equal(deviceLabel('<script>'), 'A browser')
  assert.equal(deviceLabel('curl (Linux)'), 'A browser on Linux')
})
