import type { Sight } from '../../../kernel/db/sight.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PersonId, PostId } from '../../../kernel/ids.js'
import { holdersOf } from '../../people/index.js'
import { packByHash, postsActedIn, whoActs } from '../../policy/index.js'
import type { Acting } from '../../policy/index.js'
import type { CaseRow } from '../schema.js'

/** Whether somebody may see what has this sight, by name or through a post that they hold or act in now. Never wins. */
export async function canSee(tx: ReadTx, row: CaseRow, sight: Sight, person: PersonId): Promise<boolean> {
  if (sight.never.includes(person)) return false
  if (sight.persons.includes(person)) return true
  const acted = postsActedIn(await packByHash(tx, row.pack_hash), await holdersOf(tx, null), person)
  return sight.posts.some((post) => acted.includes(post))
}

/** Who acts now for these posts, of those whom a case does not bar. Each person once. */
export async function whoActsFor(
  tx: ReadTx,
  row: Pick<CaseRow, 'pack_hash' | 'never_persons'>,
  posts: readonly PostId[],
): Promise<readonly Acting[]> {
  const pack = await packByHash(tx, row.pack_hash)
  const holdings = (await holdersOf(tx, null)).filter(({ person }) => !row.never_persons.includes(person))
  const acting = posts.flatMap((post) => whoActs(pack, holdings, post))
  return acting.filter((one, at) => acting.findIndex(({ person }) => person === one.person) === at)
}
