import type { ChildProcess } from 'node:child_process'
import { chmodSync, cpSync, existsSync, globSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BenchSchool, PORTS } from './school.js'
import { folder, start, until } from './stand.js'

/** Squid with the same names; null where it is not installed. Its load takes its time. */
export async function startSquid({ listed }: BenchSchool): Promise<ChildProcess | null> {
  if (!existsSync('/usr/sbin/squid')) return null
  writeFileSync(join(folder, 'blocked.acl'), topmost(listed, '.'))
  writeFileSync(
    join(folder, 'squid.conf'),
    `http_port 127.0.0.1:${PORTS.squid}\npid_filename none\naccess_log none\ncache_log /dev/null\ncache deny all\nshutdown_lifetime 0 seconds\nvisible_hostname bench\ncache_effective_user proxy\nacl blocked dstdomain "${folder}/blocked.acl"\nhttp_access deny blocked\nhttp_access allow all\n`,
  )
  // Squid will not run as the superuser, and its own account has to read what lies here.
  chmodSync(folder, 0o755)
  const args = ['-N', '-n', `hedgerowbench${process.pid}`, '-f', join(folder, 'squid.conf')]
  return whenReady('Squid', PORTS.squid, start('/usr/sbin/squid', args))
}

/** E2Guardian as Debian packages it, its example configuration with the same names; null where it is not installed. */
export async function startE2Guardian({ listed }: BenchSchool): Promise<{ readonly pid: number } | null> {
  const packaged = '/etc/e2guardian'
  if (!existsSync('/usr/sbin/e2guardian') || !existsSync(packaged)) return null
  // It reads the paths in its configuration in small letters, whatever they are.
  const own = join(tmpdir(), 'hedgerow-e2guardian')
  rmSync(own, { recursive: true, force: true })
  cpSync(packaged, own, { recursive: true })
  for (const path of globSync('**/*', { cwd: own }).map((file) => join(own, file))) {
    if (!statSync(path).isFile()) continue
    writeFileSync(path, readFileSync(path, 'latin1').replaceAll(packaged, own), 'latin1')
  }
  const main = join(own, 'e2guardian.conf')
  const settings: Readonly<Record<string, string | number>> = {
    filterip: '127.0.0.1',
    filterports: PORTS.e2guardian,
    loglevel: 0,
    httpworkers: 50,
  }
  const set = (text: string, [name, value]: [string, string | number]): string =>
    text.replace(new RegExp(`^${name} *=.*`, 'm'), `${name} = ${value}`)
  writeFileSync(main, Object.entries(settings).reduce(set, readFileSync(main, 'latin1')), 'latin1')
  writeFileSync(join(own, 'lists/bannedsitelist'), topmost(listed, ''))
  if ((await whenReady('E2Guardian', PORTS.e2guardian, start('/usr/sbin/e2guardian', ['-c', main]))) === null)
    return null
  // What was started has made a process of its own and is gone.
  const pid = globSync('/proc/[0-9]*/cmdline').find((path) => readFileSync(path, 'latin1').includes(main))
  return pid === undefined ? null : { pid: Number(pid.split('/')[2]) }
}

/** The names that lie below no other of them, one a line: Squid refuses a list that says a thing twice. */
function topmost(listed: readonly string[], before: string): string {
  const names = new Set(listed)
  const isBelow = (name: string): boolean => {
    for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1))
      if (names.has(name.slice(dot + 1))) return true
    return false
  }
  return listed
    .filter((name) => !isBelow(name))
    .map((name) => `${before}${name}\n`)
    .join('')
}

async function whenReady(name: string, port: number, program: ChildProcess): Promise<ChildProcess | null> {
  const answers = (): Promise<boolean> =>
    fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(2_000) }).then(
      () => true,
      () => false,
    )
  const ms = await until(answers, 120_000).catch(() => null)
  if (ms === null) return null
  process.stdout.write(`${name} was ready after ${(ms / 1000).toFixed(1)} s.\n`)
  return program
}
