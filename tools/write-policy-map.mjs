/**
 * Writes docs/policy-map.md and docs/policy-map/: which mechanisms keep each promise of each pack, where they are seen
 * at work and which tests ask them. A test compares, so run this after a change of packs, mechanisms or their tests.
 *
 *   node tools/write-policy-map.mjs
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { prepare } from '../bin/lib/prepare.mjs'
import { root } from '../bin/lib/root.mjs'
import { runNode } from '../bin/lib/run.mjs'
import { say } from '../bin/lib/say.mjs'

const isNode24 = Number(process.versions.node.split('.')[0]) >= 24
process.exitCode = isNode24 ? await write() : await runNode([fileURLToPath(import.meta.url)])

async function write() {
  await prepare()
  mkdirSync(join(root, 'docs/policy-map'), { recursive: true })
  const { writePolicyMap } = await import(pathToFileURL(join(root, 'build/app/src/cli/policy-map.js')).href)
  say(`Wrote ${await writePolicyMap()} files below docs.`)
  return 0
}
