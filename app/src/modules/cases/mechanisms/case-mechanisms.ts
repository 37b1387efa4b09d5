import type { Mechanism } from '../../../engine/module.js'
import { agencyReferralsMechanism } from './agency-referrals.js'
import { caseRecordMechanism } from './case-record.js'
import { needToKnowMechanism } from './need-to-know.js'
import { noImageGuardMechanism } from './no-image-guard.js'
import { parentsInformedMechanism } from './parents-informed.js'
import { procedureMechanisms } from './procedure-mechanisms.js'

/** Every mechanism that cases declares. */
export const caseMechanisms: readonly Mechanism[] = [
  caseRecordMechanism,
  ...procedureMechanisms,
  parentsInformedMechanism,
  agencyReferralsMechanism,
  needToKnowMechanism,
  noImageGuardMechanism,
]
