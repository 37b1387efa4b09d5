import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../engine/deps.js'

/** The steps by which a school is set up. */
export function wizardRoutes(_app: FastifyInstance, _deps: Deps): void {}
