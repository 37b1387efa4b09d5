import type { Pack } from '../../../engine/packs/pack.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import { adultsFor, rosterAt } from '../../people/index.js'
import type { AdultFor, RosterPerson } from '../../people/index.js'
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

/** The first adult to ring for each of these children who may be asked and has an address, where a parent owes a signature. */
export async function parentsToAsk(
  tx: ReadTx,
  owing: readonly { readonly person: RosterPerson; readonly owes: readonly PersonStanding[] }[],
) {
  const children = owing
    .filter(({ owes }) => owes.some(({ standing }) => standing.owed.includes('parent')))
    .map(({ person }) => person.id)
  const adults = (await adultsFor(tx, children)).filter(mayBeAsked)
  const addresses = new Map(
    (await rosterAt(tx, { ids: adults.map(({ adult }) => adult) })).map((one) => [one.id, one.email]),
  )
  const asked = new Map<string, { readonly child: RosterPerson['id']; readonly adult: RosterPerson['id'] }>()
  for (const { child, adult } of adults)
    if (addresses.get(adult) && !asked.has(child)) asked.set(child, { child, adult })
  return [...asked.values()]
}
