import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { testKeys } from '../../../test/database.js'
import { checkPage } from '../../../test/render-checks.js'
import { signedInRoutes } from '../../../test/signed-in-routes.js'
import type { SignedInRoutes } from '../../../test/signed-in-routes.js'
import { publicIn } from '../../kernel/actor.js'
import { inSchool, reading } from '../../kernel/db/in-school.js'
import { thisSchool } from '../../kernel/school.js'
import { asOwner, signingSchool } from './agreements.examples.js'
import type { SigningSchool } from './agreements.examples.js'
import { sign } from './commands/sign.js'
import { voidSignature } from './commands/signature-acts.js'
import { agreementsModule } from './module.js'
import { verifyUrl } from './urls.js'

describe('a printed receipt', () => {
  let around: SigningSchool
  let routes: SignedInRoutes
  let url = ''
  let signed: Awaited<ReturnType<typeof sign>>
  before(async () => {
    around = await signingSchool()
    const { t, school, mia } = around
    routes = await signedInRoutes(t.db, agreementsModule)
    const office = await school.as('headteacher')
    const { slug } = await reading(t.db, office, thisSchool)
    url = verifyUrl({ school: slug })
    const parent = { agreement: 'parent', language: 'en', subject: mia, aboutPupil: true, role: 'parent' } as const
    const paper = { signer: null, signerName: 'Ada Fernley', method: 'paper', paperPlace: 'Office' } as const
    const more = { key: 'receipt', answers: { 'may-use': 'yes' } }
    signed = await inSchool(t.db, office, (tx) => sign(tx, testKeys, { ...parent, ...paper, ...more }))
  })
  after(async () => {
    await routes.close()
    await around.t.close()
  })

  const ask = async (change: Readonly<Record<string, string>> = {}) => {
    const typed = { name: 'ada  fernley', day: '24 11 2026', code: signed.code.toLowerCase(), ...change }
    const { html, status } = await routes.post(publicIn(around.school.id), url, typed)
    checkPage(html)
    assert.doesNotMatch(html, /Mia|may-use|parents and carers/, 'what was signed is nobody else’s business')
    return { status, said: /role="status">\s*(True|False)/.exec(html)?.[1] ?? null }
  }

  test('is true with its name, day and code, and false when one of them is another', async () => {
    assert.deepEqual(await ask(), { status: 200, said: 'True' })
    for (const [line, other] of [
      ['name', 'Ada Fern'],
      ['day', '23 11 2026'],
      ['code', 'AAAA-AAAA-AAAA-AAAA'],
    ] as const)
      assert.deepEqual(await ask({ [line]: other }), { status: 200, said: 'False' }, line)
  })

  test('is neither when a line was left empty: the page says which', async () => {
    for (const [line, empty] of [
      ['name', ' '],
      ['day', 'Tuesday'],
      ['code', ''],
    ] as const)
      assert.deepEqual(await ask({ [line]: empty }), { status: 400, said: null }, line)
  })

  test('is false once the signature was struck, or its row was altered behind Hedgerow’s back', async () => {
    const { t, school } = around
    const alter = (name: string) =>
      asOwner(t, `UPDATE agreement_signature SET signer_name = '${name}' WHERE id = '${signed.id}'`)
    await alter('Eve Fernley')
    assert.equal((await ask({ name: 'Eve Fernley' })).said, 'False')
    await alter('Ada Fernley')
    assert.equal((await ask()).said, 'True')
    const office = await school.as('headteacher')
    await inSchool(t.db, office, (tx) => voidSignature(tx, signed.id, 'Another child was meant'))
    assert.equal((await ask()).said, 'False')
  })
})
