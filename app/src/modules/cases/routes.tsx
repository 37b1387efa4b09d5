import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../engine/deps.js'
import { lookAtRoutes } from './mechanisms/no-image-guard.js'
import { actRoutes } from './routes/act-routes.js'
import { caseRoutes } from './routes/case-routes.js'
import { procedureRoutes } from './routes/procedure-routes.js'

/** Cases, everything done to them, and the procedures of the policy. */
export function casesRoutes(app: FastifyInstance, deps: Deps): void {
  lookAtRoutes(app)
  caseRoutes(app, deps)
  actRoutes(app, deps)
  procedureRoutes(app, deps)
}
