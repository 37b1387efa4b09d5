import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { makeCertificate } from '../../test/certificate.js'
import { startEncrypted } from '../../test/school-gateway.js'
import { startUpstream } from '../../test/upstream.js'

test('dig asks over TLS and over HTTPS, and is led to the block page', async () => {
  const upstream = await startUpstream({})
  const files = await makeCertificate(new Date('2099-01-01'))
  const gateway = await startEncrypted({ files, upstream: upstream.port })
  const dig = (port: number | undefined, how: string) =>
    promisify(execFile)('dig', ['@127.0.0.1', '-p', `${port}`, how, '+short', '+tries=1', '+time=5', 'bets.example'])
  assert.equal((await dig(gateway.ports.tls, '+tls')).stdout, '127.0.0.1\n')
  assert.equal((await dig(gateway.ports.https, '+https')).stdout, '127.0.0.1\n')
  await gateway.stop()
  await upstream.close()
})
