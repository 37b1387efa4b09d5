import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import type { Seal } from '../src/contract.js'

/** A seal with a key pair of its own. */
export function newSeal(): Seal {
  const pair = generateKeyPairSync('ed25519')
  const secret = createPrivateKey(pair.privateKey.export({ format: 'pem', type: 'pkcs8' }))
  const known = createPublicKey(pair.publicKey.export({ format: 'pem', type: 'spki' }))
  return {
    digest: (bytes) => createHash('sha256').update(bytes).digest(),
    sign: (bytes) => sign(null, bytes, secret),
    verify: (bytes, signature) => verify(null, bytes, known, signature),
  }
}
