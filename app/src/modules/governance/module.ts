import type { Module } from '../../engine/module.js'
import { publishHeads } from './jobs/publish-head.js'
import { governance } from './migrations/2026-11-23T1060-governance.js'
import { keptLook } from './migrations/2026-11-26T0525-kept-look.js'
import { liaison, liaisonMechanism } from './registers/liaison.js'
import { governanceRoutes } from './routes.js'

/** Is our policy kept? The answer, its history, the figures and the journal. It keeps nothing but where the journal ended each day. */
export const governanceModule: Module = {
  id: 'governance',
  mechanisms: [liaisonMechanism],
  registers: [liaison],
  permissions: {
    'governance.read': 'See how the policy stands, with the records behind it',
    'governance.counts': 'See how the policy stands and the figures, without names',
    'journal.read': 'Read the journal of what they may see',
  },
  migrations: [governance, keptLook],
  retention: [
    {
      table: 'journal_head',
      keep: 'for good',
      from: 'the day it was published',
      basis: 'Proves the journal; no personal data',
    },
    {
      table: 'kept_look',
      keep: 'as long as the person',
      from: 'their last day',
      basis: 'Tells somebody what turned since they last looked; nobody else sees it',
    },
  ],
  subjectAccess: 'holds no personal data',
  sealed: [],
  measures: [],
  jobs: [],
  recurring: [publishHeads],
  listens: [],
  routes: governanceRoutes,
}
