import 'reflect-metadata'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PemConverter, SubjectAlternativeNameExtension, X509CertificateGenerator } from '@peculiar/x509'

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

/** A self-signed certificate for names, 'filter.example' unless said, and its key, as files; `until` is when it ends. */
export async function makeCertificate(until: Date, { names = ['filter.example'] }: { names?: readonly string[] } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'))
  const keys = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])
  const made = await X509CertificateGenerator.createSelfSigned({
    serialNumber: '01',
    name: 'CN=filter.example',
    notBefore: new Date('2026-01-01'),
    notAfter: until,
    signingAlgorithm: ALGORITHM,
    keys,
    extensions: [
      new SubjectAlternativeNameExtension([
        ...names.map((value) => ({ type: 'dns' as const, value })),
        { type: 'ip' as const, value: '192.0.2.53' },
      ]),
    ],
  })
  const files = { certificate: join(folder, 'filter.crt'), privateKey: join(folder, 'filter.pem') }
  writeFileSync(files.certificate, made.toString('pem'))
  writeFileSync(
    files.privateKey,
    PemConverter.encode(await crypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY'),
  )
  return { ...files, folder, text: made.toString('pem') }
}
