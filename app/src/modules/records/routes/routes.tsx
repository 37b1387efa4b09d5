import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import { reading } from '../../../kernel/db/in-school.js'
import { seeOther, visitorOf } from '../../../web/who.js'
import { todayPath } from '../urls.js'
import { dutyRoutes } from './duty-routes.js'
import { entryRoutes } from './entry-routes.js'
import { exportRoutes } from './export-routes.js'
import { importRoutes } from './import-routes.js'
import { noticeRoutes, readFirst } from './notice-routes.js'
import { publicNoticeRoutes } from './public-notice-routes.js'
import { readerRoutes } from './reader-routes.js'
import { registerRoutes } from './register-routes.js'

/** Pages for everything that modules declare. */
export function recordsRoutes(app: FastifyInstance, deps: Deps): void {
  registerRoutes(app, deps)
  exportRoutes(app, deps)
  importRoutes(app, deps)
  entryRoutes(app, deps)
  dutyRoutes(app, deps)
  noticeRoutes(app, deps)
  readerRoutes(app, deps)
  publicNoticeRoutes(app, deps)
  // On the way to the first page: what must be read at sign-in stands before it. Later modules' pages are registered after this.
  app.addHook('preHandler', async (request, reply) => {
    const actor = visitorOf(request)
    if (!actor?.personId || request.method !== 'GET' || request.routeOptions.url !== todayPath) return
    const first = await reading(deps.db, actor, (tx) => readFirst(tx, deps))
    if (first) await seeOther(reply, first)
  })
}
