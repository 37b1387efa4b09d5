import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { makeCertificate } from '../../test/certificate.js'
import { startEncrypted } from '../../test/school-gateway.js'
import { startUpstream } from '../../test/upstream.js'

test('dig asks over TLS and over HTTPS, is led to the block page, and finds by itself where to ask', async () => {
  const upstream = await startUpstream({})
  const files = await makeCertificate(new Date('2099-01-01'))
  const gateway = await startEncrypted({ files, upstream: upstream.port })
  const dig = (port: number | undefined, how: string, name = 'bets.example', type = 'A') =>
    promisify(execFile)('dig', ['@127.0.0.1', '-p', `${port}`, how, '+short', '+tries=1', '+time=5', name, type])
  assert.equal((await dig(gateway.ports.tls, '+tls')).stdout, '127.0.0.1\n')
  assert.equal((await dig(gateway.ports.https, '+https')).stdout, '127.0.0.1\n')
  const { tls, https } = gateway.ports
  // Older versions of dig know the last parameter by its number alone.
  const found = (await dig(gateway.ports.dns, '+noedns', '_dns.resolver.arpa', 'SVCB')).stdout.replace(
    'key7=',
    'dohpath=',
  )
  assert.equal(
    found,
    `1 filter.example. alpn="h2" port=${https} dohpath="/dns-query{?dns}"\n2 filter.example. alpn="dot" port=${tls}\n`,
  )
  await gateway.stop()
  await upstream.close()
})
