import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import { chaseRoutes } from './chase-routes.js'
import { classRoutes } from './class-routes.js'
import { gateRoutes } from './gate-routes.js'
import { letterRoutes } from './letter-routes.js'
import { ownRoutes } from './own-routes.js'
import { parentRoutes } from './parent-routes.js'
import { personRoutes } from './person-routes.js'
import { receiptRoutes } from './receipt-routes.js'
import { tabletRoutes } from './tablet-routes.js'
import { trainingRoutes } from './training-routes.js'
import { visitorRoutes } from './visitor-routes.js'

/** Every address of agreements: with an account, and with none. */
export function agreementsRoutes(app: FastifyInstance, deps: Deps): void {
  ownRoutes(app, deps)
  receiptRoutes(app, deps)
  classRoutes(app, deps)
  tabletRoutes(app, deps)
  letterRoutes(app, deps)
  parentRoutes(app, deps)
  chaseRoutes(app, deps)
  personRoutes(app, deps)
  gateRoutes(app, deps)
  trainingRoutes(app, deps)
  visitorRoutes(app, deps)
}
