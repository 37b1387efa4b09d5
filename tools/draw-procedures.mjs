/**
 * Draws every procedure that a pack has a file of its own for, and writes it out in plain English, beside that file:
 * `<id>.svg` and `<id>.md`. A test compares them with what they would be now, so run this after any change to a procedure.
 * An unsound procedure is reported and not drawn.
 *
 *   node tools/draw-procedures.mjs
 */
import { build } from 'esbuild'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { root } from '../bin/lib/root.mjs'
import { runNode } from '../bin/lib/run.mjs'
import { say } from '../bin/lib/say.mjs'

const isNode24 = Number(process.versions.node.split('.')[0]) >= 24
process.exitCode = isNode24 ? await draw() : await runNode([fileURLToPath(import.meta.url)])

async function draw() {
  const { drawnFiles, shippedProcedures } = await engine()
  const shipped = shippedProcedures(join(root, 'packs'))
  for (const { pack, id, problems } of shipped) for (const problem of problems) say(`✖ ${pack}, ${id}: ${problem}`)
  const sound = shipped.filter((each) => each.own !== null && each.problems.length === 0)
  for (const each of sound) for (const [file, content] of drawnFiles(each)) writeFileSync(file, content)
  say(`Drew ${sound.length} procedures.`)
  return shipped.every((each) => each.problems.length === 0) ? 0 : 1
}

/** The engine from its sources, so that nothing has to be built first and nothing stale can be drawn. */
async function engine() {
  const outfile = join(root, 'build', 'tools', 'procedures.mjs')
  await build({
    stdin: {
      contents: `export * from './drawn-files.ts'\nexport * from './shipped-procedures.ts'`,
      resolveDir: join(root, 'app/src/engine/procedures'),
    },
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node24',
    outfile,
    logLevel: 'warning',
  })
  return import(pathToFileURL(outfile).href)
}
