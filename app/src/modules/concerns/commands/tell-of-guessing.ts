import type { Tx } from '../../../kernel/db/tx.js'
import { record } from '../../../kernel/journal/record.js'
import { tell } from '../../communications/index.js'
import { holdersOf } from '../../people/index.js'
import { activePack, whoActs } from '../../policy/index.js'

/**
 * Tells whoever hears first of concerns that somebody keeps trying words that open nothing. At most once a day and
 * process; nothing is known, and nothing is said, of who it is. The transaction must be the worker's.
 */
export async function tellOfGuessing(tx: Tx): Promise<void> {
  const { pack } = await activePack(tx)
  const holdings = await holdersOf(tx, null)
  const posts = pack.routing.first
  const acting = posts.map((post) => whoActs(pack, holdings, post)).find((some) => some.length > 0) ?? []
  const about = { table: 'school', id: tx.actor.schoolId }
  const sight = { posts, persons: [], never: [] }
  await tell(tx, {
    persons: acting.map(({ person }) => person),
    kind: 'words-guessed',
    about,
    url: '/concerns',
    sight,
  })
  await record(tx, { act: 'concern.words-guessed', about, sight })
}
