import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import { textOf } from '../../../engine/agreements/text.js'
import { isId, newId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import { needs, seeOther, sendPage } from '../../../web/who.js'
import { publicFrame, publicSchool } from '../../policy/index.js'
import type { PublicSchool } from '../../policy/index.js'
import { classOnTablet, signOnTablet } from '../commands/sign-on-tablet.js'
import { sessionByCode, sessionByToken, sessionToken } from '../commands/signing-sessions.js'
import type { OpenTablet } from '../commands/signing-sessions.js'
import { TabletCodePage, TabletOverPage, TabletPage } from '../pages/tablet.js'
import { pupilDone } from '../queries/class-signing.js'
import { judgeCode, SESSION_BODY } from '../typed-code.js'
import * as urls from '../urls.js'
import type { Asked } from './asked.js'
import { fieldsOf } from './fields.js'
import { leaveTablet, tabletToken } from './tablet-cookie.js'

type AtSchool = FastifyRequest<{ Params: { school: string } }>
const anybody = needs('public')

/** What to say of a code, by what is wrong with it. */
export const codeProblems = {
  short: 'That is not the whole code. It has ten letters and numbers.',
  mistyped: 'One letter or number is wrong. Look again and type it once more.',
  unknown: 'That code opens nothing now. Ask for a new one.',
} as const

/** A class on one tablet: no account, and nothing of the teacher's on it. */
export function tabletRoutes(app: FastifyInstance, deps: Deps): void {
  app.get(urls.tabletUrl.pattern, anybody, async (request: AtSchool, reply) => {
    const here = await publicSchool(deps, request.params.school)
    return showCode(request, reply, here, { problem: null, typed: '' })
  })
  app.post(urls.tabletUrl.pattern, anybody, (request: AtSchool, reply) => takeCode(request, reply, deps))
  app.get(urls.tabletNowUrl.pattern, anybody, async (request: AtSchool, reply) =>
    showTablet({ request, reply, deps }, await onTablet(request, deps), {}),
  )
  app.post(urls.tabletNowUrl.pattern, anybody, (request: AtSchool, reply) => takeSignature(request, reply, deps))
}

async function showCode(
  request: AtSchool,
  reply: FastifyReply,
  here: PublicSchool,
  said: { readonly problem: string | null; readonly typed: string },
) {
  const action = urls.tabletUrl({ school: here.school.slug })
  const page = <TabletCodePage frame={await publicFrame(request, here)} action={action} {...said} />
  return sendPage(reply, page, said.problem ? 400 : 200)
}

async function takeCode(request: AtSchool, reply: FastifyReply, deps: Deps) {
  const here = await publicSchool(deps, request.params.school)
  const { code = '' } = fieldsOf(request.body)
  const judged = judgeCode(code, SESSION_BODY)
  if (judged !== 'ok') return showCode(request, reply, here, { problem: codeProblems[judged], typed: code })
  const session = await sessionByCode(deps, here.school.school_id, code)
  if (!session) return showCode(request, reply, here, { problem: codeProblems.unknown, typed: code })
  leaveTablet(reply, deps, sessionToken(deps.keys, session.id))
  const { slug } = here.school
  return seeOther(reply, session.kind === 'desk' ? urls.deskUrl({ school: slug }) : urls.tabletNowUrl({ school: slug }))
}

interface OnTablet {
  readonly here: PublicSchool
  readonly tablet: OpenTablet | null
}

/** The school, and the session whose token this tablet carries. */
export async function onTablet(request: AtSchool, deps: Deps): Promise<OnTablet> {
  const here = await publicSchool(deps, request.params.school)
  const token = tabletToken(request)
  return { here, tablet: token ? await sessionByToken(deps, here.school.school_id, token) : null }
}

async function showTablet(
  { request, reply, deps }: Asked<AtSchool>,
  { here, tablet }: OnTablet,
  said: { readonly thanks?: string; readonly problem?: string; readonly chosen?: string },
) {
  const frame = await publicFrame(request, here)
  const { slug, school_id } = here.school
  if (!tablet?.open || tablet.session.kind !== 'class')
    return sendPage(reply, <TabletOverPage frame={frame} codeUrl={urls.tabletUrl({ school: slug })} />)
  const { agreement, pupils } = await classOnTablet(deps, school_id, tablet)
  const left = pupils.filter((one) => !pupilDone(one)).map(({ person }) => person)
  const twice = (first: string) => left.filter((one) => one.first === first).length > 1
  const props = {
    text: textOf(agreement, 'en'),
    pictures: agreement.look === 'pictures',
    className: tablet.session.class_code ?? '',
    left: left.map(({ id, first, name }) => ({ id, name: twice(first) ? name : first })),
    thanks: said.thanks ?? null,
    problem: said.problem ?? null,
    chosen: said.chosen ?? null,
  }
  const page = <TabletPage frame={frame} action={urls.tabletNowUrl({ school: slug })} formKey={newId()} {...props} />
  return sendPage(reply, page, said.problem ? 400 : 200)
}

/** Takes a signature in: from a form, or from the tablet's own memory, which wants a plain word that it was received. */
async function takeSignature(request: AtSchool, reply: FastifyReply, deps: Deps) {
  const on = await onTablet(request, deps)
  const fields = fieldsOf(request.body)
  const plain = request.headers.accept === 'application/json'
  const asked = { request, reply, deps }
  try {
    const first = await signatureFrom(deps, on, fields)
    return plain ? await reply.send({ ok: true }) : await showTablet(asked, on, { thanks: first })
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    if (!plain) return showTablet(asked, on, { problem: fault.sentence, chosen: fields['child'] ?? '' })
    // Not in a lesson: the signature is nobody's fault and stays on the tablet until it is.
    if (fault.kind === 'not-allowed') return reply.code(409).type('text/plain').send('')
    return reply.send({ ok: false, sentence: fault.sentence })
  }
}

/** Makes the signature that a tablet sent. Returns the child's first name. */
async function signatureFrom(
  deps: Deps,
  { here, tablet }: OnTablet,
  fields: Readonly<Record<string, string>>,
): Promise<string> {
  if (!tablet || tablet.session.kind !== 'class')
    throw new Refusal('not-allowed', 'This tablet is in no lesson. Give it back to your teacher.')
  const { key, child = '', mark = '', stamp = '', written = '', at = '' } = fields
  if (!isId(key)) throw new Refusal('invalid', 'Part of this page was lost. Begin again.')
  return (await signOnTablet(deps, here.school.school_id, tablet, { key, child, mark, stamp, written, at })).first
}
