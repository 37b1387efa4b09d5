import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { publicIn, workerIn } from '../../kernel/actor.js'
import { inSchool, reading } from '../../kernel/db/in-school.js'
import type { JournalTables } from '../../kernel/journal/entry.js'
import { tables } from '../../kernel/db/tx.js'
import { newId } from '../../kernel/ids.js'
import { askGate } from './commands/ask-gate.js'
import { holdTraining } from './commands/hold-training.js'
import { sayNo } from './commands/say-no.js'
import { signOnTablet } from './commands/sign-on-tablet.js'
import { sessionByToken, sessionToken, startSession } from './commands/signing-sessions.js'
import { sign } from './commands/sign.js'
import { arrive } from './commands/visits.js'
import { limitLapsedIn } from './jobs/limit-lapsed.js'
import { accessGate } from './mechanisms/access-gate.js'
import { visitorSigning } from './mechanisms/visitor-signing.js'
import type { AgreementTables } from './schema.js'
import { Temporal } from 'temporal-polyfill'
import { testKeys } from '../../../test/database.js'
import { signedInRoutes } from '../../../test/signed-in-routes.js'
import { agreementsModule } from './module.js'
import { signingSchool, snail } from './agreements.examples.js'
import type { SigningSchool } from './agreements.examples.js'
import type { PersonId } from '../../kernel/ids.js'

describe('the gate, and visitors', () => {
  let around: SigningSchool
  before(async () => void (around = await signingSchool()))
  after(() => around.t.close())
  before(async () => {
    const { core, school, mia, zoe, tablet } = around
    const { found } = await tablet()
    for (const child of [mia, zoe]) await signOnTablet(core, school.id, found, snail(child))
    await inSchool(core.db, await school.as('headteacher'), (tx) => sign(tx, testKeys, onPaper(mia)))
  })

  test('a visitor’s name that would run in a spreadsheet is plain text in the register’s file', async () => {
    const { t, school } = around
    const office = await school.as('headteacher')
    const name = ' =HYPERLINK("http://x.example","y")'
    const more = { organisation: null, seeing: null, wantsGuest: true, language: 'en', via: null }
    await inSchool(t.db, await school.as('headteacher'), (tx) =>
      arrive(tx, testKeys, { ...more, key: newId(), kind: 'visitor', name }),
    )
    const routes = await signedInRoutes(t.db, agreementsModule)
    const { status, html } = await routes.get(office, '/agreements/gate?as=csv')
    await routes.close()
    assert.equal(status, 200)
    assert.match(html, /' =HYPERLINK/)
    const written = await reading(t.db, office, (tx) =>
      tables<JournalTables>(tx)
        .selectFrom('journal_entry')
        .selectAll()
        .where('act', '=', 'register.exported')
        .execute(),
    )
    assert.deepEqual(
      written.map(({ person_id, details }) => [person_id, details['register']]),
      [[office.personId, 'access']],
      'who took it away is in the journal',
    )
  })

  test('the gate names all that is missing, gives after signing and training, and writes who gave what', async () => {
    const { t, school, mia, zoe } = around
    const giver = await school.as('network-manager')
    const what = { person: zoe, what: 'internet', detail: 'Pupils', grant: true } as const
    const no = await inSchool(t.db, giver, (tx) => askGate(tx, what))
    assert.equal(no.verdict, 'no')
    assert.deepEqual(
      no.reasons.filter(({ verdict }) => verdict === 'no').map(({ id }) => id),
      ['agreement-parent', 'training'],
    )
    assert.ok(no.reasons.every(({ words, verdict, mend }) => words.pupil && (verdict === 'yes' || mend)))
    await inSchool(t.db, await school.as('headteacher'), async (tx) => {
      await sign(tx, testKeys, {
        key: newId(),
        agreement: 'parent',
        language: 'en',
        subject: zoe,
        aboutPupil: true,
        role: 'parent',
        signer: null,
        signerName: 'A parent',
        method: 'paper',
        paperPlace: 'Office, file 3',
        answers: { 'may-use': 'yes' },
      })
      await holdTraining(tx, {
        title: 'Safe',
        on: Temporal.PlainDate.from('2026-11-23'),
        classCode: 'Holly',
        people: [
          { id: zoe, kind: 'pupil' },
          { id: mia, kind: 'pupil' },
        ],
        absent: [mia],
      })
    })
    const yes = await inSchool(t.db, giver, (tx) => askGate(tx, what))
    assert.equal(yes.verdict, 'yes')
    const mias = await inSchool(t.db, giver, (tx) => askGate(tx, { ...what, person: mia }))
    assert.deepEqual(
      mias.reasons.filter(({ verdict }) => verdict === 'no').map(({ id }) => id),
      ['training'],
    )
    const state = await reading(t.db, workerIn(school.id), (tx) => accessGate.check(tx, {}, tx.now))
    assert.equal(state.verdict, 'kept')
    assert.equal(state.basis, '1 grants in the register')
  })

  test('a parent’s no shuts what it opened the same moment; the reason is for two posts and for no teacher', async () => {
    const { t, school, core, zoe, standing } = around
    const office = await school.as('headteacher')
    await inSchool(t.db, office, (tx) =>
      sayNo(tx, {
        key: newId(),
        agreement: 'parent',
        kind: 'withdrawn',
        role: 'parent',
        subject: zoe,
        aboutPupil: true,
        signer: null,
        reason: 'A private matter',
      }),
    )
    assert.equal((await standing(zoe, 'parent'))?.state, 'withdrawn')
    const reasons = async (post: string) => {
      const actor = await school.as(post)
      return reading(t.db, actor, (tx) =>
        tables<AgreementTables>(tx).selectFrom('agreement_reason').select('words').execute(),
      )
    }
    assert.equal((await reasons('dsl')).length, 1)
    for (const post of ['class-teacher', 'school-business-manager', 'network-manager', 'safeguarding-governor'])
      assert.deepEqual(await reasons(post), [], post)
    const broken = await reading(t.db, workerIn(school.id), (tx) => accessGate.check(tx, { aspect: 'lapsed' }, tx.now))
    assert.equal(broken.verdict, 'broken')
    assert.equal(await limitLapsedIn(core, school.id), 1)
    const mended = await reading(t.db, workerIn(school.id), (tx) => accessGate.check(tx, {}, tx.now))
    assert.equal(mended.verdict, 'kept')
  })

  test('a visitor’s guest pass comes after the signature and ends by itself; who is with them is a finding until kept', async () => {
    const { t, school, core } = around
    const keeper = await school.as('school-business-manager')
    const desk = await inSchool(t.db, keeper, (tx) =>
      startSession(tx, testKeys, { kind: 'desk', classCode: null, agreement: null }),
    )
    const found = await sessionByToken(core, school.id, sessionToken(testKeys, desk.id))
    assert.ok(found)
    const via = { hash: found.hash, session: desk.id }
    const arrived = await inSchool(t.db, publicIn(school.id, found.hash), (tx) =>
      arrive(tx, testKeys, {
        key: newId(),
        kind: 'supply',
        name: 'Sam Hedge',
        organisation: null,
        seeing: null,
        wantsGuest: true,
        language: 'en',
        via,
      }),
    )
    assert.ok(arrived.pass)
    assert.equal(Temporal.Instant.from(arrived.pass.until).toString(), '2026-11-24T15:20:00Z')
    const organisation = await inSchool(t.db, publicIn(school.id, found.hash), (tx) =>
      arrive(tx, testKeys, {
        key: newId(),
        kind: 'organisation',
        name: 'Pat Hedge',
        organisation: 'Judo club',
        seeing: null,
        wantsGuest: true,
        language: 'en',
        via,
      }),
    )
    assert.equal(organisation.pass, null)
    const check = () => reading(t.db, workerIn(school.id), (tx) => visitorSigning.check(tx, {}, tx.now))
    assert.equal((await check()).verdict, 'due')
    t.clock.at('2026-11-25T15:00:00Z')
    assert.equal((await check()).verdict, 'broken')
    t.clock.at('2026-11-24T15:00:00Z')
  })

  test('a stranger’s public page can read nothing of all this, and write nothing without its own link', async () => {
    const { t, school, mia } = around
    const stranger = publicIn(school.id)
    for (const table of [
      'agreement_signature',
      'agreement_fact',
      'agreement_ending',
      'agreement_reason',
      'signing_session',
      'signing_invitation',
      'access_grant',
      'visit',
    ] as const)
      assert.deepEqual(
        await reading(t.db, stranger, (tx) => tables<AgreementTables>(tx).selectFrom(table).selectAll().execute()),
        [],
        table,
      )
    await assert.rejects(
      inSchool(t.db, stranger, (tx) =>
        sign(tx, testKeys, {
          key: newId(),
          agreement: 'pupil-ks1',
          language: 'en',
          subject: mia,
          aboutPupil: true,
          role: 'self',
          signer: mia,
          signerName: 'Mia',
          method: 'class',
          via: { hash: 'guessed' },
        }),
      ),
      /row-level security/,
    )
  })
})

const onPaper = (child: PersonId) =>
  ({
    key: newId(),
    agreement: 'parent',
    language: 'en',
    subject: child,
    aboutPupil: true,
    role: 'parent',
    signer: null,
    signerName: 'A parent',
    method: 'paper',
    paperPlace: 'Office, file 3',
    answers: { 'may-use': 'yes' },
  }) as const
