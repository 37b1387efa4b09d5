import { sql } from 'kysely'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import { personCards } from '../../people/index.js'
import { taskKinds } from '../kinds.js'
import type { CommunicationsTables, TaskRow } from '../schema.js'

const columns = [
  'id',
  'kind',
  'label',
  'url',
  'due_at',
  'opened_at',
  'post',
  'about_id',
  'taken_by',
  'taken_at',
] as const

type Asked = Pick<TaskRow, (typeof columns)[number]>

export interface MyTask extends Omit<Asked, 'kind'> {
  readonly words: string
  /** Who has taken it, by name; null where nobody has, or for a task of one person's own. */
  readonly taker: string | null
  /** Whether it is a post's, which several people may hold or act in: then one of them can take it. */
  readonly shared: boolean
}

export interface OthersTask extends Omit<Asked, 'kind'> {
  readonly words: string
  /** Whose it is, by name: who took it, or the one person who owes it; null where it is a post's. */
  readonly whose: string | null
}

const open = (tx: ReadTx) =>
  tables<CommunicationsTables>(tx).selectFrom('task').select(columns).where('closed_at', 'is', null)
const oldestFirst = sql`coalesce(due_at, 'infinity'::timestamptz), id`

/** What the actor owes, by name or through a post, oldest deadline first; tasks with no deadline last. At most 100. */
export async function myTasks(tx: ReadTx): Promise<readonly MyTask[]> {
  const { personId, posts } = tx.actor
  const rows = await open(tx)
    .where((eb) => eb.or([eb('person_id', '=', personId), ...(posts.size > 0 ? [eb('post', 'in', [...posts])] : [])]))
    .orderBy(oldestFirst)
    .limit(100)
    .execute()
  const takers = await namesOf(tx, rows)
  return rows.map(({ kind, ...rest }) => ({
    ...rest,
    words: taskKinds[kind],
    taker: rest.taken_by ? (takers.get(rest.taken_by) ?? 'Somebody') : null,
    shared: rest.post !== null,
  }))
}

/** What others owe of what the actor may see, oldest deadline first. At most `most`. */
export async function tasksOfOthers(tx: ReadTx, most: number): Promise<readonly OthersTask[]> {
  const { personId, posts } = tx.actor
  const rows = await open(tx)
    .select('person_id')
    .where(sql<boolean>`person_id IS DISTINCT FROM ${personId}`)
    .where((eb) => eb.or([eb('post', 'is', null), eb('post', 'not in', ['', ...posts] as never[])]))
    .orderBy(oldestFirst)
    .limit(most)
    .execute()
  const cards = await personCards(
    tx,
    rows.flatMap(({ taken_by, person_id }) => taken_by ?? person_id ?? []),
  )
  return rows.map(({ kind, person_id, ...rest }) => {
    const whose = rest.taken_by ?? person_id
    return { ...rest, words: taskKinds[kind], whose: whose ? (cards.get(whose)?.name ?? null) : null }
  })
}

async function namesOf(tx: ReadTx, rows: readonly Asked[]) {
  const cards = await personCards(
    tx,
    rows.flatMap(({ taken_by }) => taken_by ?? []),
  )
  return new Map([...cards].map(([id, { name }]) => [id, name]))
}
