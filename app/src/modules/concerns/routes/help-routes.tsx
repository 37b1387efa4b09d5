import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import { workerIn } from '../../../kernel/actor.js'
import { reading } from '../../../kernel/db/in-school.js'
import { thisSchool } from '../../../kernel/school.js'
import { actorOf, needs, seeOther, sendPage } from '../../../web/who.js'
import { HelpPage } from '../pages/help.js'
import { localHelp } from '../queries/local-help.js'
import { helpHereUrl, helpUrl, publicReportUrl } from '../urls.js'
import { anybody } from './bother-routes.js'
import type { AtSchool } from './bother-routes.js'
import { publicFrame, publicSchool } from '../../policy/index.js'

/** Who can help, for everybody: the policy's list and what the school added to it. */
export function helpRoutes(app: FastifyInstance, deps: Deps): void {
  app.get(helpHereUrl.pattern, needs('signed-in'), async (request, reply) => {
    const { slug } = await reading(deps.db, actorOf(request), thisSchool)
    return seeOther(reply, helpUrl({ school: slug }))
  })
  app.get<AtSchool>(helpUrl.pattern, anybody, async (request, reply) => {
    const here = await publicSchool(deps, request.params.school)
    const { pack, school } = here
    const added = await reading(deps.db, workerIn(school.school_id), (tx) => localHelp(tx, pack.help))
    const tell = publicReportUrl({ school: school.slug })
    return sendPage(
      reply,
      <HelpPage frame={await publicFrame(request, here)} help={[...pack.help, ...added]} tell={tell} />,
    )
  })
}
