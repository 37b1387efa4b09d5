import type { Module } from '../../engine/module.js'
import { monitoringNotice, monitoringNoticeMechanism } from './mechanisms/monitoring-notice.js'

/** What is watched on the school's systems, and that everybody has been told. */
export const monitoringModule: Module = {
  id: 'monitoring',
  mechanisms: [monitoringNoticeMechanism],
  notices: [monitoringNotice],
  permissions: {},
  migrations: [],
  retention: [],
  subjectAccess: 'holds no personal data',
  sealed: [],
  measures: [],
  jobs: [],
  recurring: [],
  listens: [],
  routes: () => {},
}
