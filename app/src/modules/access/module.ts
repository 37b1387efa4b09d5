import type { Module } from '../../engine/module.js'
import { on } from '../../kernel/events.js'
import { personEnded, postGiven } from '../people/index.js'
import { whenPersonEnded } from './commands/when-person-ended.js'
import { whenPostGiven } from './commands/tell-readers.js'
import { tidyAccess } from './jobs/tidy-access.js'
import { accessLogMechanism } from './mechanisms/access-log.js'
import { passwordRulesMechanism } from './mechanisms/password-rules.js'
import { sessionSafetyMechanism } from './mechanisms/session-safety.js'
import { access } from './migrations/2026-11-23T1030-access.js'
import { gatherSubject } from './queries/gather-subject.js'
import { retention } from './retention.js'
import { accessRoutes } from './routes.js'

/** Who may come in, how they prove it, and how long they stay. */
export const accessModule: Module = {
  id: 'access',
  mechanisms: [passwordRulesMechanism, sessionSafetyMechanism, accessLogMechanism],
  permissions: {
    'access.accounts': 'Give people accounts, print first sign-in codes, end sign-ins and reset second factors',
  },
  migrations: [access],
  retention,
  subjectAccess: {
    tables: ['account', 'second_factor', 'session'].map((table) => ({ table, person: ['person_id'] })),
    gather: gatherSubject,
  },
  sealed: [],
  measures: [],
  jobs: [],
  recurring: [{ name: 'access.tidy', cron: '*/10 * * * *', run: tidyAccess }],
  listens: [on(personEnded, whenPersonEnded), on(postGiven, whenPostGiven)],
  routes: accessRoutes,
}
