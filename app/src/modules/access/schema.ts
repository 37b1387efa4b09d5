import type { Temporal } from 'temporal-polyfill'
import type { PersonId, SchoolId } from '../../kernel/ids.js'

/** An adult's way in. One a person; ended, never deleted, so that the journal's sign-ins keep an owner. Holds no secret. */
export interface AccountRow {
  readonly school_id: SchoolId
  readonly id: string
  readonly person_id: PersonId
  /** As `normalLogin` writes it; often the person's e-mail address. */
  readonly username: string
  /** Random bytes that tell a browser which passkeys belong together. */
  readonly handle: Buffer
  readonly created_at: Temporal.Instant
  readonly created_by: PersonId | null
  /** Since when a new password is asked for, or null when none is. */
  readonly must_change_since: Temporal.Instant | null
  readonly password_changed_at: Temporal.Instant | null
  readonly last_signed_in_at: Temporal.Instant | null
  readonly ended_at: Temporal.Instant | null
}

/** The password in force. Only the door ('sign-in') can read it. */
export interface AccountPasswordRow {
  readonly school_id: SchoolId
  readonly account_id: string
  readonly hash: string
  readonly set_at: Temporal.Instant
}

/** A password that may not come back yet. */
export interface OldPasswordRow {
  readonly school_id: SchoolId
  readonly id: string
  readonly account_id: string
  readonly hash: string
  readonly replaced_at: Temporal.Instant
}

/** A second way of proving who somebody is, from when until when; what proves it lies in totp_seed or passkey. */
export interface SecondFactorRow {
  readonly school_id: SchoolId
  readonly id: string
  readonly account_id: string
  readonly person_id: PersonId
  readonly kind: 'app' | 'passkey'
  /** What its owner calls it: 'Chrome on Windows'. */
  readonly label: string
  readonly since: Temporal.Instant
  readonly until: Temporal.Instant | null
  readonly last_used_at: Temporal.Instant | null
}

/** The seed of an authenticator app, encrypted under `keys.vault`; `confirmed` once a code from it was typed. */
export interface TotpSeedRow {
  readonly school_id: SchoolId
  readonly account_id: string
  readonly confirmed: boolean
  readonly seed: Buffer
  readonly last_step: number | null
  readonly made_at: Temporal.Instant
}

/** The public half of a passkey. `id` is that of its second_factor row. */
export interface PasskeyRow {
  readonly school_id: SchoolId
  readonly id: string
  readonly account_id: string
  readonly credential_id: string
  readonly public_key: Buffer
  readonly counter: number
  readonly transports: string[]
  readonly backed_up: boolean
}

/** Keyed hash of a code on paper, for a lost second factor. The row goes when the code is used. */
export interface RecoveryCodeRow {
  readonly school_id: SchoolId
  readonly account_id: string
  readonly hash: Buffer
}

/** Keyed hash of the one code that opens an account without a password. The row goes when the code is used. */
export interface FirstSignInCodeRow {
  readonly school_id: SchoolId
  readonly account_id: string
  readonly hash: Buffer
  readonly expires_at: Temporal.Instant
}

/** How a session began. 'example' only in the example school. */
export type SessionKind = 'password' | 'code' | 'passkey' | 'example'

/** Somebody signed in on one device. `whole_at` is null while the second factor is still to be shown. */
export interface SessionRow {
  readonly school_id: SchoolId
  readonly id: string
  readonly account_id: string | null
  readonly person_id: PersonId
  readonly kind: SessionKind
  readonly device: string
  readonly shared: boolean
  readonly started_at: Temporal.Instant
  readonly whole_at: Temporal.Instant | null
  readonly seen_at: Temporal.Instant
  readonly proved_at: Temporal.Instant | null
  readonly ended_at: Temporal.Instant | null
}

/** SHA-256 of what the session's cookie carries. Only the door can read it; a copy opens nothing. */
export interface SessionTokenRow {
  readonly school_id: SchoolId
  readonly hash: Buffer
  readonly session_id: string
}

/** Failed tries in one bucket (`attempt-buckets.ts`). Names no account and holds no address. */
export interface SignInAttemptRow {
  readonly school_id: SchoolId
  readonly bucket: Buffer
  readonly count: number
  readonly last_at: Temporal.Instant
}

/** A question that one browser's passkey may answer once, for a few minutes. */
export interface PasskeyChallengeRow {
  readonly school_id: SchoolId
  readonly id: string
  readonly purpose: 'add' | 'use'
  /** Whose it is; null on the sign-in page, where nobody is known yet. */
  readonly session_id: string | null
  readonly challenge: string
  readonly expires_at: Temporal.Instant
}

export interface AccessTables {
  readonly account: AccountRow
  readonly account_password: AccountPasswordRow
  readonly old_password: OldPasswordRow
  readonly second_factor: SecondFactorRow
  readonly totp_seed: TotpSeedRow
  readonly passkey: PasskeyRow
  readonly recovery_code: RecoveryCodeRow
  readonly first_sign_in_code: FirstSignInCodeRow
  readonly session: SessionRow
  readonly session_token: SessionTokenRow
  readonly sign_in_attempt: SignInAttemptRow
  readonly passkey_challenge: PasskeyChallengeRow
}
