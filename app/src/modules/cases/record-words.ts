import type { AgencyContactRow, ParentsDecisionRow } from './schema.js'

/** How each kind of contact with an agency is called. */
export const agencyKinds = {
  referral: 'referral',
  advice: 'asked for advice',
  intelligence: 'told without a referral',
  reply: 'reply',
  'not-referred': 'not told',
} as const satisfies Readonly<Record<AgencyContactRow['kind'], string>>

/** How each decision about a child's adults is called. */
export const parentWords = {
  told: 'Told',
  delayed: 'Told later',
  'not-told': 'Not told',
} as const satisfies Readonly<Record<ParentsDecisionRow['decision'], string>>
