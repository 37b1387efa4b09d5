import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { testKeys } from '../../../test/database.js'
import type { Pack } from '../../engine/packs/pack.js'
import { workerIn } from '../../kernel/actor.js'
import { inSchool, reading } from '../../kernel/db/in-school.js'
import { newId } from '../../kernel/ids.js'
import type { PersonId } from '../../kernel/ids.js'
import { linkSecret } from '../../kernel/link-secret.js'
import { rosterAt } from '../people/index.js'
import { activePack } from '../policy/index.js'
import { asOwner, signingSchool } from './agreements.examples.js'
import type { SigningSchool } from './agreements.examples.js'
import { findInvitation, invitationHash, sendLink, shutBy, writeLetter } from './commands/invitations.js'
import { signAsParent } from './commands/sign-as-parent.js'
import { parentsToAsk } from './queries/chase-list.js'
import { standingsOf } from './queries/standings.js'
import { asPrinted } from './typed-code.js'

/** The home-school agreement as a school has it that asks both parents. */
const bothSign = (pack: Pack): Pack => ({
  ...pack,
  agreements: pack.agreements.map((one) =>
    one.id === 'parent' ? { ...one, signers: ['both-parents'] as const satisfies readonly string[] } : one,
  ) as Pack['agreements'],
})

describe('an agreement that both parents sign', () => {
  let around: SigningSchool
  let ben: PersonId
  before(async () => {
    around = await signingSchool(bothSign)
    const { t, school, mia } = around
    ben = await school.add({ kind: 'parent', given: 'Ben', family: 'Fern' })
    await asOwner(t, `UPDATE person SET email = 'ben@example.org' WHERE id = '${ben}'`)
    await asOwner(
      t,
      `SET session_replication_role = replica; INSERT INTO responsibility (school_id, id, child_id, adult_id, relationship, parental_responsibility, contactable, priority, started)
       VALUES ('${school.id}', '${newId()}', '${mia}', '${ben}', 'father', true, true, 2, '2024-09-01')`,
    )
  })
  after(() => around.t.close())

  const answer = (name: string) => ({
    key: newId(),
    agreement: 'parent',
    language: 'en',
    name,
    answers: { 'may-use': 'yes' },
    facts: [],
    no: false,
    reason: null,
  })

  const asked = async () =>
    reading(around.t.db, workerIn(around.school.id), async (tx) => {
      const { pack } = await activePack(tx)
      const people = await rosterAt(tx, { ids: [around.mia] })
      const owes = (await standingsOf(tx, pack, people)).filter(({ agreement }) => agreement.id === 'parent')
      return (await parentsToAsk(tx, [{ person: people[0]!, owes }])).map(({ adult }) => adult)
    })

  const linkFor = async (adult: PersonId) => {
    const { t, school, core, mia } = around
    const office = await school.as('school-business-manager')
    const id = await inSchool(t.db, office, (tx) => sendLink(tx, testKeys, mia, adult))
    const hash = invitationHash(testKeys, school.id, linkSecret(testKeys, id))
    const found = await findInvitation(core, school.id, hash)
    assert.ok(found)
    return { found, hash }
  }

  test('each gets a link of their own; it is in force when the second has signed, and the first has nothing left to do', async () => {
    const { t, school, core, mia, anna, standing } = around
    assert.deepEqual((await asked()).toSorted(), [anna, ben].toSorted())
    const hers = await linkFor(anna)
    await signAsParent(core, school.id, hers.found, answer('Anna Fern'))
    const between = await standing(mia, 'parent')
    assert.deepEqual([between?.state, between?.owedParents], ['waiting', [ben]])
    assert.deepEqual(await asked(), [ben])
    await assert.rejects(signAsParent(core, school.id, hers.found, answer('Anna Fern')), /signed already/)
    const his = await linkFor(ben)
    await signAsParent(core, school.id, his.found, answer('Ben Fern'))
    assert.equal((await standing(mia, 'parent'))?.state, 'in-force')
    const { school: at } = { school: school.id }
    assert.equal(shutBy(await findInvitation(core, at, his.hash), t.db.clock.now(), null), null)
  })

  test('one letter serves both: it takes each by the name that the school has, refuses another, and stays open between', async () => {
    const { t, school, core, mia, standing } = around
    t.clock.at('2027-09-20T09:00:00Z')
    const office = await school.as('school-business-manager')
    const { code } = await inSchool(t.db, office, (tx) => writeLetter(tx, testKeys, mia))
    const letter = await findInvitation(core, school.id, invitationHash(testKeys, school.id, asPrinted(code)))
    assert.ok(letter)
    await assert.rejects(signAsParent(core, school.id, letter, answer('A Neighbour')), { field: 'name' })
    const first = await signAsParent(core, school.id, letter, answer('anna  fern'))
    assert.ok(first.left > 0)
    assert.deepEqual((await standing(mia, 'parent'))?.owedParents, [ben])
    await assert.rejects(signAsParent(core, school.id, letter, answer('Anna Fern')), { field: 'name' })
    await signAsParent(core, school.id, letter, answer('Ben Fern'))
    assert.equal((await standing(mia, 'parent'))?.state, 'in-force')
  })
})
