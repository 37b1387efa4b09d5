/**
 * Draws every procedure that a pack has its own file for, and writes it out in plain English, beside that file:
 * `<id>.svg` and `<id>.md`. A test compares them with what they would be now, so run this after any change to a procedure.
 *
 *   node tools/draw-procedures.mjs
 */
import { build } from 'esbuild'
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const require = createRequire(import.meta.url)

const outfile = join(root, 'build', 'draw-procedures.mjs')
await build({
  entryPoints: [join(root, 'app/src/engine/procedures/write-drawings.ts')],
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node24',
  outfile,
  logLevel: 'warning',
})

/** The Node that the product runs on, since the machine's own may be older. */
const node24 = join(dirname(require.resolve(`node-${process.platform}-${process.arch}/package.json`)), 'bin', 'node')
const { status } = spawnSync(node24, [outfile, join(root, 'packs')], { stdio: 'inherit' })
process.exit(status ?? 1)
