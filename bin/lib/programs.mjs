import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, rmSync, writeFileSync } from 'node:fs'
import { giveUp, say } from './say.mjs'

/** Programs of other people's that the filter's exports are loaded into: where Debian puts each, and its package. */
const PROGRAMS = {
  unbound: { path: '/usr/sbin/unbound', from: 'unbound' },
  named: { path: '/usr/sbin/named', from: 'bind9' },
  kresd: { path: '/usr/sbin/kresd', from: 'knot-resolver' },
  pdns_recursor: { path: '/usr/sbin/pdns_recursor', from: 'pdns-recursor' },
  dnsmasq: { path: '/usr/sbin/dnsmasq', from: 'dnsmasq-base' },
  squid: { path: '/usr/sbin/squid', from: 'squid' },
  dig: { path: '/usr/bin/dig', from: 'bind9-dnsutils' },
  dnsperf: { path: '/usr/bin/dnsperf', from: 'dnsperf' },
}

const POLICY = '/usr/sbin/policy-rc.d'

/** Makes sure that every program is there, installed from Debian if we may. None of them is started as a service. */
export function programs() {
  const missing = Object.values(PROGRAMS).filter(({ path }) => !existsSync(path))
  if (missing.length === 0) return
  const packages = missing.map(({ from }) => from)
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    giveUp(
      `The tests of the filter's exports need ${packages.join(', ')}. Install them (on Debian: sudo apt-get install --no-install-recommends ${packages.join(' ')}).`,
    )
  say(`Installing ${packages.join(', ')} for the tests of the filter's exports…`)
  const failed = withoutServices(() =>
    [
      ['update', '-qq'],
      ['install', '-y', '-qq', '--no-install-recommends', ...packages],
    ]
      .map((args) =>
        spawnSync('apt-get', args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, encoding: 'utf8' }),
      )
      .find(({ status }) => status !== 0),
  )
  if (failed !== undefined) giveUp(`apt-get could not install them:\n${failed.stderr}`)
}

/** Debian starts what it installs unless this file says no: a name server on port 53 would be in everybody's way. */
function withoutServices(work) {
  const ours = !existsSync(POLICY)
  if (ours) {
    writeFileSync(POLICY, '#!/bin/sh\nexit 101\n')
    chmodSync(POLICY, 0o755)
  }
  try {
    return work()
  } finally {
    if (ours) rmSync(POLICY)
  }
}
