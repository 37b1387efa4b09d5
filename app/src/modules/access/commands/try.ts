import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '../../../kernel/db/tx.js'
import { record } from '../../../kernel/journal/record.js'
import type { Keys } from '../../../kernel/keys.js'
import { Refusal } from '../../../kernel/refusal.js'
import { holdersOf } from '../../people/index.js'
import { tell } from '../../communications/index.js'
import type { OpenAccount } from '../queries/account-by-login.js'
import { signInRules } from '../queries/sign-in-rules.js'
import { attemptBuckets } from '../session/attempt-buckets.js'
import type { AttemptBuckets } from '../session/attempt-buckets.js'
import { isKnownDevice, markOfDevice } from '../session/known-device.js'
import { waitInWords } from '../session/slow-down.js'
import { signInSight } from '../sights.js'
import { accountsUrl } from '../urls.js'
import { chargeTry, forgiveTry } from './charge-try.js'

/** The browser and the place that a try comes from. */
export interface Caller {
  readonly address: string
  /** 'Chrome on Windows'. */
  readonly device: string
  /** The mark that the browser keeps from an earlier sign-in. */
  readonly mark: string | undefined
}

/** What is being proved. Each is counted apart: a right password must not forgive wrong second steps. */
export type Proof = 'password' | 'first-code' | 'second-step' | 'again'

/** A try that may be looked at now. */
export interface Try {
  readonly proof: Proof
  readonly account: OpenAccount | null
  readonly buckets: AttemptBuckets
  readonly slowsNow: boolean
}

/** A try that must wait. */
export interface Waits {
  readonly waits: Temporal.Instant
  readonly now: Temporal.Instant
}

/** Begins a try on the name that was typed, whether an account has it or not. */
export async function beginTry(
  tx: Tx,
  keys: Pick<Keys, 'device'>,
  { proof, login, account, caller }: BeginTry,
): Promise<Try | Waits> {
  const knownDevice =
    account !== null && isKnownDevice(keys.device, caller.mark, account.id, sinceOf(account.password_changed_at))
  const counted = proof === 'password' ? login : `${proof} of ${login}`
  const buckets = attemptBuckets(keys.device, { login: counted, address: caller.address, knownDevice })
  const charge = await chargeTry(tx, buckets, (await signInRules(tx)).lockAfter)
  if (charge.waits) return { waits: charge.waits, now: tx.now }
  return { proof, account, buckets, slowsNow: charge.slowsNow }
}

export interface BeginTry {
  readonly proof: Proof
  readonly login: string
  readonly account: OpenAccount | null
  readonly caller: Caller
}

/** A try was right: its charge is taken back. */
export const tryWasRight = (tx: Tx, { buckets }: Try): Promise<void> => forgiveTry(tx, buckets)

/** A try was wrong: it goes into the journal where an account has the name, and the first that makes it wait is told of. */
export async function tryWasWrong(tx: Tx, { account, proof, slowsNow }: Try): Promise<void> {
  if (!account) return
  const sight = await signInSight(tx, account.person_id)
  const about = { table: 'account', id: account.id }
  await record(tx, { act: 'sign-in.failed', about, sight, details: { person: account.person_id, proof } })
  if (!slowsNow) return
  await record(tx, { act: 'sign-in.slowed', about, sight, details: { person: account.person_id, proof } })
  const keepers = await holdersOf(tx, sight.posts)
  await tell(tx, {
    persons: keepers.map(({ person }) => person),
    kind: 'sign-in-guessing',
    about,
    url: accountsUrl(),
    sight,
  })
}

/** Refuses, with the time to wait in words, a try that must. */
export function refuseWaiting(tried: Try | Waits, field: string): Try {
  if ('waits' in tried) throw new Refusal('too-late', waitInWords(tried.waits, tried.now), field)
  return tried
}

/** What a browser is left with after a full sign-in, so that its owner does not wait for strangers' mistakes. */
export const deviceMark = (
  keys: Pick<Keys, 'device'>,
  account: { readonly id: string; readonly password_changed_at: Temporal.Instant | null },
): string => markOfDevice(keys.device, account.id, sinceOf(account.password_changed_at))

const sinceOf = (changed: Temporal.Instant | null): string => changed?.toString() ?? ''
