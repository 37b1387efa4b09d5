import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { generateSync } from 'otplib'
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import { softwareAuthenticator } from '../../../test/software-authenticator.js'
import { tables } from '../../kernel/db/tx.js'
import { accessSchool, ORIGIN, signIn, visitor } from './access.examples.js'
import type { AccessSchool, Visitor } from './access.examples.js'
import type { AccessTables } from './schema.js'

/** The code that an app with this seed shows at an instant. */
const codeAt = (seed: string, iso: string): string =>
  generateSync({ strategy: 'totp', secret: seed, epoch: Math.floor(Date.parse(iso) / 1000) })

const seedIn = (page: string): string => /<strong>([A-Z2-7 ]{20,})<\/strong>/.exec(page)?.[1]?.replaceAll(' ', '') ?? ''
const codesIn = (page: string): readonly string[] =>
  [...page.matchAll(/<strong>([0-9A-Z]{4}(?:-[0-9A-Z]{4}){2})<\/strong>/g)].map(([, code]) => code ?? '')

/** Sets up the lead's app at ten o'clock and returns its seed and recovery codes. */
async function setUpApp(school: AccessSchool): Promise<{ readonly seed: string; readonly codes: readonly string[] }> {
  const { who } = await signIn(school, school.lead)
  const page = await who.get('/account/second-factor')
  const seed = seedIn(page.body)
  const done = await who.post('/account/second-factor', { code: codeAt(seed, '2026-11-24T10:00:00Z') })
  return { seed, codes: codesIn(done.body) }
}

describe('the second step', () => {
  let school: AccessSchool
  let seed = ''
  let codes: readonly string[] = []
  before(async () => {
    school = await accessSchool()
  })
  after(() => school.close())

  test('a post that needs one opens nothing but the page that sets it up', async () => {
    const { who, answer } = await signIn(school, school.lead)
    assert.equal(answer.location, '/today')
    assert.equal((await who.get('/today')).location, '/account/second-factor?next=%2Ftoday')
    assert.equal((await who.get('/triage')).status, 303)
    assert.equal((await who.post('/triage')).status, 401)
    assert.equal((await who.get('/account')).status, 303)
    const picture = await who.get('/account/second-factor/code.svg')
    assert.match(picture.body, /^<svg/)
    assert.doesNotMatch(picture.body, /style=/)
  })

  test('a wrong code changes nothing; the right one brings ten recovery codes, shown once', async () => {
    const { who } = await signIn(school, school.lead)
    await who.get('/account/second-factor')
    const wrong = await who.post('/account/second-factor', { code: '000000' })
    assert.equal(wrong.status, 400)
    assert.match(wrong.body, /not the code your app shows now/)
    ;({ seed, codes } = await setUpApp(school))
    assert.equal(new Set(codes).size, 10)
    assert.equal((await who.get('/triage')).body, 'triage')
  })

  test('the seed lies encrypted in the database', async () => {
    const rows = await school.atDoor((tx) => tables<AccessTables>(tx).selectFrom('totp_seed').select('seed').execute())
    assert.ok(rows.length > 0)
    assert.ok(rows.every((row) => !row.seed.toString('latin1').includes(seed)))
  })

  test('a password alone opens nothing from now on', async () => {
    const { who } = await signIn(school, school.lead)
    assert.equal((await who.get('/today')).location, '/sign-in/second-step?next=%2Ftoday')
    assert.equal((await who.get('/account')).status, 303)
    const page = await who.get('/sign-in/second-step?next=/triage')
    assert.doesNotMatch(page.body, /Amira/)
  })

  test('a code is taken once: whoever read it over a shoulder is too late, even in the same second', async () => {
    school.test.clock.at('2026-11-24T10:05:00Z')
    const code = codeAt(seed, '2026-11-24T10:05:00Z')
    const two = await Promise.all([half(school), half(school)])
    const answers = await Promise.all(two.map((who) => who.post('/sign-in/second-step', { code, next: '/triage' })))
    assert.deepEqual(
      answers.map(({ status }) => status).toSorted((a, b) => a - b),
      [303, 400],
    )
    assert.equal(answers.find(({ status }) => status === 303)?.location, '/triage')
    assert.equal((await (await half(school)).post('/sign-in/second-step', { code })).status, 400)
  })

  test('a recovery code opens once, even when two browsers send it together', async () => {
    const code = codes[0]?.toLowerCase().replaceAll('-', ' ') ?? ''
    const two = await Promise.all([half(school), half(school)])
    const answers = await Promise.all(two.map((who) => who.post('/sign-in/second-step', { code })))
    assert.deepEqual(
      answers.map(({ status }) => status).toSorted((a, b) => a - b),
      [303, 400],
    )
    const winner = two[answers.findIndex(({ status }) => status === 303)]
    assert.match((await winner?.get('/account'))?.body ?? '', /9 recovery codes are left/)
  })

  test('a right password does not forgive wrong second steps', async () => {
    school.test.clock.at('2026-11-24T11:00:00Z')
    for (let round = 0; round < 3; round++) await (await half(school)).post('/sign-in/second-step', { code: '111111' })
    const answer = await (await half(school)).post('/sign-in/second-step', { code: '111111' })
    assert.equal(answer.status, 429)
    assert.match(answer.body, /Too many wrong tries/)
    school.test.clock.at('2026-11-24T11:20:00Z')
  })

  test('the token changes when the second step is shown: one planted before is worth nothing', async () => {
    const who = await half(school)
    const planted = who.cookies.get('__Host-hedgerow') ?? ''
    await who.post('/sign-in/second-step', { code: codes[1] ?? '' })
    assert.notEqual(who.cookies.get('__Host-hedgerow'), planted)
    who.cookies.set('__Host-hedgerow', planted)
    assert.equal((await who.get('/today')).location, '/sign-in?next=%2Ftoday')
  })

  test('the last second step of a post that needs one cannot be removed', async () => {
    const who = await half(school)
    await who.post('/sign-in/second-step', { code: codes[2] ?? '' })
    const page = await who.get('/account')
    const url = /action="(\/account\/second-factor\/[^"]+\/remove)"/.exec(page.body)?.[1] ?? ''
    const answer = await who.post(url)
    assert.equal(answer.status, 409)
    assert.match(answer.body, /Set up another one first/)
  })
})

/** A browser that has shown the password and owes the second step. */
async function half(school: AccessSchool): Promise<Visitor> {
  const { who } = await signIn(school, school.lead)
  await who.get('/sign-in/second-step')
  return who
}

describe('passkeys', () => {
  let school: AccessSchool
  const phone = softwareAuthenticator(ORIGIN)
  before(async () => {
    school = await accessSchool()
  })
  after(() => school.close())

  test('a passkey made while signing in is the second step, and brings recovery codes', async () => {
    const { who } = await signIn(school, school.lead)
    const page = await who.get('/account/passkey?next=/triage')
    const { challenge, options } = questionIn<PublicKeyCredentialCreationOptionsJSON>(page.body)
    assert.equal(options.user.displayName, 'Amira Thorpe')
    const answer = JSON.stringify(phone.create(options))
    const done = await who.post('/account/passkey', { challenge, answer, next: '/triage' })
    assert.equal(codesIn(done.body).length, 10)
    assert.equal((await who.get('/triage')).body, 'triage')
    const again = await who.post('/account/passkey', { challenge, answer })
    assert.equal(again.status, 400)
    assert.match(again.body, /The passkey was not made/)
  })

  test('it signs its holder in with nothing typed, once for each question', async () => {
    const who = visitor(school)
    const url = `/sign-in/${school.slug}/passkey`
    const { challenge, options } = questionIn<PublicKeyCredentialRequestOptionsJSON>((await who.get(url)).body)
    assert.equal(options.allowCredentials, undefined, 'the page tells nobody which passkeys there are')
    const answer = JSON.stringify(phone.get(options))
    assert.equal((await who.post(url, { challenge, answer, next: '/triage' })).location, '/triage')
    assert.equal((await who.get('/triage')).body, 'triage')
    const thief = visitor(school)
    await thief.get(url)
    const replay = await thief.post(url, { challenge, answer })
    assert.equal(replay.status, 400)
    assert.match(replay.body, /That passkey does not open an account here/)
  })

  test('it is the second step after a password, and a wrong one is refused', async () => {
    const who = await half(school)
    const stranger = softwareAuthenticator(ORIGIN)
    const first = questionIn<PublicKeyCredentialRequestOptionsJSON>((await who.get('/sign-in/second-step')).body)
    const wrong = await who.post('/sign-in/second-step', {
      challenge: first.challenge,
      answer: JSON.stringify(stranger.get(first.options)),
    })
    assert.equal(wrong.status, 400)
    const { challenge, options } = questionIn<PublicKeyCredentialRequestOptionsJSON>(wrong.body)
    const answer = JSON.stringify(phone.get(options))
    assert.equal((await who.post('/sign-in/second-step', { challenge, answer })).status, 303)
  })

  test('a passkey that answers too late, or with anything but JSON, is refused in words', async () => {
    const who = visitor(school)
    const url = `/sign-in/${school.slug}/passkey`
    const { challenge, options } = questionIn<PublicKeyCredentialRequestOptionsJSON>((await who.get(url)).body)
    school.test.clock.at('2026-11-24T10:06:00Z')
    assert.equal((await who.post(url, { challenge, answer: JSON.stringify(phone.get(options)) })).status, 400)
    for (const answer of ['', '{', 'null', '{"id":{}}'])
      assert.equal((await who.post(url, { challenge: 'x', answer })).status, 400)
  })
})

/** The question on a page, as its script reads it. */
function questionIn<Options>(page: string): { readonly challenge: string; readonly options: Options } {
  const text =
    /data-passkey-options="([^"]+)"/.exec(page)?.[1]?.replaceAll('&quot;', '"').replaceAll('&amp;', '&') ?? ''
  const challenge = /name="challenge" value="([^"]+)"/.exec(page)?.[1] ?? ''
  return { challenge, options: JSON.parse(text) as Options }
}
