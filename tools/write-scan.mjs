/**
 * Writes filter/engine/src/words/scan-code.ts from scan.wat: the engine has no dependencies and no files beside it, so the
 * code travels as text. A test compares, so run this after a change of scan.wat.
 *
 *   node tools/write-scan.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import wabt from 'wabt'
import { root } from '../bin/lib/root.mjs'
import { say } from '../bin/lib/say.mjs'

const WORDS = join(root, 'filter/engine/src/words')

/** What scan-code.ts must hold. */
export async function scanCode() {
  const tools = await wabt()
  const { buffer } = tools.parseWat('scan.wat', readFileSync(join(WORDS, 'scan.wat'), 'utf8')).toBinary({})
  const lines = Buffer.from(buffer)
    .toString('base64')
    .match(/.{1,100}/g)
    .map((line) => `  '${line}',`)
  return `/** scan.wat as WebAssembly, in Base64. Written by tools/write-scan.mjs. */\nexport const SCAN_CODE = [\n${lines.join('\n')}\n].join('')\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(join(WORDS, 'scan-code.ts'), await scanCode())
  say('Wrote filter/engine/src/words/scan-code.ts.')
}
