import type { Module } from '../../engine/module.js'
import { governanceRoutes } from './routes.js'

/** Is our policy kept? The answer, its history, the figures and the journal. It keeps no records of its own. */
export const governanceModule: Module = {
  id: 'governance',
  mechanisms: [],
  permissions: {
    'governance.read': 'See how the policy stands, with the records behind it',
    'governance.counts': 'See how the policy stands and the figures, without names',
    'journal.read': 'Read the journal of what they may see',
  },
  migrations: [],
  retention: [],
  subjectAccess: 'holds no personal data',
  sealed: [],
  measures: [],
  jobs: [],
  recurring: [],
  listens: [],
  routes: governanceRoutes,
}
