import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { install } from './install.mjs'
import { root } from './root.mjs'
import { runNode } from './run.mjs'
import { giveUp, say } from './say.mjs'
import { mustBeWritable } from './writable.mjs'

const stampFile = join(root, 'build', '.built-from')

/** What bin/build.mjs ships; not imported from there, because esbuild may not be installed yet. */
const SOURCES = ['app/src', 'filter/engine/src', 'filter/gateway/src']

/** Makes sure that what is installed and built is what the sources say. Costs some milliseconds when nothing changed. */
export async function prepare() {
  install()
  const sources = fingerprint()
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sources) return
  mustBeWritable()
  say('Building Hedgerow…')
  if ((await runNode([join(root, 'bin', 'build.mjs'), '--assets'])) !== 0) giveUp('Hedgerow could not be built.')
  mkdirSync(join(root, 'build'), { recursive: true })
  writeFileSync(stampFile, sources)
}

/** Names, sizes and times of every source: contents are not read, for this runs at every start. */
function fingerprint() {
  const hash = createHash('sha256')
  for (const file of [...SOURCES.flatMap(filesBelow), ...others()].sort((a, b) => (a < b ? -1 : 1))) {
    const found = statSync(file)
    if (found.isFile()) hash.update(`${file}\0${found.size}\0${found.mtimeMs}\n`)
  }
  return hash.digest('hex')
}

function filesBelow(name) {
  const folder = join(root, name)
  return readdirSync(folder, { recursive: true }).map((file) => join(folder, file))
}

function others() {
  return [join(root, 'package-lock.json'), join(root, 'bin', 'build.mjs'), join(root, 'bin', 'bundle.mjs')]
}
