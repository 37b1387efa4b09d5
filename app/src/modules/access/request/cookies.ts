import type { FastifyReply, FastifyRequest } from 'fastify'
import '@fastify/cookie'
import { isId } from '../../../kernel/ids.js'
import type { SchoolId } from '../../../kernel/ids.js'
import { KNOWN_DEVICE_DAYS } from '../session/known-device.js'
import { sessionCookie, sessionCookieName } from '../session/session-cookie.js'
import type { CookieAttributes } from '../session/session-cookie.js'
import type { SessionGrant } from '../session/session-grant.js'
import { sessionTokenHash } from '../session/session-token.js'

/** The cookie of a session: its name, its value 'schoolId.token', and how it is set. */
export function sessionCookieFor(
  publicUrl: string,
  { schoolId, token, shared, lasts }: SessionGrant,
): { readonly name: string; readonly value: string; readonly attributes: CookieAttributes } {
  return {
    name: sessionCookieName(publicUrl),
    value: `${schoolId}.${token}`,
    attributes: sessionCookie(publicUrl, shared, lasts),
  }
}

/** Gives the browser a session. */
export function grantSession(reply: FastifyReply, publicUrl: string, grant: SessionGrant): void {
  const { name, value, attributes } = sessionCookieFor(publicUrl, grant)
  void reply.setCookie(name, value, attributes)
}

/** Takes the session's cookie from the browser. */
export function forgetSession(reply: FastifyReply, publicUrl: string): void {
  void reply.clearCookie(sessionCookieName(publicUrl), { path: '/', secure: new URL(publicUrl).protocol === 'https:' })
}

/** The school and the token's hash that a request carries, or null when its cookie cannot be one of ours. */
export function carriedSession(
  request: FastifyRequest,
  publicUrl: string,
): { readonly schoolId: SchoolId; readonly hash: Buffer } | null {
  const [schoolId, token] = (cookieOf(request, sessionCookieName(publicUrl)) ?? '').split('.')
  const hash = sessionTokenHash(token)
  return isId(schoolId) && hash ? { schoolId: schoolId as string as SchoolId, hash } : null
}

/** Read from the header itself, so that it does not matter whether the cookie plugin's hook has run yet. Ours need no decoding. */
function cookieOf({ headers }: FastifyRequest, name: string): string | undefined {
  const pair = headers.cookie?.split(';').find((one) => one.trim().startsWith(`${name}=`))
  return pair?.trim().slice(name.length + 1)
}

const deviceCookie = 'hedgerow_device'

/** The mark that this browser keeps from an earlier sign-in. */
export const deviceMarkOf = (request: FastifyRequest): string | undefined => cookieOf(request, deviceCookie)

/** Leaves the mark of a full sign-in with a browser that is its owner's own. */
export function leaveDeviceMark(reply: FastifyReply, publicUrl: string, mark: string): void {
  const secure = new URL(publicUrl).protocol === 'https:'
  const maxAge = KNOWN_DEVICE_DAYS * 86_400
  void reply.setCookie(deviceCookie, mark, { path: '/', httpOnly: true, secure, sameSite: 'lax', maxAge })
}
