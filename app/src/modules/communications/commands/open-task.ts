import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { sightOf } from '../../../kernel/db/sight.js'
import type { Sight } from '../../../kernel/db/sight.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { newId } from '../../../kernel/ids.js'
import type { PersonId, PostId } from '../../../kernel/ids.js'
import type { TaskKind } from '../kinds.js'
import type { CommunicationsTables } from '../schema.js'

export interface OpenTask {
  /** Names the duty: 'concern:<id>:acknowledge'. One open task a key. */
  readonly key: string
  readonly kind: TaskKind
  /** Whose it is: a post, or one person. */
  readonly post: PostId | null
  readonly person: PersonId | null
  readonly about: { readonly table: string; readonly id: string }
  readonly label: string
  readonly url: string
  readonly due: Temporal.Instant | null
  /** Who may see it: never more than may see what it is about. */
  readonly sight: Sight
}

/** Opens a task, or leaves the one that is open under this key as it is: a public reporter's transaction may not read it back. */
export async function openTask(tx: Tx, task: OpenTask): Promise<void> {
  await tables<CommunicationsTables>(tx)
    .insertInto('task')
    .values({
      school_id: tx.actor.schoolId,
      id: newId(tx.now.epochMilliseconds),
      key: task.key,
      kind: task.kind,
      post: task.post,
      person_id: task.person,
      about_table: task.about.table,
      about_id: task.about.id,
      label: task.label,
      url: task.url,
      due_at: task.due,
      opened_at: tx.now,
      closed_at: null,
      taken_by: null,
      taken_at: null,
      ...sightOf(task.sight),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Moves an open task to another post or person, or to another time. Nothing happens where none is open. */
export async function moveTask(
  tx: Tx,
  key: string,
  to: Partial<Pick<OpenTask, 'post' | 'person' | 'due'>>,
): Promise<void> {
  const set = {
    ...(to.post === undefined ? {} : { post: to.post }),
    ...(to.person === undefined ? {} : { person_id: to.person }),
    ...(to.due === undefined ? {} : { due_at: to.due }),
  }
  await tables<CommunicationsTables>(tx)
    .updateTable('task')
    .set(set)
    .where('key', '=', key)
    .where('closed_at', 'is', null)
    .execute()
}

/** Closes the task under a key, or every open one about a record. */
export async function closeTask(tx: Tx, which: { readonly key: string } | { readonly about: string }): Promise<void> {
  const open = tables<CommunicationsTables>(tx)
    .updateTable('task')
    .set({ closed_at: tx.now })
    .where('closed_at', 'is', null)
  await ('key' in which ? open.where('key', '=', which.key) : open.where('about_id', '=', which.about)).execute()
}

/** Closes every open task whose key begins like this and is not among those that stay. */
export async function closeOthers(tx: Tx, sort: string, stay: readonly string[]): Promise<void> {
  await sql`UPDATE task SET closed_at = ${tx.now.toString()}::timestamptz
    WHERE closed_at IS NULL AND starts_with(key, ${sort}) AND NOT key = ANY(${[...stay]}::text[])`.execute(
    tables<CommunicationsTables>(tx),
  )
}

/**
 * Sets who may see every notification, mail and task about a record, after its own sight changed. Run as the worker:
 * the actor may be the one who loses sight of it.
 */
export async function resight(tx: Tx, about: string, sight: Sight): Promise<void> {
  const set = sightOf(sight)
  for (const table of ['notification', 'message', 'task'] as const)
    await sql`UPDATE ${sql.table(table)} SET sight_posts = ${set.sight_posts}, sight_persons = ${set.sight_persons},
      never_persons = ${set.never_persons} WHERE about_id = ${about}`.execute(tables<CommunicationsTables>(tx))
}
