import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../../../kernel/refusal.js'
import { frameOf } from '../../../web/frames.js'
import { keptFields } from '../../../web/kept-fields.js'
import { sendPage, seeOther } from '../../../web/who.js'
import type { Access } from '../../../web/who.js'
import { SignedOutPage } from '../pages/signed-out.js'
import { againUrl, newPasswordUrl, secondFactorUrl, secondStepUrl, signInUrl } from '../urls.js'
import { ownPath } from './own-path.js'
import { sessionOf } from './request-session.js'
import type { RequestSession, Stage } from '../session/request-session.js'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The pages that somebody who still owes something may use, besides public ones. */
    readonly stages?: readonly Stage[]
  }
}

/** The options of a route for somebody who is in, or is still at one of these stages. */
export const duringSignIn = (
  ...stages: readonly Stage[]
): { readonly config: { readonly access: Access; readonly stages: readonly Stage[] } } => ({
  config: { access: 'signed-in', stages },
})

const owed = {
  'second-step': secondStepUrl,
  'new-password': newPasswordUrl,
  'set-up-factor': secondFactorUrl,
} as const satisfies Record<Exclude<Stage, 'in'>, unknown>

/**
 * The hook (preHandler) that opens a route only to those it says it is for. A route that says nothing opens to nobody.
 * Add it before `installWeb`, so that a form of somebody whose session is over is told so before its token is judged.
 */
export async function enforce(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  if (isOpen(request)) return undefined
  const session = sessionOf(request)
  if (!session) return proveFirst(request, reply, signInUrl)
  const { access, stages, stepUp } = request.routeOptions.config
  if (session.stage !== 'in')
    return stages?.includes(session.stage) ? undefined : proveFirst(request, reply, owed[session.stage])
  if (access !== 'signed-in') requirePower(session, access ?? '')
  return stepUp && !session.fresh ? proveFirst(request, reply, againUrl) : undefined
}

function isOpen(request: FastifyRequest): boolean {
  const { config, url } = request.routeOptions
  if (request.is404 || config.access === 'public' || request.url.startsWith('/assets/')) return true
  if (!config.access) throw new Error(`The route ${url ?? ''} does not say who may use it.`)
  return false
}

function requirePower({ actor }: RequestSession, power: string): void {
  if (actor.powers.has(power)) return
  throw new Refusal(
    'not-allowed',
    'None of your posts allows this. If it should, ask the headteacher, or whoever keeps the accounts here.',
  )
}

/** To the page where somebody proves who they are and back; what was typed into a form stays on a page to send again. */
async function proveFirst(
  request: FastifyRequest,
  reply: FastifyReply,
  url: (query?: { readonly next?: string }) => string,
) {
  if (request.method === 'GET' || request.method === 'HEAD')
    return seeOther(reply, url({ next: ownPath(request.url) ?? '' }))
  const frame = await frameOf(request)
  const typed = keptFields(request.body)
  return sendPage(reply, <SignedOutPage frame={frame} proveUrl={url()} action={request.url} typed={typed} />, 401)
}
