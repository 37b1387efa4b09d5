import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { gunzipSync } from 'node:zlib'
import { askDns, told } from '../../test/ask-dns.js'
import { startGateway } from '../../test/school-gateway.js'
import { schoolSnapshot } from '../../test/school-snapshot.js'
import { startEverywhere, type TestUpstream } from '../../test/upstream.js'
import { openSnapshotFile } from '../commands/open-snapshot-file.js'
import { makeKeys, signingSeal } from './seal.js'

const folder = (): string => mkdtempSync(join(tmpdir(), 'school-'))

describe('a gateway in use', () => {
  let upstream: TestUpstream
  before(async () => {
    upstream = await startEverywhere('192.0.2.1')
  })
  after(() => upstream.close())

  test('takes a new snapshot under load: no question is refused, lost or answered by half of one', async () => {
    let number = 0
    const lists = [['bets.example'], ['bets.example', 'new.example']]
    const made = await Promise.all(
      [0, 1, 2, 3, 4, 5].map((at) => schoolSnapshot({ number: at + 1, gambling: lists[at % 2] ?? [] })),
    )
    const gateway = await startGateway({
      upstreams: [upstream.port],
      open: async () => made[number++] ?? assert.fail(),
    })
    const { dns = 0 } = gateway.ports
    let swapping = true
    const answers = new Map<string, number>()
    const asker = async (): Promise<void> => {
      while (swapping) {
        const both = [told(await askDns(dns, 'bets.example')), told(await askDns(dns, 'new.example'))].join(' and ')
        answers.set(both, (answers.get(both) ?? 0) + 1)
      }
    }
    const askers = Promise.all(Array.from({ length: 16 }, asker))
    for (let swap = 0; swap < 5; swap++) {
      await new Promise((resolve) => setTimeout(resolve, 100))
      await gateway.reload()
    }
    swapping = false
    await askers
    assert.deepEqual([...answers.keys()].toSorted(), ['A 127.0.0.1 and A 127.0.0.1', 'A 127.0.0.1 and A 192.0.2.1'])
    assert.equal(gateway.parts.rulings.snapshot.id.number, 6)
    await gateway.stop()
  })

  test('what was replaced is held by nothing, so that its memory can be had again', async () => {
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    let number = 0
    const gateway = await startGateway({
      upstreams: [upstream.port],
      open: () => schoolSnapshot({ number: ++number }),
    })
    const { dns = 0, status = 0 } = gateway.ports
    const use = async (): Promise<void> => {
      assert.equal(told(await askDns(dns, 'bets.example')), 'A 127.0.0.1')
      await askDns(dns, 'open.example')
      const asked = `http://127.0.0.1:${status}/decision?target=https://bets.example/&group=ks2`
      await (await fetch(asked, { headers: { connection: 'close' } })).text()
    }
    await use()
    const replaced = new WeakRef(gateway.parts.rulings.snapshot)
    await gateway.reload()
    await use()
    for (let round = 0; round < 10 && replaced.deref() !== undefined; round++) {
      await new Promise((resolve) => setTimeout(resolve, 20))
      collect()
    }
    await gateway.stop()
    assert.equal(replaced.deref(), undefined)
  })

  test('goes back to an earlier snapshot with an alarm', async () => {
    const made = [await schoolSnapshot({ number: 7 }), await schoolSnapshot({ number: 5, gambling: ['old.example'] })]
    const gateway = await startGateway({ upstreams: [upstream.port], open: async () => made.shift() ?? assert.fail() })
    await gateway.reload()
    assert.equal(gateway.parts.rulings.snapshot.id.number, 5)
    assert.deepEqual(gateway.parts.events.latest[0]?.type, 'snapshot.rolled-back')
    assert.equal(gateway.parts.events.latest[0]?.alarm, true)
    await gateway.stop()
  })

  test('keeps its log while the centre is away, and sends all of it when it is back', async () => {
    let status = 500
    const got: string[] = []
    const centre = createServer((request, response) => {
      const parts: Buffer[] = []
      request.on('data', (part: Buffer) => parts.push(part))
      request.on('end', () => {
        if (status < 300) got.push(gunzipSync(Buffer.concat(parts)).toString())
        response.writeHead(status).end()
      })
    })
    await new Promise<void>((resolve) => centre.listen(0, '127.0.0.1', resolve))
    const place = folder()
    writeFileSync(join(place, 'token'), 'secret\n')
    const url = `http://127.0.0.1:${(centre.address() as AddressInfo).port}/log`
    const gateway = await startGateway({
      upstreams: [upstream.port],
      config: { log: { folder: join(place, 'log'), centre: { url, tokenFile: join(place, 'token') } } },
    })
    for (let at = 0; at < 50; at++) await askDns(gateway.ports.dns ?? 0, `n${at}.bets.example`)
    const { log, spool, sender } = gateway.parts
    log.flush()
    await spool.turn(0)
    await sender?.send(Date.now())
    const health = await fetch(`http://127.0.0.1:${gateway.ports.status}/health`)
    assert.match(await health.text(), /Centre/)
    status = 204
    await sender?.send(Date.now() + 60_000)
    assert.equal(
      got
        .join('')
        .split('\n')
        .filter((line) => line.includes('.bets.example')).length,
      50,
    )
    await gateway.stop()
    centre.close()
  })

  test('filters on when the disk takes no more, counts what it could not write, and says so', async () => {
    const gateway = await startGateway({ upstreams: [upstream.port] })
    const { spool, log } = gateway.parts
    spool.take = () => false
    assert.equal(told(await askDns(gateway.ports.dns ?? 0, 'bets.example')), 'A 127.0.0.1')
    log.flush()
    assert.ok(log.refused > 0)
    const health = await fetch(`http://127.0.0.1:${gateway.ports.status}/health`)
    assert.match(await health.text(), /Log on disk/)
    await gateway.stop()
  })

  test('leaves its whole log on disk when it is told to stop', async () => {
    const place = join(folder(), 'log')
    const gateway = await startGateway({ upstreams: [upstream.port], config: { log: { folder: place } } })
    for (let at = 0; at < 20; at++) await askDns(gateway.ports.dns ?? 0, `n${at}.bets.example`)
    await gateway.stop()
    const lines = readdirSync(place)
      .map((name) => readFileSync(join(place, name), 'utf8'))
      .join('')
      .trimEnd()
      .split('\n')
    assert.equal(lines.length, 20)
    assert.match(lines[0] ?? '', /\tdns\tblock\tcategory\tgambling\t1\t127\.0\.0\.1\tks2\t/)
  })

  test('two processes share one port', async () => {
    const first = await startGateway({ upstreams: [upstream.port], shared: true })
    const { dns = 0 } = first.ports
    const second = await startGateway({
      upstreams: [upstream.port],
      shared: true,
      config: {
        dns: { listen: `127.0.0.1:${dns}`, upstreams: [`127.0.0.1:${upstream.port}`], pageAddresses: ['127.0.0.1'] },
      },
    })
    for (let at = 0; at < 40; at++) assert.equal(told(await askDns(dns, 'bets.example')), 'A 127.0.0.1')
    const asked = [first, second].map(({ parts }) => parts.nameServer?.counts.asked ?? 0)
    assert.ok(
      asked.every((count) => count > 0),
      `${asked.join(' and ')} questions`,
    )
    assert.equal(asked[0]! + asked[1]!, 40)
    await first.stop()
    assert.equal(told(await askDns(dns, 'bets.example')), 'A 127.0.0.1', 'the other serves on')
    await second.stop()
  })

  test('answers decisions and metrics to this machine, and to others only with the token', async () => {
    const gateway = await startGateway({ upstreams: [upstream.port] })
    const at = `http://127.0.0.1:${gateway.ports.status}`
    const get = async (path: string, headers = {}) =>
      (await fetch(`${at}${path}`, { headers })).json() as Promise<{ verdict: string; reasons?: object }>
    assert.deepEqual(await get('/decision?target=https://open.example/&group=ks2'), { verdict: 'allow' })
    const blocked = await get('/decision?target=https://www.bets.example/x&group=ks2')
    assert.equal(blocked.verdict, 'block')
    assert.ok(blocked.reasons !== undefined)
    assert.match(await (await fetch(`${at}/metrics`)).text(), /^# TYPE hedgerow_filter_log_lines_total counter$/m)
    const page = await (await fetch(`${at}/`)).text()
    for (const part of gateway.parts.events.latest) assert.ok(page.includes(part.sentence))
    assert.equal(
      (await fetch(`${at}/decision?target=x`, { headers: { host: 'evil.example' } })).status,
      200,
      'fetch sets its own host',
    )
    for (const path of ['//', '/%', '/decision', '/decision?target=%00&group=ks2'])
      assert.ok((await fetch(at + path)).status < 500, path)
    await gateway.stop()
  })
})

describe('a snapshot file that may not be used', () => {
  test('is refused with its reason, whatever is wrong with it', async () => {
    const place = folder()
    makeKeys(join(place, 'a'))
    makeKeys(join(place, 'b'))
    const snapshot = await schoolSnapshot()
    const bytes = Buffer.from(new Uint8Array(snapshot.buffer))
    const file = join(place, 'snapshot.hgf')
    const refused = async (what: string, content: Buffer): Promise<void> => {
      writeFileSync(file, content)
      await assert.rejects(openSnapshotFile(file, join(place, 'a.pub')), /may not be used|cut short/, what)
    }
    await refused('empty', Buffer.alloc(0))
    await refused('cut short', bytes.subarray(0, bytes.length - 9))
    await refused('signed by another', bytes)
    await refused('rubbish', Buffer.alloc(5_000, 7))
    await assert.rejects(openSnapshotFile(join(place, 'none'), join(place, 'a.pub')), /There is no snapshot/)
    await assert.rejects(openSnapshotFile(file, join(place, 'a.key.missing')), /cannot be read/)
  })

  test('keys are never written over, and the secret one is its owner’s alone', () => {
    const place = folder()
    const { key } = makeKeys(join(place, 'filter'))
    assert.throws(() => makeKeys(join(place, 'filter')), /never written over/)
    chmodSync(key, 0o600)
    assert.doesNotThrow(() => signingSeal(key))
    writeFileSync(key, 'not a key')
    assert.throws(() => signingSeal(key), /not an Ed25519 key/)
  })
})
