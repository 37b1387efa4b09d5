import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../engine/deps.js'

/** Every address of this module. */
export function accessRoutes(_app: FastifyInstance, _deps: Deps): void {}
