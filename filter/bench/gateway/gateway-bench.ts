/**
 * The gateway beside bare Node, Squid and E2Guardian, in one run, each figure as a ratio with its goal beside it.
 * `--domains=5000000` is the full size, `--seconds=5` the length of a round.
 */
import type { ChildProcess } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { cpus, loadavg } from 'node:os'
import { connect as connectTls } from 'node:tls'
import { encode } from 'dns-packet'
import { askDns } from '../../gateway/test/ask-dns.js'
import { startE2Guardian, startSquid } from './peers.js'
import { type BenchSchool, makeSchool, PORTS } from './school.js'
import {
  end,
  endAll,
  type Found,
  load,
  median,
  type Program,
  residentMb,
  startBare,
  startGateway,
  until,
} from './stand.js'

interface Row {
  readonly what: string
  readonly measured: string
  readonly goal: string
  readonly met: boolean
}

const option = (name: string, usual: number): number =>
  Number(process.argv.find((one) => one.startsWith(`--${name}=`))?.split('=')[1] ?? usual)
const MS = option('seconds', 1) * 1000
const DOMAINS = option('domains', 1_000_000)
const ROUNDS = 9
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

/** A server under load. */
interface Side {
  readonly port: number
  readonly server: Program
}

/** A load on ours and on theirs; `to` is what theirs is sent where that is not the same. */
interface Pair {
  readonly ours: Side
  readonly theirs: Side
  readonly send: readonly (Buffer | string)[]
  readonly to?: readonly (Buffer | string)[]
}

const under = (kind: string, { port, server }: Side, targets: readonly (Buffer | string)[]) =>
  load(kind, port, { ms: MS, targets, server })

/** The same load in turn on ours and on theirs, several times: what else the machine does then hits both alike. */
async function beside(kind: string, { ours, theirs, send, to = send }: Pair) {
  const pairs: Record<'ours' | 'theirs', Found>[] = []
  for (let round = 0; round < ROUNDS; round++)
    pairs.push({ theirs: await under(kind, theirs, to), ours: await under(kind, ours, send) })
  const busy = (side: 'ours' | 'theirs'): string =>
    `${Math.round(median(pairs.map((pair) => pair[side].busy)) * 100)} %`
  return {
    // A server that is not busy the whole time waits for the load, and its ratio says less than it could.
    busy: `busy ${busy('ours')} and ${busy('theirs')}`,
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
  const echo = { port: PORTS.echo, server: startBare('echo', PORTS.echo) }
  const ready = await startedIn(school)
  const one = startGateway(school.config(1))
  await firstAnswer(PORTS.dns)
  const ours = { port: PORTS.dns, server: one }
  await load('dns', PORTS.dns, { ms: 3_000, targets: packets, server: one })
  const cell = await beside('dns', { ours, theirs: echo, send: packets })
  atLeast(
    `DNS at ${DOMAINS.toLocaleString('en-GB')} names, ratio to a bare Node UDP echo`,
    cell.ratio,
    0.85,
    ` (${thousands(cell.ours)} of ${thousands(cell.theirs)}, ${cell.busy}, ${cell.failed} lost)`,
  )
  atMost('DNS p99, ratio to the echo', cell.p99, 1.5)
  const [names, bare] = [Math.round(school.megabytes), Math.round(residentMb(echo.server))]
  atMost(`whole process after it (${names} MB of names; the echo takes ${bare} MB)`, residentMb(one), 120, ' MB')
  atMost('from start to the first answer, median of five', ready / 1000, 0.5, ' s')
  await decisions(one)
  await proxy(school, { port: PORTS.proxy, server: one })
  await end(one)
  const two = startGateway(school.config(2))
  await until(async () => (await askDns(PORTS.dns, 'ready.example')) !== null)
  await load('dns', PORTS.dns, { ms: 3_000, targets: packets, server: two })
  const both = await load('dns', PORTS.dns, { ms: MS, targets: packets, server: two })
  atLeast('DNS with two processes, ratio to one', both.perSecond / cell.ours, 1.3, ` (${thousands(both.perSecond)})`)
  await end(two)
}

/** Milliseconds from a start to the first answer: the median, for the first start after a build fills a cache on disk. */
async function startedIn(school: BenchSchool): Promise<number> {
  const times: number[] = []
  for (let start = 0; start < 5; start++) {
    const began = startGateway(school.config(1))
    times.push(await firstAnswer(PORTS.dns))
    await end(began)
  }
  return median(times)
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

async function decisions(server: ChildProcess): Promise<void> {
  const bare = { port: PORTS.http, server: startBare('http', PORTS.http) }
  const head = 'GET /decision?target=https%3A%2F%2Fopen.example%2F&group=ks2 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'
  await new Promise((resolve) => setTimeout(resolve, 500))
  const cell = await beside('requests', { ours: { port: PORTS.status, server }, theirs: bare, send: [head] })
  atLeast(
    'decision over HTTP, ratio to a bare node:http answer',
    cell.ratio,
    0.8,
    ` (${thousands(cell.ours)}, ${cell.busy})`,
  )
}

async function proxy(school: BenchSchool, ours: Side): Promise<void> {
  const site = { port: PORTS.site, server: startBare('site', PORTS.site) }
  startBare('bulk', PORTS.bulk)
  const hello = await aHello()
  const connectTo = (port: number): (Buffer | string)[] => [
    `CONNECT 127.0.0.1:${port} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`,
    hello,
  ]
  const direct = await beside('connects', {
    ours,
    theirs: site,
    send: connectTo(PORTS.site),
    to: ['', hello],
  })
  atMost('first byte through CONNECT, p99, ratio to a direct connection', direct.p99, 2)
  const heads = Array.from({ length: 2_000 }, (_, at) => school.listed[(at * 7919) % school.listed.length] ?? '').map(
    (host) => `GET http://${host}/ HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
  )
  await besideE2Guardian(school, ours, heads)
  const squid = await startSquid(school)
  if (squid !== null) {
    const theirs = { port: PORTS.squid, server: squid }
    const blocked = await beside('requests', { ours, theirs, send: heads })
    atLeast(
      'proxy decisions, ratio to Squid',
      blocked.ratio,
      3,
      ` (${thousands(blocked.ours)} to ${thousands(blocked.theirs)}, ${blocked.busy})`,
    )
    const connects = await beside('connects', { ours, theirs, send: connectTo(PORTS.site) })
    atLeast(
      'new CONNECTs, ratio to Squid',
      connects.ratio,
      1,
      ` (${thousands(connects.ours)} to ${thousands(connects.theirs)}, ${connects.busy})`,
    )
    const bulk = await beside('bulk', { ours, theirs, send: connectTo(PORTS.bulk) })
    atLeast(
      'bulk through CONNECT, ratio to Squid',
      bulk.ratio,
      0.8,
      ` (${Math.round(bulk.ours / 1e6)} MB/s, ${bulk.busy})`,
    )
  } else row('Squid', 'is not installed or did not start', 'beside ours', false)
}

async function besideE2Guardian(school: BenchSchool, ours: Side, heads: readonly string[]): Promise<void> {
  const guardian = await startE2Guardian(school)
  if (guardian !== null) {
    const theirs = { port: PORTS.e2guardian, server: guardian }
    const cell = await beside('requests', { ours, theirs, send: heads })
    const found = ` (${thousands(cell.ours)} to ${thousands(cell.theirs)}, ${cell.busy})`
    atLeast('proxy decisions, ratio to E2Guardian', cell.ratio, 15, found)
    process.kill(guardian.pid)
  } else row('E2Guardian', 'is not installed or did not start', 'beside ours', false)
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
