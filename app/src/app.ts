import { join } from 'node:path'
import { fastify, LogController } from 'fastify'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import type { Deps } from './engine/deps.js'
import type { Log } from './kernel/log.js'
import { projectRoot } from './kernel/root.js'
import { frameFor, headerUrls } from './frame-for.js'
import { enforce, identify, sessionKeyOf } from './modules/access/index.js'
import { installHealth } from './health.js'
import { setupRoutes } from './setup/routes.js'
import { installWeb } from './web/install-web.js'

/** The web application, in the order in which a request meets it. Nothing imports this but main.ts and the tests. */
export async function makeApp(deps: Deps, log: Log): Promise<FastifyInstance> {
  const app: FastifyInstance = fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    // Only a web server on this very machine is believed when it says who asks: X-Forwarded-For of anybody else is a claim.
    trustProxy: 'loopback',
    return503OnClosing: true,
  })
  installHealth(app, deps)
  app.addHook('onRequest', identify(deps))
  app.addHook('preHandler', enforce)
  await installWeb(app, {
    assetFolder: join(projectRoot(), 'build/assets'),
    key: deps.keys.csrf,
    secure: deps.publicUrl.startsWith('https://'),
    sessionOf: sessionKeyOf,
    urls: headerUrls,
    frame: frameFor(deps),
  })
  setupRoutes(app, deps)
  for (const module of deps.modules) module.routes(app, deps)
  return app
}
