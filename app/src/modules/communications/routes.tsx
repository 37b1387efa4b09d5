import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../engine/deps.js'
import { reading } from '../../kernel/db/in-school.js'
import { frameOf } from '../../web/frames.js'
import { actorOf, needs, sendPage } from '../../web/who.js'
import { OutboxPage } from './pages/outbox.js'
import { reminderRoutes } from './reminders/reminder-routes.js'
import { outbox } from './queries/outbox.js'
import { posterRoutes } from './poster-routes.js'
import { outboxUrl } from './urls.js'

/** The outbox, how people are reminded, and posters to print. */
export function communicationsRoutes(app: FastifyInstance, deps: Deps): void {
  reminderRoutes(app, deps)
  posterRoutes(app, deps)
  app.get(outboxUrl.pattern, needs('communications.outbox'), async (request, reply) => {
    const frame = await frameOf(request)
    const found = await reading(deps.db, actorOf(request), async (tx) => ({ now: tx.now, lines: await outbox(tx) }))
    return sendPage(reply, <OutboxPage frame={frame} mailIsSet={deps.smtpUrl !== null} {...found} />)
  })
}
