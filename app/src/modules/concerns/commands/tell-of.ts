import { sightOf } from '../../../kernel/db/sight.js'
import type { Sight } from '../../../kernel/db/sight.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { newId } from '../../../kernel/ids.js'
import { tell } from '../../communications/index.js'
import type { NotificationKind } from '../../communications/index.js'
import type { Acting } from '../../policy/index.js'
import type { ConcernTables, ConcernToldRow } from '../schema.js'

export interface TellOf {
  readonly concern: string
  readonly sight: Sight
  /** Who acts for the posts that are to hear. */
  readonly acting: readonly Acting[]
  readonly kind: NotificationKind
  readonly why: ConcernToldRow['why']
}

/** Tells those who act for a post of a concern, and notes that they were told: whoever was not is looked for every minute. */
export async function tellOf(tx: Tx, { concern, sight, acting, kind, why }: TellOf): Promise<void> {
  const told = acting.filter(({ person }) => !sight.never.includes(person))
  if (told.length === 0) return
  const persons = told.map(({ person }) => person)
  const about = { table: 'concern', id: concern }
  const rows = told.map(({ person, post }) => ({
    school_id: tx.actor.schoolId,
    id: newId<string>(tx.now.epochMilliseconds),
    concern_id: concern,
    person_id: person,
    post,
    why,
    at: tx.now,
    ...sightOf(sight),
  }))
  await Promise.all([
    tell(tx, { persons, kind, about, url: `/concerns/${concern}`, sight }),
    tables<ConcernTables>(tx).insertInto('concern_told').values(rows).execute(),
  ])
}
