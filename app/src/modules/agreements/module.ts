import { decisions } from '../../engine/decisions/migration.js'
import type { Module } from '../../engine/module.js'
import { on } from '../../kernel/events.js'
import { packActivated } from '../policy/index.js'
import { whenPackActivated } from './commands/keep-text.js'
import { limitLapsed } from './jobs/limit-lapsed.js'
import { accessGate } from './mechanisms/access-gate.js'
import { agreementSigning } from './mechanisms/agreement-signing.js'
import { agreementTexts } from './mechanisms/agreement-texts.js'
import { homeSchoolAgreement } from './mechanisms/home-school-agreement.js'
import { visitorSigning } from './mechanisms/visitor-signing.js'
import { agreements } from './migrations/2026-11-26T0445-agreements.js'
import { signingAndGate } from './migrations/2026-11-26T0446-signing-and-gate.js'
import { visiblePeople } from './queries/visible-people.js'
import { retention } from './retention.js'
import { agreementsRoutes } from './routes/routes.js'
import { agreementSubjectAccess } from './subject-access.js'
import { personUrl } from './urls.js'

/** What people sign, how they sign it, and what is given only after that. */
export const agreementsModule: Module = {
  id: 'agreements',
  mechanisms: [agreementTexts, agreementSigning, accessGate, homeSchoolAgreement, visitorSigning],
  permissions: {
    'agreements.class': 'Have a class sign, and see which of its pupils have',
    'agreements.keep': 'Keep agreements: letters, links, paper, visitors, and who has not signed',
    'agreements.grant': 'Give logins, internet, equipment and passes after the gate has said yes',
    'agreements.reasons': 'Read why somebody refused an agreement',
    'decisions.read': 'Look up decisions of the product',
  },
  migrations: [decisions, agreements, signingAndGate],
  retention,
  subjectAccess: agreementSubjectAccess,
  sealed: [],
  recordPages: [{ table: 'person', url: (id) => personUrl({ person: id }), visible: visiblePeople }],
  measures: [],
  jobs: [],
  recurring: [limitLapsed],
  listens: [on(packActivated, whenPackActivated)],
  routes: agreementsRoutes,
}
