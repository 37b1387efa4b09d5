import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { install } from './install.mjs'
import { root } from './root.mjs'
import { runNode } from './run.mjs'
import { giveUp, say } from './say.mjs'
import { mustBeWritable } from './writable.mjs'

const stampFile = join(root, 'build', '.built-from')

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
  const folder = join(root, 'app', 'src')
  const sources = readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name)))
  for (const file of [...sources, ...others()].toSorted((a, b) => (a < b ? -1 : 1))) {
    const found = statSync(file)
    if (found.isFile()) hash.update(`${file}\0${found.size}\0${found.mtimeMs}\n`)
  }
  return hash.digest('hex')
}

function others() {
  return [join(root, 'package-lock.json'), join(root, 'bin', 'build.mjs')]
}
