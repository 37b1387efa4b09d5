import { home, tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { sightOf } from '../../../kernel/db/sight.js'
import type { Sight } from '../../../kernel/db/sight.js'
import { newId } from '../../../kernel/ids.js'
import type { PersonId } from '../../../kernel/ids.js'
import { mailJob } from '../jobs/mail-job.js'
import type { NotificationKind } from '../kinds.js'
import type { CommunicationsTables } from '../schema.js'

export interface Telling {
  readonly persons: readonly PersonId[]
  readonly kind: NotificationKind
  readonly about: { readonly table: string; readonly id: string }
  /** A path of ours ('/concerns/…'), with ids only. */
  readonly url: string
  /** The sight of what it is about: those whom it bars are not told, whatever list they are on. */
  readonly sight: Sight
}

/**
 * Tells people that something waits: one notification each, and one mail each, which the mail job addresses and sends.
 * Mails are written by the worker, because a public reporter's transaction may not see anybody's address.
 */
export async function tell(tx: Tx, { persons, kind, about, url, sight }: Telling): Promise<void> {
  const told = [...new Set(persons)].filter((person) => !sight.never.includes(person))
  if (told.length === 0) return
  const rows = told.map((person_id) => ({
    school_id: tx.actor.schoolId,
    id: newId(tx.now.epochMilliseconds),
    person_id,
    kind,
    about_table: about.table,
    about_id: about.id,
    url,
    at: tx.now,
    read_at: null,
    ...sightOf(sight),
  }))
  const { schoolId } = tx.actor
  await Promise.all([
    tables<CommunicationsTables>(tx).insertInto('notification').values(rows).execute(),
    ...rows.map(({ id }) => tx[home].jobs.send(tx, mailJob, { schoolId, notification: id })),
  ])
}
