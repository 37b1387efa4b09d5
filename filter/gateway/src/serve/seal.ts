import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { chmodSync, writeFileSync } from 'node:fs'
import type { Seal } from '../../../engine/src/index.js'
import { readNamed } from '../config/read-named.js'
import { Problem } from '../problem.js'

/** The seal of a machine that only checks: a gateway. */
export const checkingSeal = (publicKeyFile: string): Seal => sealOf(publicKeyIn(publicKeyFile), null)

/** The seal of the machine that compiles. */
export function signingSeal(privateKeyFile: string): Seal {
  const key = readKey(privateKeyFile, 'the signing key', createPrivateKey)
  return sealOf(createPublicKey(key), key)
}

function sealOf(publicKey: KeyObject, privateKey: KeyObject | null): Seal {
  return {
    digest: (bytes) => createHash('sha256').update(bytes).digest(),
    verify: (bytes, signature) => verify(null, bytes, publicKey, signature),
    sign(bytes) {
      if (privateKey === null) throw new Problem('This machine holds no key to sign with.')
      return sign(null, bytes, privateKey)
    },
  }
}

/** Makes a pair of keys: `<name>.key`, which only its owner reads, and `<name>.pub` for the gateways. */
export function makeKeys(name: string): { readonly key: string; readonly pub: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const files = { key: `${name}.key`, pub: `${name}.pub` }
  try {
    writeFileSync(files.key, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
    writeFileSync(files.pub, publicKey.export({ type: 'spki', format: 'pem' }), { flag: 'wx' })
  } catch (fault) {
    const there = fault instanceof Error && 'code' in fault && fault.code === 'EEXIST'
    throw new Problem(
      there ? `${files.key} or ${files.pub} is there already; a key is never written over.` : String(fault),
    )
  }
  chmodSync(files.key, 0o600)
  return files
}

export const publicKeyIn = (file: string): KeyObject => readKey(file, 'the public key', createPublicKey)

function readKey(file: string, what: string, make: (pem: string) => KeyObject): KeyObject {
  const pem = readNamed(file, what)
  try {
    const key = make(pem)
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch {
    // Said below, in words.
  }
  throw new Problem(`${file} is not an Ed25519 key in PEM form, such as "hedgerow filter keys" makes.`)
}
