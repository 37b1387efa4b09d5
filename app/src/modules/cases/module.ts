import type { Module } from '../../engine/module.js'
import { on } from '../../kernel/events.js'
import { concernJoined, concernResighted, concernTakenUp } from '../concerns/index.js'
import { followConcern, joinConcern } from './commands/follow-concern.js'
import { openCase } from './commands/open-case.js'
import { escalate } from './jobs/escalate.js'
import { caseMeasures } from './measures.js'
import { caseMechanisms } from './mechanisms/case-mechanisms.js'
import { cases } from './migrations/2026-11-23T1050-cases.js'
import { casesRoutes } from './routes.js'
import { sealedTables } from './sealed.js'
import { caseSubjectAccess } from './subject-access.js'

const untilTwentyFive = {
  keep: 'until the child is 25',
  from: 'the child’s date of birth',
  basis: 'Records management guidance for schools; KCSIE part one',
}

/** What happens after a concern is taken up: the record of it, the guided procedure, who was told, and its end. */
export const casesModule: Module = {
  id: 'cases',
  mechanisms: caseMechanisms,
  permissions: {
    'cases.read': 'Read the cases that reach their post or that they were given',
    'cases.lead': 'Lead a case, and say who may see it',
    'cases.record': 'Write into a case',
    'cases.close': 'Close a case and open it again',
  },
  migrations: [cases],
  retention: [
    { table: 'case_file', ...untilTwentyFive },
    { table: 'case_person', ...untilTwentyFive },
    { table: 'chronology_entry', ...untilTwentyFive },
    { table: 'decision', ...untilTwentyFive },
    { table: 'case_duty', ...untilTwentyFive },
    { table: 'case_link', ...untilTwentyFive },
    { table: 'case_action', ...untilTwentyFive },
    { table: 'agency_contact', ...untilTwentyFive },
    { table: 'parents_decision', ...untilTwentyFive },
    { table: 'procedure_entry', ...untilTwentyFive },
  ],
  subjectAccess: caseSubjectAccess,
  sealed: Object.values(sealedTables),
  measures: caseMeasures,
  jobs: [],
  recurring: [escalate],
  listens: [on(concernTakenUp, openCase), on(concernJoined, joinConcern), on(concernResighted, followConcern)],
  routes: casesRoutes,
}
