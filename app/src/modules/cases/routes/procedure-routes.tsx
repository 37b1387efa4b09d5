import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import { procedureOf } from '../../../engine/packs/lookup.js'
import { drawing, inPlainEnglish } from '../../../engine/procedures/index.js'
import { reading } from '../../../kernel/db/in-school.js'
import { Refusal } from '../../../kernel/refusal.js'
import { frameOf } from '../../../web/frames.js'
import { actorOf, needs, sendPage } from '../../../web/who.js'
import { activePack } from '../../policy/index.js'
import { namesOf } from '../pack-names.js'
import { ProcedurePage } from '../pages/procedure.js'
import { procedureDrawingUrl, procedureUrl } from '../urls.js'

type ProcedureRequest = FastifyRequest<{ Params: { procedure: string } }>

/** The procedures of the policy in force, for everybody who may read it. */
export function procedureRoutes(app: FastifyInstance, { db }: Deps): void {
  const find = async (request: ProcedureRequest) => {
    const { pack } = await reading(db, actorOf(request), activePack)
    const procedure = procedureOf(pack, request.params.procedure)
    if (!procedure) throw new Refusal('not-found', 'The policy in force has no such procedure.')
    return { pack, procedure }
  }
  app.get(procedureUrl.pattern, needs('policy.read'), async (request: ProcedureRequest, reply) => {
    const { pack, procedure } = await find(request)
    const others = pack.procedures.filter(({ id }) => id !== procedure.id)
    const page = (
      <ProcedurePage
        frame={await frameOf(request)}
        title={procedure.title}
        drawingUrl={procedureDrawingUrl({ procedure: procedure.id })}
        markdown={inPlainEnglish(procedure, namesOf(pack))}
        others={others.map(({ id, title }) => ({ title, url: procedureUrl({ procedure: id }) }))}
      />
    )
    return sendPage(reply, page)
  })
  app.get(procedureDrawingUrl.pattern, needs('policy.read'), async (request: ProcedureRequest, reply) => {
    const { pack, procedure } = await find(request)
    return reply
      .type('image/svg+xml; charset=utf-8')
      .send(drawing(procedure, { standalone: true, names: namesOf(pack) }))
  })
}
