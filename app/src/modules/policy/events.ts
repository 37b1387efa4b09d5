import { defineEvent } from '../../kernel/events.js'
import type { PersonId, PostId } from '../../kernel/ids.js'

/** A pack was put in force, today or from a day to come. */
export const packActivated = defineEvent<{ readonly hash: string }>('pack.activated')

type OwedKind =
  | 'review-policy'
  | 'take-step'
  | 'read-policy'
  | 'discuss-policy'
  | 'meet-class'
  | 'tell-audience'
  | 'hold-session'
  | 'accept-signature'

/** Something that the policy's own life asks of a post or person; communications makes it a task. Its key names it once. */
export interface PolicyOwed {
  readonly key: string
  readonly kind: OwedKind
  readonly post: PostId | null
  readonly person: PersonId | null
  readonly about: { readonly table: string; readonly id: string }
  readonly label: string
  readonly url: string
  /** ISO date: owed until the end of that day. Null: as soon as may be. */
  readonly dueOn: string | null
}
export const policyOwed = defineEvent<PolicyOwed>('policy.owed')

/** What was owed under a key was done, or is owed no more. */
export const policySettled = defineEvent<{ readonly key: string }>('policy.settled')

/** All that is owed of one sort: tasks whose key begins with `sort` and that are not among these are owed no more. */
export const policyOwedInAll = defineEvent<{ readonly sort: string; readonly owed: readonly PolicyOwed[] }>(
  'policy.owed-in-all',
)
