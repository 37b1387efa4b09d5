import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'

/** What a test makes the authenticator or its browser do wrong. */
export interface Misbehaviour {
  /** The holder was not checked by finger, face or PIN. */
  readonly unverified?: boolean
  /** The page that asked was another one. */
  readonly origin?: string
  /** The browser binds it to another host name. */
  readonly rpId?: string
  /** The challenge it answers is another one. */
  readonly challenge?: string
  /** The device counts from here, as a copy of it would. */
  readonly counter?: number
}

/** A phone with a browser, for tests: one passkey, P-256, real signatures (WebAuthn Level 2, sections 6.1 and 6.5). */
export interface SoftwareAuthenticator {
  readonly create: (options: PublicKeyCredentialCreationOptionsJSON, wrong?: Misbehaviour) => RegistrationResponseJSON
  readonly get: (options: PublicKeyCredentialRequestOptionsJSON, wrong?: Misbehaviour) => AuthenticationResponseJSON
}

const PRESENT = 0x01
const VERIFIED = 0x04
const HAS_KEY = 0x40

export function softwareAuthenticator(origin: string): SoftwareAuthenticator {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(32)
  let counter = 0

  const state = (rpId: string, flags: number, wrong: Misbehaviour): Buffer => {
    counter = wrong.counter ?? counter + 1
    const verified = wrong.unverified ? 0 : VERIFIED
    return Buffer.concat([sha256(wrong.rpId ?? rpId), Buffer.of(flags | verified | PRESENT), uint32(counter)])
  }
  const credential = {
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key',
    authenticatorAttachment: 'platform',
    clientExtensionResults: {},
  } as const

  return {
    create(options, wrong = {}) {
      const data = Buffer.concat([
        state(options.rp.id ?? new URL(origin).hostname, HAS_KEY, wrong),
        Buffer.alloc(16),
        Buffer.of(0, id.length),
        id,
        coseKey(Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')),
      ])
      const clientDataJSON = clientData('webauthn.create', origin, options, wrong).toString('base64url')
      const attestationObject = attestation(data).toString('base64url')
      return { ...credential, response: { clientDataJSON, attestationObject, transports: ['internal', 'hybrid'] } }
    },
    get(options, wrong = {}) {
      const authenticatorData = state(options.rpId ?? new URL(origin).hostname, 0, wrong)
      const client = clientData('webauthn.get', origin, options, wrong)
      const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(client)]), privateKey)
      return {
        ...credential,
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: authenticatorData.toString('base64url'),
          signature: signature.toString('base64url'),
        },
      }
    },
  }
}

/** What the browser says of the page that asked (section 5.8.1). */
function clientData(type: string, origin: string, asked: { readonly challenge: string }, wrong: Misbehaviour): Buffer {
  const said = {
    type,
    challenge: wrong.challenge ?? asked.challenge,
    origin: wrong.origin ?? origin,
    crossOrigin: false,
  }
  return Buffer.from(JSON.stringify(said))
}

/** The CBOR map { 1: 2, 3: -7, -1: 1, -2: x, -3: y }: an elliptic curve key for ES256 on P-256 (RFC 9053). */
function coseKey(x: Buffer, y: Buffer): Buffer {
  return Buffer.concat([Buffer.from('a5010203262001215820', 'hex'), x, Buffer.from('225820', 'hex'), y])
}

/** The CBOR map { fmt: 'none', attStmt: {}, authData }. */
function attestation(authData: Buffer): Buffer {
  const text = (value: string) => Buffer.concat([Buffer.of(0x60 + value.length), Buffer.from(value)])
  const length = Buffer.of(0x59, authData.length >> 8, authData.length & 0xff)
  const none = [text('fmt'), text('none'), text('attStmt'), Buffer.of(0xa0)]
  return Buffer.concat([Buffer.of(0xa3), ...none, text('authData'), length, authData])
}

function sha256(bytes: Buffer | string): Buffer {
  return createHash('sha256').update(bytes).digest()
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
