import { sealedAnswer } from '../../engine/duties/answer-duty.js'
import { duties } from '../../engine/duties/migration.js'
import { visibleCalls } from '../../engine/duties/read-duties.js'
import type { Module } from '../../engine/module.js'
import { notices } from '../../engine/notices/migration.js'
import { sealedNotice } from '../../engine/notices/write-versions.js'
import { registers } from '../../engine/registers/migration.js'
import { visibleEntries } from '../../engine/registers/read-entries.js'
import { sealedVersion } from '../../engine/registers/sealed.js'
import { comingUp } from './coming-up.js'
import { entryChanged } from './jobs/entry-changed.js'
import { roundNow, roundOfDuties } from './jobs/call-what-is-due.js'
import { listens } from './listens.js'
import { recordsRoutes } from './routes/routes.js'
import { retention } from './retention.js'
import { recordsSubjectAccess } from './subject-access.js'

/** Pages, tasks and jobs for the registers, duties and notices that any module declares: data in its manifest, no pages of its own. */
export const recordsModule: Module = {
  id: 'records',
  mechanisms: [],
  permissions: {
    'records.read': 'See the registers that everybody who works or governs here may see',
    'records.keep': 'Keep those registers, and record who was shown a notice',
  },
  migrations: [registers, duties, notices],
  retention,
  subjectAccess: recordsSubjectAccess,
  sealed: [sealedVersion, sealedAnswer, sealedNotice],
  measures: [],
  diary: comingUp,
  recordPages: [
    { table: 'register_entry', url: (id) => `/registers/entry/${id}`, visible: visibleEntries },
    { table: 'duty_call', url: (id) => `/duties/call/${id}`, visible: visibleCalls },
  ],
  jobs: [roundNow, entryChanged],
  recurring: [roundOfDuties],
  listens,
  routes: recordsRoutes,
}
