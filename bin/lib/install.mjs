import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'
import { giveUp, say } from './say.mjs'
import { mustBeWritable } from './writable.mjs'

const stampFile = join(root, 'node_modules', '.hedgerow-installed')

/**
 * Installs the packages that package-lock.json names, unless that was done already. Without `development` it installs
 * only what running needs, and leaves the tools of development alone where somebody has them.
 */
export function install({ development = false } = {}) {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  const hasTools = existsSync(join(root, 'node_modules', 'typescript'))
  const stamp = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : null
  if (stamp === lock && (hasTools || !development)) return
  cleanInstall(development || hasTools)
  writeFileSync(stampFile, lock)
}

function cleanInstall(withTools) {
  mustBeWritable()
  say(`Installing the packages Hedgerow ${withTools ? 'is built and tested with' : 'runs on'} (half a minute, once)…`)
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error', withTools ? '--include=dev' : '--omit=dev']
  const npm = spawnSync('npm', args, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' })
  if (npm.error !== undefined)
    giveUp(`npm did not start (${npm.error.code}). Node normally brings it along; install it.`)
  if (npm.status === 0) return
  giveUp(`npm could not install the packages. Check the connection and the disk, then try again.\n${npm.stderr}`)
}
