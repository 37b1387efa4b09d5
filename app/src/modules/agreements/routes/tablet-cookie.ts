import type { FastifyReply, FastifyRequest } from 'fastify'
import '@fastify/cookie'
import type { Deps } from '../../../engine/deps.js'

const cookieName = 'hedgerow_tablet'

/** Gives a tablet what it needs for one session: a token that opens that class or desk, and nothing of whoever started it. */
export function leaveTablet(reply: FastifyReply, { publicUrl }: Pick<Deps, 'publicUrl'>, token: string): void {
  void reply.setCookie(cookieName, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: publicUrl.startsWith('https://'),
    // A day longer than any session: what was kept without a network is sent the next morning.
    maxAge: 36 * 3600,
  })
}

export const tabletToken = (request: FastifyRequest): string | null => request.cookies[cookieName] ?? null

export const forgetTablet = (reply: FastifyReply): void => void reply.clearCookie(cookieName, { path: '/' })
