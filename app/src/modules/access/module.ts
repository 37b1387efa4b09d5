import type { Module } from '../../engine/module.js'
import { access } from './migrations/2026-11-23T1030-access.js'

/** Who may come in, how they prove it, and what they can do once they are in. */
export const accessModule: Module = {
  id: 'access',
  mechanisms: [],
  permissions: {
    'access.accounts': 'Give people accounts, print first sign-in codes, end sign-ins and reset second factors',
  },
  migrations: [access],
  retention: [],
  subjectAccess: 'holds no personal data',
  sealed: [],
  measures: [],
  jobs: [],
  recurring: [],
  listens: [],
  routes: () => {},
}
