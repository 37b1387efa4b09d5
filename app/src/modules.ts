import type { Module } from './engine/module.js'
import { accessModule } from './modules/access/module.js'
import { agreementsModule } from './modules/agreements/module.js'
import { casesModule } from './modules/cases/module.js'
import { communicationsModule } from './modules/communications/module.js'
import { concernsModule } from './modules/concerns/module.js'
import { governanceModule } from './modules/governance/module.js'
import { monitoringModule } from './modules/monitoring/module.js'
import { peopleModule } from './modules/people/module.js'
import { policyModule } from './modules/policy/module.js'
import { recordsModule } from './modules/records/module.js'

/** Every module, lowest first: a module may import only those before it, and later ones hear of it by events. Read this second. */
export const modules: readonly Module[] = [
  peopleModule,
  policyModule,
  communicationsModule,
  recordsModule,
  accessModule,
  agreementsModule,
  monitoringModule,
  concernsModule,
  casesModule,
  governanceModule,
]
