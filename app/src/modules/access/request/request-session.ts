import type { FastifyRequest } from 'fastify'
import type { Actor } from '../../../kernel/actor.js'
import type { PersonId, SchoolId } from '../../../kernel/ids.js'
import type { FramePerson } from '../../../web/layout/frame.js'

/**
 * How far somebody has come: 'second-step' has shown a password or first code and owes the second factor; 'new-password'
 * and 'set-up-factor' have proved who they are and owe one thing before anything else opens; 'in' may work.
 */
export type Stage = 'second-step' | 'new-password' | 'set-up-factor' | 'in'

/** The session of one request, as it stood when the request came in. */
export interface RequestSession {
  readonly schoolId: SchoolId
  readonly sessionId: string
  /** Null only for the role cards of the example school. */
  readonly accountId: string | null
  readonly personId: PersonId
  readonly stage: Stage
  readonly shared: boolean
  /** Whether the person proved who they are within the last minutes. */
  readonly fresh: boolean
  readonly name: string
  /** The post they act in, by its title; null when they hold none. */
  readonly post: string | null
  readonly actor: Actor
}

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
