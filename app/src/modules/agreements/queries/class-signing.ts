import type { Pack } from '../../../engine/packs/pack.js'
import type { Agreement } from '../../../engine/packs/schema/sections.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import { rosterAt } from '../../people/index.js'
import { stateWords } from '../gate.js'
import { standingsOf } from './standings.js'
import type { PersonStanding } from './standings.js'

/** Agreements that pupils sign themselves. */
export const pupilAgreements = ({ agreements }: Pack): readonly Agreement[] =>
  agreements.filter(({ of, signers }) => of.kinds.includes('pupil') && signers.includes('self'))

/** Whether a pupil's own part is done: they have signed, whatever others still owe. */
export const pupilDone = ({ standing }: PersonStanding): boolean =>
  standing.state !== 'refused' && !standing.owed.includes('self')

/** How the pupils of a class stand with the agreements that they sign themselves. */
export async function classStandings(tx: ReadTx, pack: Pack, classCode: string): Promise<readonly PersonStanding[]> {
  const pupils = await rosterAt(tx, { kinds: ['pupil'], classCode })
  const theirs = new Set(pupilAgreements(pack).map(({ id }) => id))
  return (await standingsOf(tx, pack, pupils)).filter(({ agreement }) => theirs.has(agreement.id))
}

/** A line of the class list: who, whether, and the state in words that give no reason away. */
export const lineOf = (one: PersonStanding) => ({
  id: one.person.id as string,
  name: one.person.name,
  signed: pupilDone(one),
  state: one.standing.state === 'missing' ? 'Not yet' : stateWords(one.standing),
  signature: one.standing.latest?.id ?? null,
})
