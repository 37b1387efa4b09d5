import type { FastifyInstance } from 'fastify'
import type { Deps } from './engine/deps.js'

/**
 * GET /health, for whoever watches the server: 200 when the database answers, 503 when not. It stands before sign-in and
 * says nothing of a school.
 */
export function installHealth(app: FastifyInstance, { db }: Deps): void {
  app.get('/health', { config: { access: 'public' } }, async (_request, reply) => {
    const ready = await db.pool.query('SELECT 1').then(
      () => true,
      () => false,
    )
    return reply.code(ready ? 200 : 503).send({ ready })
  })
}
