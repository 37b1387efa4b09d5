import type { Standing } from '../../../engine/agreements/standing.js'
import { changedClauses, textOf } from '../../../engine/agreements/text.js'
import { publicIn, workerIn } from '../../../kernel/actor.js'
import type { Core } from '../../../kernel/core.js'
import { inSchool, reading } from '../../../kernel/db/in-school.js'
import { outcomeOf } from '../../../kernel/db/once.js'
import type { PersonId, SchoolId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import { adultsFor, rosterAt } from '../../people/index.js'
import type { RosterPerson } from '../../people/index.js'
import { activePack } from '../../policy/index.js'
import { signedText } from '../queries/signed-text.js'
import { standingsOf } from '../queries/standings.js'
import type { PersonStanding } from '../queries/standings.js'
import type { FactKind, InvitationRow } from '../schema.js'
import { holdInvitation, useInvitation } from './invitations.js'
import { sayNo } from './say-no.js'
import { sign } from './sign.js'

/** What an invitation opens: the child, and what a parent has still to sign for them, with what changed since last time. */
export interface ParentView {
  readonly child: RosterPerson
  readonly owed: readonly (PersonStanding & { readonly changed: readonly string[] })[]
}

/** Read as the worker, because a public page sees nobody; the page shows the first name only. */
export const parentView = (
  { db }: Pick<Core, 'db'>,
  school: SchoolId,
  invitation: InvitationRow,
): Promise<ParentView> =>
  reading(db, workerIn(school), async (tx) => {
    const { pack } = await activePack(tx)
    const [child] = await rosterAt(tx, { ids: [invitation.child_id] })
    if (!child) throw new Refusal('not-found', 'This child is no longer at the school.')
    const standings = await standingsOf(tx, pack, [child])
    const owed = standings.filter(({ standing }) => isOwedBy(standing, invitation.adult_id))
    return {
      child,
      owed: await Promise.all(
        owed.map(async (one) => {
          const { latest, state } = one.standing
          const before = state === 'changed' && latest ? await signedText(tx, latest.id) : null
          return { ...one, changed: before ? changedClauses(textOf(one.agreement, 'en'), before) : [] }
        }),
      ),
    }
  })

/** Whether a parent has still to sign: any, the one whose link it is, or, for a letter that goes to all, one of them. */
const isOwedBy = ({ owed, owedParents }: Standing, adult: PersonId | null): boolean =>
  owed.includes('parent') && (adult === null || owedParents.length === 0 || owedParents.includes(adult))

export interface ParentAnswer {
  readonly key: string
  readonly agreement: string
  readonly language: string
  readonly name: string
  readonly answers: Readonly<Record<string, string>>
  readonly facts: readonly FactKind[]
  readonly no: boolean
  readonly reason: string | null
}

/** A parent signs one agreement, or says no to it; the last one owed uses the invitation up. */
export async function signAsParent(core: Core, school: SchoolId, invitation: InvitationRow, answer: ParentAnswer) {
  const { child, owed } = await parentView(core, school, invitation)
  const asked = owed.find(({ agreement }) => agreement.id === answer.agreement)
  if (!asked) throw new Refusal('conflict', 'This has been signed already.')
  if (!answer.no && answer.name === '') throw new Refusal('invalid', 'name', 'name')
  const { signer, left } = await placeOf(core, { school, invitation, answer, asked, owed: owed.length })
  const common = {
    key: answer.key,
    agreement: answer.agreement,
    subject: child.id,
    aboutPupil: true,
    role: 'parent' as const,
    signer,
    via: { hash: invitation.secret_hash, invitation: invitation.id },
  }
  return inSchool(core.db, publicIn(school, invitation.secret_hash), async (tx) => {
    const open = await holdInvitation(tx, invitation.id)
    // The same press twice is one signature and gets its code again; another use of a link that is used up makes none.
    if (!open && (await outcomeOf(tx, answer.no ? `${answer.key} no` : answer.key)) === null)
      throw new Refusal('conflict', 'This has been signed already.')
    const { language, answers, facts, name } = answer
    const method = invitation.kind
    const made = answer.no
      ? await sayNo(tx, { ...common, kind: 'refused', reason: answer.reason }).then(() => null)
      : await sign(tx, core.keys, {
          ...common,
          language,
          answers,
          facts,
          signerName: name,
          method,
          reread: asked.changed,
        })
    if (left === 0) await useInvitation(tx, invitation.id)
    return { title: asked.agreement.title, code: made?.code ?? null, left }
  })
}

interface Placing {
  readonly school: SchoolId
  readonly invitation: InvitationRow
  readonly answer: ParentAnswer
  readonly asked: PersonStanding
  /** How many agreements this invitation has still to sign. */
  readonly owed: number
}

/** Whose signature it is, and how many are left to make here afterwards. */
async function placeOf(core: Core, { school, invitation, answer, asked, owed }: Placing) {
  const { owedParents } = asked.standing
  const signer = invitation.adult_id ?? (await parentNamed(core, school, invitation.child_id, answer.name))
  // Where both sign, a name that is neither's would count for nobody, and the parent would believe it was done.
  if (!answer.no && owedParents.length > 0 && !owedParents.some((parent) => parent === signer))
    throw new Refusal('invalid', 'unknown', 'name')
  // A letter goes home to all: it stays open for the other parent.
  const forAnother = invitation.adult_id === null && !answer.no && owedParents.length > 1
  return { signer, left: owed - (forAnother ? 0 : 1) }
}

/** Which of a child's adults wrote their name under a letter, where it is one of them; a letter goes home to all. */
const parentNamed = (
  { db }: Pick<Core, 'db'>,
  school: SchoolId,
  child: PersonId,
  name: string,
): Promise<PersonId | null> =>
  reading(db, workerIn(school), async (tx) => {
    const plain = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').trim()
    const adults = await adultsFor(tx, [child])
    return adults.find((adult) => plain(adult.name) === plain(name))?.adult ?? null
  })
