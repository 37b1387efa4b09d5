import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Deps } from '../../engine/deps.js'
import { londonDate } from '../../kernel/calendar/london.js'
import { reading } from '../../kernel/db/in-school.js'
import { Refusal } from '../../kernel/refusal.js'
import { thisSchool } from '../../kernel/school.js'
import { frameOf } from '../../web/frames.js'
import { actorOf, needs, sendPage } from '../../web/who.js'
import { activePack } from '../policy/index.js'
import { PostersPage, RulesPoster } from './pages/posters.js'
import { posterKinds } from './poster-kinds.js'
import { isPrinted, posterLines } from './poster-lines.js'
import { postersUrl, posterUrl } from './urls.js'

/** Posters to print: the list, and each sheet. */
export function posterRoutes(app: FastifyInstance, deps: Deps): void {
  app.get(postersUrl.pattern, needs('records.read'), async (request, reply) => {
    const { slug } = await reading(deps.db, actorOf(request), thisSchool)
    const elsewhere: Readonly<Record<string, string>> = { bother: `/bother/${slug}/poster`, policy: '/policy' }
    const posters = posterKinds.map(({ id, title }) => ({ title, href: elsewhere[id] ?? posterUrl({ poster: id }) }))
    return sendPage(reply, <PostersPage frame={await frameOf(request)} posters={posters} />)
  })
  app.get(
    posterUrl.pattern,
    needs('records.read'),
    async (request: FastifyRequest<{ Params: { poster: string } }>, reply) => {
      const kind = posterKinds.find(({ id }) => id === request.params.poster)
      if (!kind || !isPrinted(kind.id)) throw new Refusal('not-found', 'There is no such poster.')
      const { id, title } = kind
      const found = await reading(deps.db, actorOf(request), async (tx) => ({
        lines: posterLines((await activePack(tx)).pack, id),
        edition: londonDate(tx.now),
      }))
      return sendPage(reply, <RulesPoster frame={await frameOf(request)} title={title} {...found} />)
    },
  )
}
