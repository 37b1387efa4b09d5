import { createHmac, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import '@fastify/cookie'
import type { Keys } from '../../kernel/keys.js'
import { isId } from '../../kernel/ids.js'
import type { SchoolId } from '../../kernel/ids.js'
import { newSchoolId } from '../../kernel/school.js'

const cookieName = 'hedgerow_setting_up'

/** Whose draft it is: the row, and the secret that only this browser has. */
export interface DraftMark {
  readonly id: SchoolId
  readonly secret: string
}

/** The draft that this browser goes on with, or null. */
export function draftMark(request: FastifyRequest): DraftMark | null {
  const [id, secret = ''] = (request.cookies[cookieName] ?? '').split('.')
  return isId(id) && /^[\w-]{43}$/.test(secret) ? { id: id as string as SchoolId, secret } : null
}

/** Begins a draft: marks the browser, and the rest of this same request reads the mark too. */
export function markBrowser(request: FastifyRequest, reply: FastifyReply): DraftMark {
  const mark = { id: newSchoolId(), secret: randomBytes(32).toString('base64url') }
  const value = `${mark.id}.${mark.secret}`
  request.cookies[cookieName] = value
  const secure = request.protocol === 'https'
  void reply.setCookie(cookieName, value, { path: '/setup', httpOnly: true, sameSite: 'strict', secure })
  return mark
}

/** Takes the mark from the browser. */
export const unmarkBrowser = (reply: FastifyReply): void => void reply.clearCookie(cookieName, { path: '/setup' })

/** What seals a draft: made of the secret file and the browser's secret, so that neither alone opens it. */
export const draftKey = ({ vault }: Pick<Keys, 'vault'>, { secret }: DraftMark): Buffer =>
  createHmac('sha256', vault).update(`setup draft ${secret}`).digest()
