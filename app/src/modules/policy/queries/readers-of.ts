import { londonDate } from '../../../kernel/calendar/london.js'
import { askOnce } from '../../../kernel/db/known.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PersonId, PostId } from '../../../kernel/ids.js'
import { holdersOf, peopleOfKinds } from '../../people/index.js'
import type { PersonKind } from '../../people/index.js'
import { findActivePack } from './active-pack.js'

/**
 * Everybody whose post or kind gives this power in the pack in force, present or away. Ask as the worker. What is told to
 * all of them (clause pages, figures) leaves out the records that one of them must never learn of: whoever subtracts
 * what they may open from what is counted would know that there is one about them.
 */
export const readersOf = (tx: ReadTx, power: string): Promise<readonly PersonId[]> =>
  askOnce(tx, `readers of ${power}`, () => ask(tx, power))

async function ask(tx: ReadTx, power: string): Promise<readonly PersonId[]> {
  const active = await findActivePack(tx)
  if (!active) return []
  const { posts, audiences } = active.pack
  const holding = posts.filter(({ powers }) => powers.includes(power)).map(({ id }): PostId => id)
  const kinds = audiences
    .filter(({ powers }) => powers.includes(power))
    .map(({ id }) => id.replace('any-', '') as PersonKind)
  const held = (await holdersOf(tx, holding)).map(({ person }) => person)
  return [...new Set([...held, ...(await peopleOfKinds(tx, kinds, londonDate(tx.now)))])]
}
