import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ExportFile } from '../src/exports/export-file.js'
import { askDns } from './ask-dns.js'

/** A program of other people's that runs for a test. */
export interface Running {
  readonly port: number
  stop(): Promise<void>
}

/** What a program is run with: its files (the export's and its own configuration) in a folder, and its arguments. */
interface Setup {
  readonly files: (port: number, upstream: number, folder: string) => readonly ExportFile[]
  readonly command: (port: number, folder: string) => readonly [string, ...string[]]
}

const resolvers: Readonly<Record<string, Setup>> = {
  unbound: {
    files: (port, upstream, folder) => [
      {
        name: 'conf',
        text: `server:\n interface: 127.0.0.1@${port}\n do-daemonize: no\n username: ""\n chroot: ""\n directory: "${folder}"\n pidfile: ""\n use-syslog: no\n do-not-query-localhost: no\n module-config: "respip iterator"\nremote-control:\n control-enable: no\nrpz:\n name: hedgerow.rpz\n zonefile: "${folder}/hedgerow.rpz"\nforward-zone:\n name: "."\n forward-addr: 127.0.0.1@${upstream}\n`,
      },
    ],
    command: (_, folder) => ['/usr/sbin/unbound', '-d', '-c', `${folder}/conf`],
  },
  bind: {
    files: (port, upstream, folder) => [
      {
        name: 'conf',
        text: `options { directory "${folder}"; listen-on port ${port} { 127.0.0.1; }; listen-on-v6 { none; }; pid-file none; session-keyfile none; forwarders { 127.0.0.1 port ${upstream}; }; forward only; dnssec-validation no; recursion yes; response-policy { zone "hedgerow.rpz"; } qname-wait-recurse no; };\ncontrols { };\nzone "hedgerow.rpz" { type primary; file "${folder}/hedgerow.rpz"; };\n`,
      },
    ],
    command: (_, folder) => ['/usr/sbin/named', '-g', '-n', '1', '-c', `${folder}/conf`],
  },
  knot: {
    files: (port, upstream, folder) => [
      {
        name: 'conf',
        text: `net.listen('127.0.0.1', ${port}, { kind = 'dns' })\nnet.ipv6 = false\ncache.open(10 * MB, 'lmdb://${folder}/cache')\ntrust_anchors.remove('.')\nmodules.load('policy')\ndofile('${folder}/hedgerow.lua')\npolicy.add(policy.all(policy.STUB('127.0.0.1@${upstream}')))\n`,
      },
    ],
    command: (_, folder) => ['/usr/sbin/kresd', '-n', '-c', `${folder}/conf`, folder],
  },
  powerdns: {
    files: (port, upstream, folder) => [
      {
        name: 'recursor.conf',
        text: `local-address=127.0.0.1\nlocal-port=${port}\nsocket-dir=${folder}\ndaemon=no\nsetuid=\nsetgid=\nthreads=1\ndnssec=off\nforward-zones-recurse=.=127.0.0.1:${upstream}\nlua-config-file=${folder}/rpz.lua\nhint-file=no\nsecurity-poll-suffix=\ndont-query=\nstats-ringbuffer-entries=0\n`,
      },
      { name: 'rpz.lua', text: `rpzFile("${folder}/hedgerow.rpz", { policyName = "hedgerow" })\n` },
    ],
    command: (_, folder) => ['/usr/sbin/pdns_recursor', `--config-dir=${folder}`],
  },
  dnsmasq: {
    files: (port, upstream, folder) => [
      {
        name: 'conf',
        text: `port=${port}\nlisten-address=127.0.0.1\nbind-interfaces\nno-resolv\nno-hosts\npid-file=\nuser=root\nserver=127.0.0.1#${upstream}\nconf-file=${folder}/hedgerow.dnsmasq.conf\n`,
      },
    ],
    command: (_, folder) => ['/usr/sbin/dnsmasq', '-k', '-C', `${folder}/conf`],
  },
  squid: {
    files: (port, upstream, folder) => [
      {
        name: 'conf',
        text: `http_port 127.0.0.1:${port}\npid_filename none\naccess_log none\ncache_log ${folder}/cache.log\ncache deny all\ncoredump_dir ${folder}\nnetdb_filename none\nshutdown_lifetime 0 seconds\nworkers 1\ndns_nameservers 127.0.0.1\nvisible_hostname test\nacl hedgerow_school src 127.0.0.0/8\ninclude ${folder}/hedgerow.squid.conf\nhttp_access allow hedgerow_school\nhttp_access deny all\nnever_direct allow all\ncache_peer 127.0.0.1 parent ${upstream} 0 no-query no-digest default\n`,
      },
    ],
    // A name of its own: two Squids of one name share memory, and one that was killed leaves its behind.
    command: (port, folder) => ['/usr/sbin/squid', '-N', '-n', `hedgerow${port}`, '-f', `${folder}/conf`],
  },
}

/** Starts a program with an export's files, forwarding what is open to a port of this machine. Ready when this resolves. */
export async function startProgram(
  name: keyof typeof resolvers,
  files: readonly ExportFile[],
  upstream: number,
): Promise<Running> {
  const setup = resolvers[name]
  if (setup === undefined) throw new Error(`There is no program ${name}.`)
  const folder = mkdtempSync(join(tmpdir(), `${name}-`))
  // Squid gives up root and must still read what is here.
  chmodSync(folder, 0o777)
  const port = await freePort()
  const all = [...files, ...setup.files(port, upstream, folder)]
  for (const file of all)
    writeFileSync(join(folder, file.name), file.text.replaceAll(/\/etc\/(squid|knot-resolver)\//g, `${folder}/`))
  const [program, ...args] = setup.command(port, folder)
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (said = `${said}${part}`.slice(-4_000)))
  await ready(name, port, child, () => said)
  return { port, stop: () => stop(child) }
}

async function ready(name: string, port: number, child: ChildProcess, said: () => string): Promise<void> {
  const end = performance.now() + 20_000
  while (performance.now() < end) {
    if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode}:\n${said()}`)
    const up =
      name === 'squid'
        ? await fetch(`http://127.0.0.1:${port}/`).then(
            () => true,
            () => false,
          )
        : (await askDns(port, 'ready.example')) !== null
    if (up) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  await stop(child)
  throw new Error(`${name} did not start in 20 seconds:\n${said()}`)
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), 2_000)
  await ended
  clearTimeout(timer)
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
