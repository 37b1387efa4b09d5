import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import { botherRoutes } from './bother-routes.js'
import { concernRoutes } from './concern-routes.js'
import { Doors } from './doors.js'
import { helpRoutes } from './help-routes.js'
import { myReportRoutes } from './my-report-routes.js'
import { publicRoutes } from './public-routes.js'
import { reportRoutes } from './report-routes.js'

/** Every address of concerns. The doors of people without an account count in memory, once for each running process. */
export function concernsRoutes(app: FastifyInstance, deps: Deps): void {
  const doors = new Doors(deps)
  reportRoutes(app, deps)
  myReportRoutes(app, deps)
  publicRoutes(app, deps, doors)
  botherRoutes(app, deps, doors)
  helpRoutes(app, deps)
  concernRoutes(app, deps)
}
