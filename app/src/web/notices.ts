import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import '@fastify/cookie'
import type { Notice } from './layout/frame.js'

const cookieName = 'hedgerow_notice'

/** Words to be said once, at the top of the next page. They pass through the browser: no name, no account of events. */
export interface Notices {
  readonly sayNext: (reply: FastifyReply, notice: Notice) => void
  /** What was left to say, and forgets it. */
  readonly take: (request: FastifyRequest, reply: FastifyReply) => Notice | null
}

/** Notices sealed with a key, so that nobody can put words of theirs on our pages. */
export function noticesWith(key: Buffer, secure: boolean): Notices {
  const seal = (text: string) => createHmac('sha256', key).update('notice').update(text).digest('base64url')
  const cookie = { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: 60 } as const
  return {
    sayNext(reply, notice) {
      const text = Buffer.from(JSON.stringify(notice)).toString('base64url')
      void reply.setCookie(cookieName, `${text}.${seal(text)}`, cookie)
    },
    take(request, reply) {
      const [text = '', mark = ''] = (request.cookies[cookieName] ?? '').split('.')
      if (!text) return null
      void reply.clearCookie(cookieName, { path: '/' })
      if (!equal(seal(text), mark)) return null
      return JSON.parse(Buffer.from(text, 'base64url').toString()) as Notice
    },
  }
}

const equal = (one: string, other: string) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
