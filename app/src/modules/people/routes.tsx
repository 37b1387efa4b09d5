import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../engine/deps.js'
import { reading } from '../../kernel/db/in-school.js'
import { frameOf } from '../../web/frames.js'
import { actorOf, needs, sendPage } from '../../web/who.js'
import { PeoplePage } from './pages/people.js'
import { countPeople } from './queries/count-people.js'
import { findPeople } from './queries/person-cards.js'
import { calendarRoutes } from './routes/calendar-routes.js'
import { importRoutes } from './routes/import-routes.js'
import { peopleUrl } from './urls.js'

/** Everybody the policy covers. */
export function peopleRoutes(app: FastifyInstance, deps: Deps): void {
  importRoutes(app, deps)
  calendarRoutes(app, deps)
  app.get(peopleUrl.pattern, needs('people.read'), (request, reply) => show(request, reply, deps, null))
  app.post(peopleUrl.pattern, needs('people.read'), (request, reply) => {
    const { sought } = (request.body ?? {}) as { readonly sought?: unknown }
    return show(request, reply, deps, typeof sought === 'string' ? sought.slice(0, 100) : '')
  })
}

async function show(request: FastifyRequest, reply: FastifyReply, deps: Deps, sought: string | null) {
  const actor = actorOf(request)
  const { counts, found } = await reading(deps.db, actor, async (tx) => ({
    counts: await countPeople(tx),
    found: sought === null ? null : await findPeople(tx, { text: sought, limit: 50 }),
  }))
  const may = { mayKeepAccounts: actor.powers.has('access.accounts'), mayImport: actor.powers.has('people.import') }
  return sendPage(
    reply,
    <PeoplePage frame={await frameOf(request)} counts={counts} sought={sought ?? ''} found={found} {...may} />,
  )
}
