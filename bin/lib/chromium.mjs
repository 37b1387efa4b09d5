import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { giveUp, say } from './say.mjs'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The path of a Chromium for the browser tests, installed from Debian if we may. HEDGEROW_CHROMIUM names another. */
export function chromium() {
  const found = [process.env.HEDGEROW_CHROMIUM, ...PLACES].find((path) => path !== undefined && existsSync(path))
  if (found !== undefined) return found
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say("Installing Debian's chromium for the browser tests…")
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const steps = [
      ['update', '-qq'],
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
    ]
    const failed = steps
      .map((args) => spawnSync('apt-get', args, { env, encoding: 'utf8' }))
      .find(({ status }) => status !== 0)
    if (failed === undefined && existsSync(PLACES[0])) return PLACES[0]
    giveUp(`apt-get could not install chromium:\n${failed?.stderr ?? ''}`)
  }
  giveUp(
    'The browser tests need Chromium. Install it (on Debian: sudo apt-get install chromium) or name it in HEDGEROW_CHROMIUM.',
  )
}
