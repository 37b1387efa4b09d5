import type { Temporal } from 'temporal-polyfill'
import { tables } from '../../kernel/db/tx.js'
import type { Tx } from '../../kernel/db/tx.js'
import { announce } from '../../kernel/events.js'
import { newId } from '../../kernel/ids.js'
import type { PersonId } from '../../kernel/ids.js'
import { record } from '../../kernel/journal/record.js'
import type { DutyInstance } from './duty.js'
import { dutyCalled } from './events.js'
import type { DutyTables } from './schema.js'

/** Why and by when somebody owes a duty. */
export interface Call {
  readonly period: string
  readonly due: Temporal.Instant
  /** 'calendar', or the event: 'joining', 'incident-closed'. */
  readonly cause: string
  readonly person?: PersonId | null
  readonly about?: { readonly table: string; readonly id: string } | null
}

/** Those who may see a call and its answers: who owes it, who hears when it is late, and who may read the standing of the policy. */
export const whoSees = ({ post, escalate, duty }: DutyInstance): string[] => [...new Set([post, escalate, duty.see])]

/** Calls for a duty, once for each period and person: asked again, it leaves the first call as it is. Returns whether it is new. */
export async function callDuty(tx: Tx, instance: DutyInstance, call: Call): Promise<boolean> {
  const { duty, key, clause, post } = instance
  const id = newId<string>(tx.now.epochMilliseconds)
  const { numInsertedOrUpdatedRows: inserted } = await tables<DutyTables>(tx)
    .insertInto('duty_call')
    .values({
      school_id: tx.actor.schoolId,
      id,
      duty: duty.id,
      key,
      period: call.period,
      clause,
      post,
      person_id: call.person ?? null,
      cause: call.cause,
      about_table: call.about?.table ?? null,
      about_id: call.about?.id ?? null,
      called_at: tx.now,
      due_at: call.due,
      answered_at: null,
      escalated_at: null,
      escalated_to: null,
      sees: whoSees(instance),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (inserted !== 1n) return false
  await record(tx, {
    act: 'duty.called',
    about: { table: 'duty_call', id },
    sight: { posts: [post, instance.escalate], persons: [], never: [] },
    details: { duty: duty.id, key, period: call.period, cause: call.cause, due: call.due },
  })
  await announce(tx, dutyCalled, { call: id })
  return true
}
