import type { Retention } from '../../engine/module.js'

const asLongAsInUse = {
  keep: 'as long as the account',
  from: 'the day it was set',
  basis: 'UK GDPR Article 32: proves who signs in',
}

/** How long what people sign in with is kept. Secrets go within minutes of an account's end. */
export const retention: readonly Retention[] = [
  {
    table: 'account',
    keep: 'as long as the journal',
    from: 'the day it was given',
    basis: 'Says whose act an act was; UK GDPR Article 5(2)',
  },
  { table: 'account_password', ...asLongAsInUse },
  { table: 'old_password', ...asLongAsInUse },
  { table: 'totp_seed', ...asLongAsInUse },
  { table: 'passkey', ...asLongAsInUse },
  { table: 'recovery_code', ...asLongAsInUse },
  {
    table: 'second_factor',
    keep: 'as long as the account’s row',
    from: 'the day it was set up',
    basis: 'Shows that a clause on second factors was kept',
  },
  { table: 'first_sign_in_code', keep: 'a fortnight', from: 'printing', basis: 'Opens an account once' },
  { table: 'session', keep: '1 year', from: 'its end', basis: 'Shows who was signed in when, if acts are disputed' },
  { table: 'session_token', keep: '10 minutes', from: 'the session’s end', basis: 'Carries the session' },
  { table: 'sign_in_attempt', keep: '2 days', from: 'the last failure', basis: 'Slows guessing; names nobody' },
  { table: 'passkey_challenge', keep: '10 minutes', from: 'asking', basis: 'One question for one passkey' },
]
