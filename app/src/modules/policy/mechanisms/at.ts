import type { Temporal } from 'temporal-polyfill'
import type { ClauseState, Finding } from '../../../engine/clauses/clause-state.js'
import { judged } from '../../../engine/clauses/clause-state.js'
import type { Pack } from '../../../engine/packs/pack.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PostId } from '../../../kernel/ids.js'
import type { AdoptionTables, PolicyDraftRow } from '../adoption-schema.js'
import { packByHash } from '../queries/active-pack.js'
import { versionsOf } from '../queries/versions.js'
import type { Version } from '../queries/versions.js'

/** The policy as it stood at an instant: the version in force, its pack, and the draft it was, if it was one. */
export interface At {
  readonly tx: ReadTx
  readonly asOf: Temporal.Instant
  readonly version: Version
  readonly pack: Pack
  readonly owner: PostId
  readonly draft: Pick<PolicyDraftRow, 'id' | 'statement' | 'submitted_at'> | null
}

/** Asks about the version in force at an instant; without one, no promise about the policy is kept. */
export async function atVersion(
  tx: ReadTx,
  asOf: Temporal.Instant,
  ask: (at: At) => Promise<ClauseState>,
): Promise<ClauseState> {
  const then: ReadTx = { ...tx, now: asOf }
  const version = (await versionsOf(then)).find(({ standing }) => standing === 'in force')
  if (!version) return judged('No policy was in force', [finding('No policy is in force.', 'headteacher' as PostId)])
  const pack = await packByHash(tx, version.hash)
  const draft = await tables<AdoptionTables>(tx)
    .selectFrom('policy_draft')
    .select(['id', 'statement', 'submitted_at'])
    .where('activation_id', '=', version.id)
    .executeTakeFirst()
  return ask({ tx: then, asOf, version, pack, owner: pack.adoption.owner, draft: draft ?? null })
}

/** One thing that is not as promised, and whose it is. At most fifty rows: a list is for reading. */
export const finding = (
  sentence: string,
  post: PostId,
  { rows = [], due = null }: Partial<Pick<Finding, 'rows' | 'due'>> = {},
): Finding => ({ sentence, post, rows: rows.slice(0, 50), due })

/** The end of a day in London. */
export const endOf = (day: Temporal.PlainDate): Temporal.Instant =>
  day.add({ days: 1 }).toZonedDateTime({ timeZone: 'Europe/London' }).toInstant()

/** Sorts findings by whether their time is over: before it they are due, after it broken. */
export function byDeadline(basis: string, findings: readonly Finding[], asOf: Temporal.Instant): ClauseState {
  const over = (one: Finding) => one.due === null || one.due.epochMilliseconds <= asOf.epochMilliseconds
  return judged(
    basis,
    findings.filter(over),
    findings.filter((one) => !over(one)),
  )
}
