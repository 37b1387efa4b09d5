import type { Retention } from '../../engine/module.js'

const signed = {
  keep: '7 years, and for a pupil until they are 25',
  from: 'the day the person left',
  basis: 'Shows what was agreed, and by whom; limitation of claims',
}

/** How long what was signed and given lives. */
export const retention: readonly Retention[] = [
  {
    table: 'agreement_text',
    keep: 'as long as a signature names it',
    from: 'the day it came into force',
    basis: 'A receipt must stay readable; no personal data',
  },
  { table: 'agreement_sign_off', keep: '7 years', from: 'the sign-off', basis: 'Shows that texts were looked at' },
  { table: 'agreement_signature', ...signed },
  { table: 'agreement_fact', ...signed },
  { table: 'agreement_ending', ...signed },
  { table: 'agreement_reason', keep: '1 year', from: 'the refusal', basis: 'Only for talking with the family' },
  { table: 'signing_session', keep: '1 year', from: 'its end', basis: 'Shows on which tablet a class signed' },
  {
    table: 'signing_invitation',
    keep: '1 year',
    from: 'the day it was issued',
    basis: 'Shows who was asked; opens nothing afterwards',
  },
  {
    table: 'awareness_session',
    keep: '7 years',
    from: 'the day it was held',
    basis: 'Shows that people were taught first',
  },
  {
    table: 'awareness_attendance',
    keep: '7 years',
    from: 'the day it was held',
    basis: 'Shows that people were taught first',
  },
  {
    table: 'access_grant',
    keep: '7 years',
    from: 'the end of the grant',
    basis: 'Record of who had access (cyber security standards)',
  },
  { table: 'visit', keep: '1 year', from: 'the visit', basis: 'Safeguarding: who was on site' },
  { table: 'decision_given', keep: '7 years', from: 'the decision', basis: 'Explains what was given or refused' },
]
