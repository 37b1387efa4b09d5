import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Standing } from '../../engine/agreements/standing.js'
import type { Actor } from '../../kernel/actor.js'
import { workerIn } from '../../kernel/actor.js'
import { inSchool, reading } from '../../kernel/db/in-school.js'
import { tables } from '../../kernel/db/tx.js'
import { newId } from '../../kernel/ids.js'
import { linkSecret } from '../../kernel/link-secret.js'
import { rosterAt } from '../people/index.js'
import { activePack } from '../policy/index.js'
import {
  answered,
  findInvitation,
  invitationHash,
  MOST_WRONG,
  sendLink,
  shutBy,
  writeLetter,
} from './commands/invitations.js'
import { sayNo } from './commands/say-no.js'
import { voidSignature } from './commands/signature-acts.js'
import { sign } from './commands/sign.js'
import { signAsParent } from './commands/sign-as-parent.js'
import { signOnTablet } from './commands/sign-on-tablet.js'
import { endSession, sessionByCode, sessionByToken, sessionToken } from './commands/signing-sessions.js'
import { parentsToAsk } from './queries/chase-list.js'
import { agreementSigning } from './mechanisms/agreement-signing.js'
import type { AgreementTables } from './schema.js'
import { asPrinted } from './typed-code.js'
import { Temporal } from 'temporal-polyfill'
import { testKeys } from '../../../test/database.js'
import { asOwner, signingSchool, snail } from './agreements.examples.js'
import type { SigningSchool } from './agreements.examples.js'

describe('signing', () => {
  let around: SigningSchool
  before(async () => void (around = await signingSchool()))
  after(() => around.t.close())

  test('a Year 1 child signs on the class’s tablet with a picture and a mark, and the same press twice signs once', async () => {
    const { school, core, mia, standing, tablet } = around
    const { found, code } = await tablet()
    assert.equal((await sessionByCode(core, school.id, code))?.id, found.session.id)
    await assert.rejects(signOnTablet(core, school.id, found, snail(mia, { mark: 'dragon' })), /Choose your picture/)
    const press = snail(mia)
    const first = await signOnTablet(core, school.id, found, press)
    const again = await signOnTablet(core, school.id, found, press)
    assert.equal(again.id, first.id)
    assert.equal((await standing(mia, 'pupil-ks1'))?.state, 'in-force')
    await assert.rejects(signOnTablet(core, school.id, found, snail(mia)), /has signed already/)
  })

  test('a tablet that lost the network gives its signatures in after the lesson, at the time they were made', async () => {
    const { t, school, core, zoe, tablet } = around
    const { id, found } = await tablet()
    const made = '2026-11-24T10:00:00Z'
    t.clock.at('2026-11-24T14:00:00Z')
    await inSchool(t.db, await school.as('class-teacher'), (tx) => endSession(tx, id))
    const late = await sessionByToken(core, school.id, sessionToken(testKeys, id))
    assert.equal(late?.open, false)
    const { id: signature } = await signOnTablet(core, school.id, late ?? found, snail(zoe, { at: made }))
    const row = await reading(t.db, workerIn(school.id), (tx) =>
      tables<AgreementTables>(tx)
        .selectFrom('agreement_signature')
        .select(['signed_at', 'recorded_at'])
        .where('id', '=', signature)
        .executeTakeFirstOrThrow(),
    )
    assert.equal(row.signed_at.toString(), made)
    assert.equal(row.recorded_at.toString(), '2026-11-24T14:00:00Z')
  })

  test('a parent’s link asks what the family knows, opens in one browser only, and works once', async () => {
    const { t, school, core, mia, anna, standing } = around
    const office = await school.as('school-business-manager')
    const id = await inSchool(t.db, office, (tx) => sendLink(tx, testKeys, mia, anna))
    const hash = invitationHash(testKeys, school.id, linkSecret(testKeys, id))
    const look = () => findInvitation(core, school.id, hash)
    const now = t.db.clock.now()
    assert.equal(shutBy(await look(), now, null), null)
    assert.equal(await answered(core, school.id, hash, { browser: 'hers' }), true)
    assert.equal(await answered(core, school.id, hash, { browser: 'forwarded' }), false)
    assert.equal(shutBy(await look(), now, 'forwarded'), 'other-browser')
    const invitation = await look()
    assert.ok(invitation)
    const answer = {
      key: newId(),
      agreement: 'parent',
      language: 'pl',
      name: 'Anna Fern',
      answers: { 'may-use': 'yes' },
      facts: ['discussed'] as const,
      no: false,
      reason: null,
    }
    await assert.rejects(signAsParent(core, school.id, invitation, { ...answer, answers: {} }), /Answer each question/)
    await signAsParent(core, school.id, invitation, answer)
    assert.equal((await standing(mia, 'parent'))?.state, 'in-force')
    await signAsParent(core, school.id, invitation, { ...answer, key: newId(), agreement: 'home-school' })
    assert.equal(shutBy(await look(), now, 'hers'), 'used')
    assert.equal(shutBy(await look(), now.add({ hours: 24 * 29 }), null), 'used')
    assert.equal(shutBy(null, now, null), 'unknown')
  })

  test('two uses of one link at the same moment are one signature, and a used link makes no more', async () => {
    const { t, school, core, zoe } = around
    const office = await school.as('school-business-manager')
    const { code } = await inSchool(t.db, office, (tx) => writeLetter(tx, testKeys, zoe))
    const invitation = await findInvitation(core, school.id, invitationHash(testKeys, school.id, asPrinted(code)))
    assert.ok(invitation)
    const more = { language: 'en', name: 'Ivy Oak', facts: [], no: false, reason: null }
    const signs = (agreement: string, answers: Record<string, string>, key: string = newId()) =>
      signAsParent(core, school.id, invitation, { ...more, agreement, answers, key })
    await signs('parent', { 'may-use': 'yes' })
    const both = await Promise.allSettled([signs('home-school', {}), signs('home-school', {})])
    assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
    const rows = await reading(t.db, workerIn(school.id), (tx) =>
      tables<AgreementTables>(tx)
        .selectFrom('agreement_signature')
        .select('id')
        .where('agreement', '=', 'home-school')
        .where('subject_id', '=', zoe)
        .execute(),
    )
    assert.equal(rows.length, 1)
  })

  test('whoever says no, goes back and signs has signed: the form’s key hides neither', async () => {
    const { t, school } = around
    const teacher = await school.as('class-teacher')
    const me = teacher.personId
    assert.ok(me)
    const about = {
      key: newId(),
      agreement: 'staff',
      subject: me,
      aboutPupil: false,
      role: 'self',
      signer: me,
    } as const
    await inSchool(t.db, teacher, (tx) => sayNo(tx, { ...about, kind: 'refused', reason: null }))
    const given = { ...about, language: 'en', signerName: 'Holder class-teacher', method: 'own-device' } as const
    const signed = await inSchool(t.db, teacher, (tx) => sign(tx, testKeys, given))
    const again = await inSchool(t.db, teacher, (tx) => sign(tx, testKeys, given))
    assert.ok(signed.id)
    assert.equal(again.id, signed.id)
  })

  test('no link goes to an adult whom the school must not turn to, or who has no say for the child', async () => {
    const { t, school, mia, anna } = around
    const asked = () =>
      reading(t.db, workerIn(school.id), async (tx) => {
        const { pack } = await activePack(tx)
        const people = await rosterAt(tx, { ids: [mia] })
        const owing = people.map((person) => ({
          person,
          owes: pack.agreements
            .filter(({ signers }) => signers.includes('parent'))
            .map((agreement) => ({
              person,
              agreement,
              standing: { owed: ['parent'], owedParents: [] } as unknown as Standing,
            })),
        }))
        return (await parentsToAsk(tx, owing)).map(({ adult }) => adult)
      })
    const set = (words: string) => asOwner(t, `UPDATE responsibility SET ${words} WHERE adult_id = '${anna}'`)
    assert.deepEqual(await asked(), [anna])
    await set('contactable = false')
    assert.deepEqual(await asked(), [])
    await set('contactable = NULL, parental_responsibility = false')
    assert.deepEqual(await asked(), [])
    await set('contactable = true, parental_responsibility = true')
  })

  test('a mistake is struck by the child’s own teacher or the office, with a reason, and by no other teacher', async () => {
    const { t, school, mia, standing } = around
    const office = await school.as('school-business-manager')
    const signed = await standing(mia, 'parent')
    const id = signed?.latest?.id ?? ''
    const teacher = await school.as('class-teacher')
    const strike = (actor: Actor, reason: string) => inSchool(t.db, actor, (tx) => voidSignature(tx, id, reason))
    await assert.rejects(strike(teacher, 'The wrong child'), { kind: /not-(allowed|found)/ })
    await assert.rejects(strike(office, ''), /Say what the mistake was/)
    await strike(office, 'The wrong child')
    assert.equal((await standing(mia, 'parent'))?.state, 'missing')
    await assert.rejects(strike(office, 'Again'), /Only the child’s own teacher/)
  })

  test('wrong answers close a link, and a newer letter closes an older one', async () => {
    const { t, school, core, zoe } = around
    const office = await school.as('school-business-manager')
    const first = await inSchool(t.db, office, (tx) => writeLetter(tx, testKeys, zoe))
    const second = await inSchool(t.db, office, (tx) => writeLetter(tx, testKeys, zoe))
    const look = (code: string) => findInvitation(core, school.id, invitationHash(testKeys, school.id, asPrinted(code)))
    assert.equal(shutBy(await look(first.code), t.db.clock.now(), null), 'replaced')
    for (let wrong = 0; wrong < MOST_WRONG; wrong++)
      await answered(core, school.id, invitationHash(testKeys, school.id, asPrinted(second.code)), null)
    assert.equal(shutBy(await look(second.code.toLowerCase()), t.db.clock.now(), null), 'closed')
  })

  test('a school year later the signature has lapsed, what it opened stays open through the mercy, and then is shut', async () => {
    const { t, school, mia, standing } = around
    t.clock.at('2027-09-03T09:00:00Z')
    const soon = await standing(mia, 'pupil-ks1')
    assert.deepEqual([soon?.state, soon?.open], ['lapsed', true])
    t.clock.at('2027-12-01T09:00:00Z')
    const later = await standing(mia, 'pupil-ks1')
    assert.deepEqual([later?.state, later?.open], ['lapsed', false])
    const then = Temporal.Instant.from('2026-11-24T15:00:00Z')
    const state = await reading(t.db, workerIn(school.id), (tx) =>
      agreementSigning.check(tx, { agreement: 'pupil-ks1' }, then),
    )
    assert.deepEqual([state.verdict, state.basis], ['kept', '2 of 2 agreements signed and in force'])
    t.clock.at('2026-11-24T15:00:00Z')
  })
})
