import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../engine/deps.js'
import { accountRoutes } from './routes/account-routes.js'
import { credentialRoutes } from './routes/credential-routes.js'
import { keeperRoutes } from './routes/keeper-routes.js'
import { passkeyRoutes } from './routes/passkey-routes.js'
import { secondStepRoutes } from './routes/second-step-routes.js'
import { signInRoutes } from './routes/sign-in-routes.js'

/** Every address of this module: ways in, one's own account, and the keeping of everybody's. */
export function accessRoutes(app: FastifyInstance, deps: Deps): void {
  signInRoutes(app, deps)
  passkeyRoutes(app, deps)
  secondStepRoutes(app, deps)
  credentialRoutes(app, deps)
  accountRoutes(app, deps)
  keeperRoutes(app, deps)
}
