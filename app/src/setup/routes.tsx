import type { FastifyInstance } from 'fastify'
import type { Deps } from '../engine/deps.js'
import { exampleRoutes } from './example/example-routes.js'
import { firstRoutes } from './first/first-routes.js'
import { wizardRoutes } from './wizard/wizard-routes.js'

/** The first page, the example school and the setting up of a school: what stands before and beside the modules. */
export function setupRoutes(app: FastifyInstance, deps: Deps): void {
  firstRoutes(app, deps)
  exampleRoutes(app, deps)
  wizardRoutes(app, deps)
}
