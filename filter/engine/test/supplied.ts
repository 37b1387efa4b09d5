import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto'
import type { SupplierSource } from '../src/list-source.js'
import { inChunks } from './school.js'

const supplierKey = generateKeyPairSync('ed25519')
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A list as the supplier signs it; `spoil` changes it afterwards. */
export function supplied(
  entries: readonly string[],
  edition = 1,
  spoil = (text: string): string => text,
): SupplierSource {
  const body = `hedgerow-hashes 1\nsupplier: Trust\nedition: ${edition}\nsigned: 2026-11-26T02:00:00Z\nlate-after-hours: 48\n${entries.map(hashOf).join('\n')}\n`
  const signature = sign(null, Buffer.from(body), supplierKey.privateKey).toString('base64')
  return {
    supplier: 'Trust',
    read: () => inChunks(spoil(`${body}signature: ${signature}\n`)),
    verify: (bytes, given) => verify(null, bytes, supplierKey.publicKey, given),
  }
}
