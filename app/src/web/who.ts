import type { FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import type { Actor } from '../kernel/actor.js'
import { Refusal } from '../kernel/refusal.js'
import { renderPage } from './page.js'

/**
 * Who may use a route. 'public': anybody, signed in or not. 'signed-in': anybody with a session. Otherwise a permission
 * that a module's manifest declares ('concerns.triage'). A route without one is a fault that a test finds.
 */
export type Access = 'public' | 'signed-in' | `${string}.${string}`

declare module 'fastify' {
  interface FastifyContextConfig {
    readonly access?: Access
    /** The signed-in person must have shown who they are again in the last minutes: for acts that cannot be undone. */
    readonly stepUp?: boolean
  }
}

/** The options of a route that this access opens: `app.get(url.pattern, needs('concerns.triage'), …)`. */
export const needs = (
  access: Access,
  more: { readonly stepUp?: boolean } = {},
): { config: { access: Access; stepUp?: boolean } } => ({
  config: { access, ...more },
})

const actors = new WeakMap<FastifyRequest, Actor>()

/** Says who a request comes from. Only the access module's hook calls this, once the session has been read. */
export const setActor = (request: FastifyRequest, actor: Actor): void => void actors.set(request, actor)

/** Who this request comes from, or null when nobody is signed in. */
export const visitorOf = (request: FastifyRequest): Actor | null => actors.get(request) ?? null

/** Who this request comes from. Refuses when nobody is signed in; on a route that needs more than 'public' that cannot happen. */
export function actorOf(request: FastifyRequest): Actor {
  const actor = visitorOf(request)
  if (!actor) throw new Refusal('not-allowed', 'Sign in to do this.')
  return actor
}

/** Sends a whole page. */
export const sendPage = (reply: FastifyReply, page: VNode, status = 200): FastifyReply =>
  reply.code(status).type('text/html; charset=utf-8').send(renderPage(page))

/** After a form was taken in: to the page that shows what was done, so that a reload does not do it again. */
export const seeOther = (reply: FastifyReply, url: string): FastifyReply =>
  reply.code(303).header('location', url).send()
