import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import { needs, seeOther, sendPage } from '../../../web/who.js'
import { publicFrame, publicSchool } from '../../policy/index.js'
import type { PublicSchool } from '../../policy/index.js'
import { findInvitation, invitationHash } from '../commands/invitations.js'
import { ParentCodePage } from '../pages/parent.js'
import { asPrinted, judgeCode, LETTER_BODY } from '../typed-code.js'
import * as urls from '../urls.js'
import type { Asked } from './asked.js'
import { fieldsOf } from './fields.js'

type AtSchool = FastifyRequest<{ Params: { school: string } }>

/** The code of a letter, typed on any phone: it leads to the same page as a link. */
export function letterRoutes(app: FastifyInstance, deps: Deps): void {
  app.get(urls.parentCodeUrl.pattern, needs('public'), async (request: AtSchool, reply) =>
    showCode({ request, reply }, await publicSchool(deps, request.params.school), { typed: '', problem: null }),
  )
  app.post(urls.parentCodeUrl.pattern, needs('public'), (request: AtSchool, reply) => takeCode(request, reply, deps))
}

async function showCode(
  { request, reply }: Pick<Asked<AtSchool>, 'request' | 'reply'>,
  here: PublicSchool,
  { typed, problem }: { readonly typed: string; readonly problem: string | null },
) {
  const action = urls.parentCodeUrl({ school: here.school.slug })
  const page = <ParentCodePage frame={await publicFrame(request, here)} {...{ action, typed, problem }} />
  return sendPage(reply, page, problem ? 400 : 200)
}

const letterProblems = {
  short: 'That is not the whole code. It has three groups of four.',
  mistyped: 'One letter or number of the code is wrong. Compare it with the letter and type it again.',
  unknown: 'This code is not one of ours, or it has run out. Ask the office for a new letter.',
} as const

async function takeCode(request: AtSchool, reply: FastifyReply, deps: Deps) {
  const here = await publicSchool(deps, request.params.school)
  const { code = '' } = fieldsOf(request.body)
  const asked = { request, reply }
  const judged = judgeCode(code, LETTER_BODY)
  if (judged !== 'ok') return showCode(asked, here, { typed: code, problem: letterProblems[judged] })
  const { school_id, slug } = here.school
  const secret = asPrinted(code)
  const found = await findInvitation(deps, school_id, invitationHash(deps.keys, school_id, secret))
  if (!found || found.kind !== 'letter') return showCode(asked, here, { typed: code, problem: letterProblems.unknown })
  return seeOther(reply, urls.parentLinkUrl({ school: slug, secret }))
}
