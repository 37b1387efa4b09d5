import { Temporal } from 'temporal-polyfill'
import type { Tx } from '../../../kernel/db/tx.js'
import type { PolicyOwed } from '../../policy/index.js'
import { closeOthers, openTask } from './open-task.js'

/** What the policy's own life asks of somebody becomes their task, due when its last day is over in London. */
export const oweForPolicy = (tx: Tx, { dueOn, ...owed }: PolicyOwed): Promise<void> =>
  openTask(tx, {
    ...owed,
    due: dueOn === null ? null : endOf(Temporal.PlainDate.from(dueOn)),
    sight: {
      posts: owed.post === null ? [] : [owed.post],
      persons: owed.person === null ? [] : [owed.person],
      never: [],
    },
  })

/** Opens what is owed of one sort, and closes what is owed no more. */
export async function oweInAll(
  tx: Tx,
  { sort, owed }: { readonly sort: string; readonly owed: readonly PolicyOwed[] },
): Promise<void> {
  await closeOthers(
    tx,
    sort,
    owed.map(({ key }) => key),
  )
  for (const one of owed) await oweForPolicy(tx, one)
}

const endOf = (day: Temporal.PlainDate): Temporal.Instant =>
  day.add({ days: 1 }).toZonedDateTime({ timeZone: 'Europe/London' }).toInstant()
