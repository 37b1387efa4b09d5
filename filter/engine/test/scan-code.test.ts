import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

test('scan-code.ts holds scan.wat (otherwise: node tools/write-scan.mjs)', async () => {
  const root = new URL('../../../../', import.meta.url)
  const { scanCode } = (await import(new URL('tools/write-scan.mjs', root).href)) as { scanCode: () => Promise<string> }
  assert.equal(readFileSync(new URL('filter/engine/src/words/scan-code.ts', root), 'utf8'), await scanCode())
})
