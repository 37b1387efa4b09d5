import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { Client } from '../clients/client.js'
import { LOG_COLUMNS, LogLines } from './log-lines.js'
import { removeOld, Sender } from './sender.js'
import { Spool } from './spool.js'

const client = new Client({ group: 'ks2', person: 'p1', classes: ['4B', 'Choir'] }, '10.20.1.7', 'range')
const answer = Buffer.from('dns\tblock\tcategory\tgambling\t7')
const at = Date.UTC(2026, 10, 26, 10, 42)
const folder = (): string => mkdtempSync(join(tmpdir(), 'spool-'))
const spoolIn = (place: string, bytes = 1_000_000, clock = () => at): Spool =>
  new Spool({ folder: place, writer: 'w0', bytes, clock })

const write = (log: LogLines, lines: number): void => {
  for (let line = 0; line < lines; line++)
    log.name({ at, client, answer }, Buffer.from(`n${line}.example`), `n${line}.example`.length)
}

describe('the log', () => {
  test('has one line for each question, with every column', () => {
    const taken: Buffer[] = []
    const log = new LogLines({
      take: (lines, length) => taken.push(Buffer.from(lines.subarray(0, length))) > 0,
      spare: () => undefined,
    })
    log.name({ at, client, answer }, Buffer.from('bets.example......'), 12)
    log.text({ at: at + 1, client, answer }, 'http://bets.example/', { id: '7-abc', raised: ['a; b', 'chcę umrzeć'] })
    log.flush()
    const lines = Buffer.concat(taken).toString().split('\n')
    assert.deepEqual(lines, [
      '2026-11-26T10:42:00.000Z\tdns\tblock\tcategory\tgambling\t7\t10.20.1.7\tks2\tp1\t\t\t4B; Choir\tbets.example\t\t',
      '2026-11-26T10:42:00.001Z\tdns\tblock\tcategory\tgambling\t7\t10.20.1.7\tks2\tp1\t\t\t4B; Choir\thttp://bets.example/\t7-abc\ta  b; chcę umrzeć',
      '',
    ])
    assert.equal(lines[0]?.split('\t').length, LOG_COLUMNS.length)
  })

  test('has room for a flag that a hundred rules raised', () => {
    const taken: Buffer[] = []
    const log = new LogLines({
      take: (lines, length) => taken.push(lines.subarray(0, length)) > 0,
      spare: () => undefined,
    })
    const raised = [
      `ż${'ó'.repeat(199)}`,
      ...Array.from({ length: 100 }, (_, rule) => `żółć ${rule} ${'x'.repeat(40)}`),
    ]
    log.text({ at, client, answer }, `http://long.example/${'y'.repeat(3_000)}`, { id: '7-abc', raised })
    log.flush()
    const cells = Buffer.concat(taken).toString().trimEnd().split('\t')
    assert.equal(cells.length, LOG_COLUMNS.length)
    assert.ok(log.raised > 0)
    const told = cells.at(-1)?.split('; ') ?? []
    assert.ok(
      told.length > 10 && told.every((rule, place) => rule === raised[place]),
      'whole ones, as many as there is room for',
    )
    assert.ok(Buffer.concat(taken).length < 8_192)
  })

  test('loses nothing between one buffer and the next', () => {
    const taken: Buffer[] = []
    const log = new LogLines({
      take: (lines, length) => taken.push(Buffer.from(lines.subarray(0, length))) > 0,
      spare: () => undefined,
    })
    write(log, 5_000)
    log.flush()
    const lines = Buffer.concat(taken).toString().trimEnd().split('\n')
    assert.ok(taken.length > 3)
    assert.equal(new Set(lines.map((line) => line.split('\t').at(-3))).size, 5_000)
    assert.equal(log.written, 5_000)
  })

  test('counts what found no room, and nobody waits', () => {
    const log = new LogLines({ take: () => false, spare: () => undefined })
    write(log, 100)
    log.flush()
    assert.equal(log.refused, 100)
  })
})

describe('the log on disk', () => {
  test('is bounded: what does not fit is refused, and what is there stays', async () => {
    const place = folder()
    const spool = spoolIn(place, 200_000)
    const log = new LogLines(spool)
    write(log, 10_000)
    log.flush()
    await spool.close()
    const kept =
      readdirSync(place)
        .map((name) => readFileSync(join(place, name), 'utf8'))
        .join('')
        .split('\n').length - 1
    assert.equal(kept, log.written)
    assert.ok(log.refused > 0)
    assert.equal(log.written + log.refused, 10_000)
    assert.ok(spool.bytes <= 200_000 + 64 * 1024)
  })

  test('what a crash left open is sent after the next start', async () => {
    const place = folder()
    writeFileSync(join(place, '2026-11-25T00-00-00-000Z.w0.0000.tsv.open'), 'left\n')
    writeFileSync(join(place, '2026-11-25T00-00-00-000Z.w1.0000.tsv.open'), 'another process has this\n')
    const spool = spoolIn(place)
    assert.deepEqual(
      (await spool.ready()).map((path) => path.split('/').at(-1)),
      ['2026-11-25T00-00-00-000Z.w0.0000.tsv'],
    )
  })

  test('is removed when its time is over', async () => {
    const place = folder()
    writeFileSync(join(place, '2026-01-01T00-00-00-000Z.w0.0000.tsv'), 'old\n')
    const spool = spoolIn(place)
    await removeOld(spool, 30, Date.now())
    assert.equal(readdirSync(place).length, 1)
    await removeOld(spool, 30, Date.now() + 31 * 86_400_000)
    assert.equal(readdirSync(place).length, 0)
    assert.equal(spool.bytes, 0)
  })
})

describe('sending the log to the centre', () => {
  const servers: Server[] = []
  after(() => servers.forEach((server) => server.close()))

  async function centre(status: () => number): Promise<{ url: string; got: Map<string, string>; token: Set<string> }> {
    const got = new Map<string, string>()
    const token = new Set<string>()
    const server = createServer((request, response) => {
      const parts: Buffer[] = []
      request.on('data', (part: Buffer) => parts.push(part))
      request.on('end', () => {
        token.add(request.headers.authorization ?? '')
        if (status() < 300)
          got.set(String(request.headers['hedgerow-log-file']), gunzipSync(Buffer.concat(parts)).toString())
        response.writeHead(status()).end()
      })
    })
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, got, token }
  }

  test('waits on disk while the centre is away, and arrives whole when it is back', async () => {
    let status = 503
    const there = await centre(() => status)
    const place = folder()
    const spool = spoolIn(place)
    const log = new LogLines(spool)
    write(log, 500)
    log.flush()
    await spool.turn(0)
    const sender = new Sender(spool, { url: there.url, token: 'secret' })
    await sender.send(1_000)
    assert.match(sender.away?.why ?? '', /503/)
    assert.equal(readdirSync(place).length, 1)
    await sender.send(1_500)
    assert.equal(there.token.size, 1, 'it does not knock again at once')
    status = 204
    await sender.send(10_000)
    assert.equal(sender.away, null)
    assert.equal([...there.got.values()].join('').split('\n').length - 1, 500)
    assert.deepEqual([...there.token], ['Bearer secret'])
    assert.equal(readdirSync(place).length, 0)
    assert.equal(spool.bytes, 0)
  })

  test('a centre that is not there at all is no fault of the gateway', async () => {
    const spool = spoolIn(folder())
    const log = new LogLines(spool)
    write(log, 1)
    log.flush()
    await spool.turn(0)
    const sender = new Sender(spool, { url: 'http://127.0.0.1:9/', token: 'x' })
    await sender.send(5)
    assert.equal(sender.away?.since, 5)
    assert.equal((await spool.ready()).length, 1)
  })
})
