import type { Pack } from '../../../engine/packs/pack.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import { adultsFor, rosterAt } from '../../people/index.js'
import type { AdultFor, RosterPerson } from '../../people/index.js'
import type { PersonId } from '../../../kernel/ids.js'
import { standingsOf } from './standings.js'
import type { PersonStanding } from './standings.js'

const settled: ReadonlySet<string> = new Set(['in-force', 'refused', 'withdrawn'])

/** Where somebody is listed: with their class, or with people of their kind. */
export const groupOf = ({ kind, class_code }: RosterPerson): string =>
  kind === 'pupil' ? `class ${class_code ?? 'none'}` : kind

/** Everybody who owes a signature, or for whom one is owed, with what they owe. A refusal is an answer and is not chased. */
export async function chaseList(
  tx: ReadTx,
  pack: Pack,
): Promise<readonly { readonly person: RosterPerson; readonly owes: readonly PersonStanding[] }[]> {
  const people = await rosterAt(tx)
  const standings = await standingsOf(tx, pack, people)
  const byPerson = new Map<string, PersonStanding[]>()
  for (const one of standings)
    if (!settled.has(one.standing.state)) byPerson.set(one.person.id, [...(byPerson.get(one.person.id) ?? []), one])
  return people.flatMap((person) => {
    const owes = byPerson.get(person.id)
    return owes ? [{ person, owes }] : []
  })
}

/** Whether an adult may be asked to sign for a child: never one whom the school must not turn to, or who has no say in law. */
const mayBeAsked = ({ contactable, parental_responsibility }: AdultFor): boolean =>
  contactable !== false && parental_responsibility !== false

/** A child, and an adult who is asked to sign for them. */
export interface ToAsk {
  readonly child: PersonId
  readonly adult: PersonId
}

interface Owing {
  readonly person: RosterPerson
  readonly owes: readonly PersonStanding[]
}

/**
 * Whom a link goes to, where a parent owes a signature: the first adult to ring who may be asked and has an address, and
 * each parent by name where an agreement needs both.
 */
export async function parentsToAsk(tx: ReadTx, owing: readonly Owing[]): Promise<readonly ToAsk[]> {
  const asked = owing.filter(({ owes }) => owes.some(({ standing }) => standing.owed.includes('parent')))
  const all = await adultsFor(
    tx,
    asked.map(({ person }) => person.id),
  )
  const roster = await rosterAt(tx, { ids: all.map(({ adult }) => adult) })
  const reachable = new Set(roster.flatMap(({ id, email }) => (email ? [id] : [])))
  const adults = all.filter((one) => mayBeAsked(one) && reachable.has(one.adult))
  return asked.flatMap(({ person, owes }) => {
    const theirs = adults.filter(({ child }) => child === person.id).map(({ adult }) => adult)
    const named = new Set(owes.flatMap(({ standing }) => standing.owedParents))
    const anyone = owes.some(({ standing }) => standing.owed.includes('parent') && standing.owedParents.length === 0)
    return theirs
      .filter((adult, at) => named.has(adult) || (anyone && at === 0))
      .map((adult) => ({ child: person.id, adult }))
  })
}
