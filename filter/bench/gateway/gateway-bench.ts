/**
 * The gateway beside bare Node, Squid and E2Guardian, in one run, each figure as a ratio with its goal beside it.
 * `--domains=5000000` is the full size, `--seconds=5` the length of a round.
 */
import { createSocket } from 'node:dgram'
import { chmodSync, existsSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { connect as connectTls } from 'node:tls'
import { encode } from 'dns-packet'
import { askDns } from '../../gateway/test/ask-dns.js'
import { type BenchSchool, makeSchool, PORTS } from './school.js'
import { end, endAll, folder, load, median, residentMb, start, startBare, startGateway, until } from './stand.js'

interface Row {
  readonly what: string
  readonly measured: string
  readonly goal: string
  readonly met: boolean
}

const option = (name: string, usual: number): number =>
  Number(process.argv.find((one) => one.startsWith(`--${name}=`))?.split('=')[1] ?? usual)
const MS = option('seconds', 4) * 1000
const DOMAINS = option('domains', 1_000_000)
const ROUNDS = 3
const rows: Row[] = []
const row = (what: string, measured: string, goal: string, met: boolean): void => {
  rows.push({ what, measured, goal, met })
  process.stdout.write(`${met ? 'met ' : 'MISS'} ${what}: ${measured} (goal ${goal})\n`)
}
const atLeast = (what: string, ratio: number, goal: number, more = ''): void =>
  row(what, `${ratio.toFixed(2)}${more}`, `>= ${goal}`, ratio >= goal)
const atMost = (what: string, value: number, goal: number, unit = ''): void =>
  row(what, `${value.toFixed(2)}${unit}`, `<= ${goal}${unit}`, value <= goal)
const thousands = (number: number): string => `${Math.round(number / 100) / 10}k/s`

/** A load on ours and on theirs; `to` is what theirs is sent where that is not the same. */
interface Pair {
  readonly ours: number
  readonly theirs: number
  readonly send: readonly (Buffer | string)[]
  readonly to?: readonly (Buffer | string)[]
}

/** The same load in turn on ours and on theirs, several times: what else the machine does then hits both alike. */
async function beside(kind: string, { ours, theirs, send, to = send }: Pair) {
  const pairs = []
  for (let round = 0; round < ROUNDS; round++)
    pairs.push({ theirs: await load(kind, theirs, MS, to), ours: await load(kind, ours, MS, send) })
  return {
    ratio: median(pairs.map((pair) => pair.ours.perSecond / pair.theirs.perSecond)),
    p99: median(pairs.map((pair) => pair.ours.p99 / pair.theirs.p99)),
    ours: median(pairs.map((pair) => pair.ours.perSecond)),
    theirs: median(pairs.map((pair) => pair.theirs.perSecond)),
    failed: pairs.reduce((sum, pair) => sum + pair.ours.failed, 0),
  }
}

async function dns(school: BenchSchool): Promise<void> {
  const packets = school.asked.map((name) => encode({ type: 'query', flags: 0x100, questions: [{ type: 'A', name }] }))
  startBare('upstream', PORTS.upstream)
  startBare('echo', PORTS.echo)
  const one = startGateway(school.config(1))
  const ready = await firstAnswer(PORTS.dns)
  await load('dns', PORTS.dns, 3_000, packets)
  const cell = await beside('dns', { ours: PORTS.dns, theirs: PORTS.echo, send: packets })
  atLeast(
    `DNS at ${DOMAINS.toLocaleString('en-GB')} names, ratio to a bare Node UDP echo`,
    cell.ratio,
    0.85,
    ` (${thousands(cell.ours)} of ${thousands(cell.theirs)}, ${cell.failed} lost)`,
  )
  atMost('DNS p99, ratio to the echo', cell.p99, 1.5)
  atMost('whole process after it', residentMb(one), 120, ' MB')
  atMost('from start to the first answer', ready / 1000, 0.5, ' s')
  await decisions()
  await proxy(school)
  await end(one)
  const two = startGateway(school.config(2))
  await until(async () => (await askDns(PORTS.dns, 'ready.example')) !== null)
  await load('dns', PORTS.dns, 3_000, packets)
  const both = await load('dns', PORTS.dns, MS, packets)
  atLeast('DNS with two processes, ratio to one', both.perSecond / cell.ours, 1.3, ` (${thousands(both.perSecond)})`)
  await end(two)
}

/** Milliseconds until a name server gives its first answer. Asked every few, for what was sent to nobody is never answered. */
function firstAnswer(port: number): Promise<number> {
  const began = performance.now()
  const socket = createSocket('udp4')
  const packet = encode({ type: 'query', flags: 0x100, questions: [{ type: 'A', name: 'ready.example' }] })
  return new Promise((resolve) => {
    const asking = setInterval(() => socket.send(packet, port, '127.0.0.1'), 5)
    socket.on('error', () => undefined)
    socket.once('message', () => {
      clearInterval(asking)
      socket.close()
      resolve(performance.now() - began)
    })
  })
}

async function decisions(): Promise<void> {
  startBare('http', PORTS.http)
  const head = 'GET /decision?target=https%3A%2F%2Fopen.example%2F&group=ks2 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'
  await new Promise((resolve) => setTimeout(resolve, 500))
  const cell = await beside('requests', { ours: PORTS.status, theirs: PORTS.http, send: [head] })
  atLeast('decision over HTTP, ratio to a bare node:http answer', cell.ratio, 0.8, ` (${thousands(cell.ours)})`)
}

async function proxy(school: BenchSchool): Promise<void> {
  startBare('site', PORTS.site)
  startBare('bulk', PORTS.bulk)
  const hello = await aHello()
  const connectTo = (port: number): (Buffer | string)[] => [
    `CONNECT 127.0.0.1:${port} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`,
    hello,
  ]
  const direct = await beside('connects', {
    ours: PORTS.proxy,
    theirs: PORTS.site,
    send: connectTo(PORTS.site),
    to: ['', hello],
  })
  atMost('first byte through CONNECT, p99, ratio to a direct connection', direct.p99, 2)
  if (await startSquid(school)) {
    const heads = Array.from({ length: 2_000 }, (_, at) => school.listed[(at * 7919) % school.listed.length] ?? '').map(
      (host) => `GET http://${host}/ HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
    )
    const blocked = await beside('requests', { ours: PORTS.proxy, theirs: PORTS.squid, send: heads })
    atLeast(
      'proxy decisions, ratio to Squid',
      blocked.ratio,
      3,
      ` (${thousands(blocked.ours)} to ${thousands(blocked.theirs)})`,
    )
    const connects = await beside('connects', { ours: PORTS.proxy, theirs: PORTS.squid, send: connectTo(PORTS.site) })
    atLeast(
      'new CONNECTs, ratio to Squid',
      connects.ratio,
      1,
      ` (${thousands(connects.ours)} to ${thousands(connects.theirs)})`,
    )
    const bulk = await beside('bulk', { ours: PORTS.proxy, theirs: PORTS.squid, send: connectTo(PORTS.bulk) })
    atLeast('bulk through CONNECT, ratio to Squid', bulk.ratio, 0.8, ` (${Math.round(bulk.ours / 1e6)} MB/s)`)
  } else row('Squid', 'is not installed or did not start', 'beside ours', false)
}

/** Squid with the same names; its load takes its time. */
async function startSquid({ listed }: BenchSchool): Promise<boolean> {
  if (!existsSync('/usr/sbin/squid')) return false
  const names = new Set(listed)
  const isBelow = (name: string): boolean => {
    for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1))
      if (names.has(name.slice(dot + 1))) return true
    return false
  }
  writeFileSync(
    join(folder, 'blocked.acl'),
    listed
      .filter((name) => !isBelow(name))
      .map((name) => `.${name}\n`)
      .join(''),
  )
  writeFileSync(
    join(folder, 'squid.conf'),
    `http_port 127.0.0.1:${PORTS.squid}\npid_filename none\naccess_log none\ncache_log /dev/null\ncache deny all\nshutdown_lifetime 0 seconds\nvisible_hostname bench\ncache_effective_user proxy\nacl blocked dstdomain "${folder}/blocked.acl"\nhttp_access deny blocked\nhttp_access allow all\n`,
  )
  // Squid will not run as the superuser, and its own account has to read what lies here.
  chmodSync(folder, 0o755)
  start('/usr/sbin/squid', ['-N', '-n', `hedgerowbench${process.pid}`, '-f', join(folder, 'squid.conf')])
  const answers = (): Promise<boolean> =>
    fetch(`http://127.0.0.1:${PORTS.squid}/`).then(
      () => true,
      () => false,
    )
  const ms = await until(answers, 120_000).catch(() => null)
  if (ms === null) return false
  process.stdout.write(`Squid was ready after ${(ms / 1000).toFixed(1)} s.\n`)
  return true
}

/** What a real TLS library sends first to an address without a name. */
function aHello(): Promise<Buffer> {
  return new Promise((resolve) => {
    const server = createServer((socket) =>
      socket.on('error', () => undefined).once('data', (bytes) => (resolve(bytes), server.close(), socket.destroy())),
    )
    server.listen(0, '127.0.0.1', () =>
      connectTls({ port: (server.address() as { port: number }).port, host: '127.0.0.1' }).on('error', () => undefined),
    )
  })
}

try {
  await dns(await makeSchool(DOMAINS))
} finally {
  await endAll()
}
const table = [
  '| what | measured | goal | |',
  '| --- | --- | --- | --- |',
  ...rows.map(({ what, measured, goal, met }) => `| ${what} | ${measured} | ${goal} | ${met ? 'met' : '**missed**'} |`),
].join('\n')
const about = `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, load ${loadavg()[0]?.toFixed(1)} at the end`
process.stdout.write(`\n${about}\n\n${table}\n`)
writeFileSync(
  'filter/GATEWAY.md',
  `# The gateway's figures

Written by \`npm run bench:filter -- ${process.argv.slice(2).join(' ')}\`. Each is a ratio of two programs under the same load in
the same minute, on a machine that is shared: the ratio travels, the rates do not.

${about}

${table}
`,
)
process.exit(0)
