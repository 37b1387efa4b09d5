import type { Temporal } from 'temporal-polyfill'
import { londonDate } from '../../../kernel/calendar/london.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PersonId } from '../../../kernel/ids.js'
import type { PolicyTables } from '../schema.js'

/** One version of the school's policy: first, second, third, in the order in which they were put in force. */
export interface Version {
  readonly number: number
  readonly id: string
  readonly hash: string
  readonly pack: string
  readonly packVersion: string
  readonly from: Temporal.PlainDate
  readonly activatedAt: Temporal.Instant
  readonly activatedBy: PersonId | null
  readonly differences: readonly string[]
  /** The day on which another took its place, or null. */
  readonly until: Temporal.PlainDate | null
  readonly standing: 'in force' | 'coming' | 'superseded'
}

/** Every version, newest first. The first to come after a day decides what was in force on it. */
export async function versionsOf(tx: ReadTx): Promise<readonly Version[]> {
  const rows = await tables<PolicyTables>(tx)
    .selectFrom('pack_activation')
    .select(['id', 'hash', 'pack_id', 'version', 'in_force_from', 'activated_at', 'activated_by', 'differences'])
    .orderBy('in_force_from')
    .orderBy('activated_at')
    .execute()
  const today = londonDate(tx.now)
  const inForce = rows.findLast((row) => row.in_force_from.toString() <= today.toString())
  return rows
    .map((row, at): Version => {
      const until = rows[at + 1]?.in_force_from ?? null
      const coming = row.in_force_from.toString() > today.toString()
      return {
        number: at + 1,
        id: row.id,
        hash: row.hash,
        pack: row.pack_id,
        packVersion: row.version,
        from: row.in_force_from,
        activatedAt: row.activated_at,
        activatedBy: row.activated_by,
        differences: row.differences,
        until,
        standing: row === inForce ? 'in force' : coming ? 'coming' : 'superseded',
      }
    })
    .toReversed()
}

/** The version in force today, or null before there is one. */
export const versionInForce = async (tx: ReadTx): Promise<Version | null> =>
  (await versionsOf(tx)).find(({ standing }) => standing === 'in force') ?? null
