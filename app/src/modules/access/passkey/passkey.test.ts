import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { describe, it } from 'node:test'
import { type Misbehaviour, softwareAuthenticator } from '../../../../test/software-authenticator.js'
import { acceptNewPasskey, addPasskeyOptions } from './add-passkey.js'
import type { Passkey } from './passkey.js'
import { passkeyObstacle, relyingParty } from './relying-party.js'
import { answeredPasskey, checkPasskey, usePasskeyOptions } from './use-passkey.js'

const ORIGIN = 'https://hedgerow.larkmoor.example'
const party = relyingParty(`${ORIGIN}`, 'Larkmoor Primary School')
const holder = { handle: randomBytes(32), username: 'mfenwick', name: 'Marigold Fenwick', passkeys: [] }

async function added(wrong?: Misbehaviour) {
  const device = softwareAuthenticator(ORIGIN)
  const options = await addPasskeyOptions(party, holder)
  const answer = device.create(options, wrong)
  return { device, options, answer, passkey: await acceptNewPasskey(party, options.challenge, answer) }
}

async function ready() {
  const { device, passkey } = await added()
  assert.ok(passkey)
  return { device, passkey }
}

async function used(wrong?: Misbehaviour, change: (passkey: Passkey) => Passkey = (passkey) => passkey) {
  const { device, passkey } = await ready()
  const options = await usePasskeyOptions(party)
  return checkPasskey(party, options.challenge, device.get(options, wrong), change(passkey))
}

describe('adding a passkey', () => {
  it('asks for a device that checks its holder, and for no account of its make', async () => {
    const options = await addPasskeyOptions(party, holder)
    assert.equal(options.rp.id, 'hedgerow.larkmoor.example')
    assert.equal(options.authenticatorSelection?.userVerification, 'required')
    assert.equal(options.attestation, 'none')
    assert.equal(Buffer.from(options.user.id, 'base64url').equals(holder.handle), true)
    assert.ok(Buffer.from(options.challenge, 'base64url').length >= 32)
  })

  it('stores what the next sign-in needs', async () => {
    const { passkey, answer } = await added()
    assert.equal(passkey?.credentialId, answer.id)
    assert.deepEqual(passkey?.transports, ['hybrid', 'internal'])
    assert.equal(passkey?.counter, 1)
    assert.ok(passkey.publicKey.length > 60)
  })

  it('offers no device that is already there a second time', async () => {
    const { passkey } = await ready()
    const options = await addPasskeyOptions(party, { ...holder, passkeys: [passkey] })
    assert.deepEqual(
      options.excludeCredentials?.map(({ id }) => id),
      [passkey.credentialId],
    )
  })

  const refused: Readonly<Record<string, Misbehaviour>> = {
    'without a check of its holder': { unverified: true },
    'from a page that only looks like ours': { origin: 'https://hedgerow.larkmoor.example.evil.test' },
    'bound to another host': { rpId: 'evil.test' },
    'in answer to an earlier question': { challenge: randomBytes(32).toString('base64url') },
  }
  for (const [title, wrong] of Object.entries(refused)) {
    it(`is refused ${title}`, async () => assert.equal((await added(wrong)).passkey, null))
  }

  it('is refused when the answer is no answer', async () => {
    for (const answer of [null, 'text', {}, { id: 'x', rawId: 'x', type: 'public-key', response: {} }, []]) {
      assert.equal(await acceptNewPasskey(party, 'challenge', answer), null)
    }
  })
})

describe('signing in with a passkey', () => {
  it('is taken, and its count goes up', async () => {
    assert.equal((await used())?.counter, 2)
  })

  it('tells a stranger nothing of who has one', async () => {
    const { passkey } = await ready()
    assert.equal((await usePasskeyOptions(party)).allowCredentials, undefined)
    assert.equal((await usePasskeyOptions(party, [passkey])).allowCredentials?.[0]?.id, passkey.credentialId)
  })

  const refused: Readonly<Record<string, Misbehaviour>> = {
    'without a check of its holder': { unverified: true },
    'from a page that only looks like ours': { origin: 'https://evil.test' },
    'bound to another host': { rpId: 'evil.test' },
    'in answer to an earlier question': { challenge: randomBytes(32).toString('base64url') },
  }
  for (const [title, wrong] of Object.entries(refused)) {
    it(`is refused ${title}`, async () => assert.equal(await used(wrong), null))
  }

  it('is refused from a copy of the device, whose count stands behind', async () => {
    assert.equal(await used({ counter: 7 }, (passkey) => ({ ...passkey, counter: 7 })), null)
    assert.equal(await used({ counter: 3 }, (passkey) => ({ ...passkey, counter: 7 })), null)
    assert.notEqual(await used({ counter: 8 }, (passkey) => ({ ...passkey, counter: 7 })), null)
  })

  it('is taken from devices that do not count', async () => {
    assert.equal((await used({ counter: 0 }, (passkey) => ({ ...passkey, counter: 0 })))?.counter, 0)
  })

  it('is refused with the key of somebody else', async () => {
    const other = await ready()
    assert.equal(await used({}, (passkey) => ({ ...passkey, publicKey: other.passkey.publicKey })), null)
    assert.equal(await used({}, () => other.passkey), null)
  })

  it('is refused with a signature changed by one bit', async () => {
    const { device, passkey } = await ready()
    const options = await usePasskeyOptions(party)
    const answer = device.get(options)
    const signature = Buffer.from(answer.response.signature, 'base64url')
    signature[signature.length - 1]! ^= 1
    const changed = { ...answer, response: { ...answer.response, signature: signature.toString('base64url') } }
    assert.equal(await checkPasskey(party, options.challenge, changed, passkey), null)
    assert.notEqual(await checkPasskey(party, options.challenge, answer, passkey), null)
  })

  it('finds the passkey by the id in the answer, if there is one', () => {
    assert.equal(answeredPasskey({ id: 'abc_-9' }), 'abc_-9')
    for (const answer of [
      null,
      undefined,
      'abc',
      {},
      { id: 7 },
      { id: '' },
      { id: 'a b' },
      { id: 'x'.repeat(2_000) },
    ]) {
      assert.equal(answeredPasskey(answer), null)
    }
  })
})

describe('the address of an installation', () => {
  it('is what passkeys are bound to', () => {
    assert.deepEqual(relyingParty('https://hedgerow.example.org:8443', 'Larkmoor'), {
      id: 'hedgerow.example.org',
      name: 'Larkmoor',
      origin: 'https://hedgerow.example.org:8443',
    })
  })

  it('must have a name and https, or be this machine', () => {
    assert.equal(passkeyObstacle('https://hedgerow.example.org'), null)
    assert.equal(passkeyObstacle('http://localhost:3000'), null)
    assert.match(passkeyObstacle('http://hedgerow.example.org')!, /https/)
    assert.match(passkeyObstacle('https://192.168.1.20')!, /not a number/)
    assert.match(passkeyObstacle('https://[fd00::1]')!, /not a number/)
  })
})
