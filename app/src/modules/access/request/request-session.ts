import type { FastifyRequest } from 'fastify'
import type { FramePerson } from '../../../web/layout/frame.js'
import type { RequestSession } from '../session/request-session.js'

const sessions = new WeakMap<FastifyRequest, RequestSession>()

/** Remembers the session that a request carries. Only `identify` calls this. */
export const rememberSession = (request: FastifyRequest, session: RequestSession): void =>
  void sessions.set(request, session)

/** The session of a request, at whatever stage, or null. */
export const sessionOf = (request: FastifyRequest): RequestSession | null => sessions.get(request) ?? null

/**
 * What binds the forms of a request's pages to its session, or null when it has none. Not the token: that is renewed when
 * somebody proves who they are again, and a report open in another tab must still be sendable.
 */
export function sessionKeyOf(request: FastifyRequest): string | null {
  const session = sessionOf(request)
  return session && `${session.sessionId} ${session.stage === 'second-step' ? 'half' : 'whole'}`
}

/** Who the header names: nobody until the second factor has been shown. */
export function personOf(request: FastifyRequest): FramePerson | null {
  const session = sessionOf(request)
  return session && session.stage !== 'second-step' ? { name: session.name, post: session.post } : null
}
