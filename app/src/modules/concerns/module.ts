import type { Module } from '../../engine/module.js'
import { cover } from './jobs/cover.js'
import { escalate } from './jobs/escalate.js'
import { forgetDrafts } from './jobs/forget-drafts.js'
import { newsJob } from './jobs/news-job.js'
import { rerouteJob } from './jobs/reroute-job.js'
import { concernMeasures } from './measures.js'
import { anonymousConversation } from './mechanisms/anonymous-conversation.js'
import { botherButton } from './mechanisms/bother-button.js'
import { concernReport } from './mechanisms/concern-report.js'
import { conflictRouting } from './mechanisms/conflict-routing.js'
import { helpSources, helpSourcesMechanism } from './mechanisms/help-sources.js'
import { reportingAwareness, reportingAwarenessMechanism } from './mechanisms/reporting-awareness.js'
import { sameDayTriage } from './mechanisms/same-day-triage.js'
import { concerns } from './migrations/2026-11-23T1040-concerns.js'
import { searchBeginnings } from './migrations/2026-11-23T1044-search-beginnings.js'
import { forgettableDrafts } from './migrations/2026-11-23T1046-forget-drafts.js'
import { waiting } from './migrations/2026-11-23T1042-waiting.js'
import { inboxAndSearch } from './migrations/2026-11-26T0420-inbox-and-search.js'
import { clauseChecks } from './migrations/2026-11-26T0500-clause-checks.js'
import { visibleConcerns } from './queries/visible-concerns.js'
import { concernsRoutes } from './routes/routes.js'
import { concernSubjectAccess } from './subject-access.js'
import { sealedMessage, sealedStatement } from './sealed.js'

const untilTwentyFive = {
  keep: 'until the child is 25',
  from: 'the child’s date of birth',
  basis: 'Records management guidance for schools; KCSIE part one',
}

/** From a worry to somebody who acts on it: reporting, bothers, clocks, and who must never see what. */
export const concernsModule: Module = {
  id: 'concerns',
  mechanisms: [
    concernReport,
    botherButton,
    anonymousConversation,
    sameDayTriage,
    conflictRouting,
    helpSourcesMechanism,
    reportingAwarenessMechanism,
  ],
  registers: [helpSources],
  notices: [reportingAwareness],
  permissions: {
    'concerns.report': 'Report a concern',
    'concerns.read': 'Read concerns that reach their post',
    'concerns.triage': 'Decide what happens with a concern',
    'bother.answer': 'Answer a child who used the Bother page',
  },
  migrations: [concerns, waiting, searchBeginnings, forgettableDrafts, inboxAndSearch, clauseChecks],
  retention: [
    { table: 'concern', ...untilTwentyFive },
    { table: 'statement', ...untilTwentyFive },
    { table: 'concern_person', ...untilTwentyFive },
    { table: 'concern_clock', ...untilTwentyFive },
    { table: 'concern_told', ...untilTwentyFive },
    { table: 'concern_link', ...untilTwentyFive },
    { table: 'conversation', ...untilTwentyFive },
    { table: 'conversation_message', ...untilTwentyFive },
    { table: 'draft', keep: '30 days', from: 'the last save', basis: 'Not a record yet; lost words would be worse' },
  ],
  subjectAccess: concernSubjectAccess,
  sealed: [sealedStatement, sealedMessage],
  recordPages: [{ table: 'concern', url: (id) => `/concerns/${id}`, visible: visibleConcerns }],
  measures: concernMeasures,
  jobs: [newsJob, rerouteJob],
  recurring: [escalate, cover, forgetDrafts],
  listens: [],
  routes: concernsRoutes,
}
