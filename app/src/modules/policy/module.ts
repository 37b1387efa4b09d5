import type { Module } from '../../engine/module.js'
import { enqueue } from '../../kernel/jobs/job.js'
import { on } from '../../kernel/events.js'
import type { Tx } from '../../kernel/db/tx.js'
import { absenceChanged, personEnded, postChanged } from '../people/index.js'
import { packActivated } from './events.js'
import { oweReachHourly, oweReachNow } from './jobs/owe-reach.js'
import { judgeEveryMinute, policyTouched } from './jobs/judge-policy.js'
import { clauseCheckMechanism } from './mechanisms/clause-check.js'
import { consultationMechanism } from './mechanisms/consultation.js'
import { policyApprovalMechanism } from './mechanisms/policy-approval.js'
import { policyDisseminationMechanism } from './mechanisms/policy-dissemination.js'
import { policyDocumentMechanism } from './mechanisms/policy-document.js'
import { policyReviewMechanism } from './mechanisms/policy-review.js'
import { attestation, attestationMechanism } from './mechanisms/attestation.js'
import { documentsToRead, linkedDocumentsMechanism } from './mechanisms/linked-documents.js'
import { responsibilities, responsibilitiesMechanism } from './mechanisms/responsibilities.js'
import { linkedDocuments } from './registers/linked-documents.js'
import { postsMechanism } from './mechanisms/posts.js'
import { policyRoutes } from './routes.js'
import { policy } from './migrations/2026-11-23T1010-policy.js'
import { policyAdoption } from './migrations/2026-11-26T0420-policy-adoption.js'
import { policyReach } from './migrations/2026-11-26T0430-policy-reach.js'
import { policyRetention } from './retention.js'
import { policySubjectAccess } from './subject-access.js'
import { lastTurnIndex } from './migrations/2026-11-26T0505-last-turn.js'

const judgeSoon = (tx: Tx): Promise<void> => enqueue(tx, policyTouched, { schoolId: tx.actor.schoolId })

const reachSoon = (tx: Tx): Promise<void> => enqueue(tx, oweReachNow, { schoolId: tx.actor.schoolId })

/** Which policy is in force, what it promises, and how each promise stands. */
export const policyModule: Module = {
  id: 'policy',
  mechanisms: [
    postsMechanism,
    clauseCheckMechanism,
    policyDocumentMechanism,
    policyApprovalMechanism,
    policyReviewMechanism,
    policyDisseminationMechanism,
    consultationMechanism,
    linkedDocumentsMechanism,
    attestationMechanism,
    responsibilitiesMechanism,
  ],
  registers: [linkedDocuments],
  duties: [attestation],
  notices: [responsibilities, documentsToRead],
  permissions: {
    'policy.read': 'Read the policy',
    'policy.write': 'Write the next version of the policy, ask about it, and say whom it reached',
    'policy.review': 'Record what came of a review of the policy',
    'policy.activate': 'Put a policy in force',
  },
  migrations: [policy, policyAdoption, policyReach, lastTurnIndex],
  retention: policyRetention,
  subjectAccess: policySubjectAccess,
  sealed: [],
  measures: [],
  jobs: [policyTouched, oweReachNow],
  recurring: [judgeEveryMinute, oweReachHourly],
  listens: [
    on(postChanged, judgeSoon),
    on(absenceChanged, judgeSoon),
    on(packActivated, judgeSoon),
    on(packActivated, reachSoon),
    on(personEnded, reachSoon),
  ],
  routes: policyRoutes,
}
