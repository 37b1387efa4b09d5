import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import '@fastify/cookie'
import type { SchoolAnswers } from '../school-answers.js'

const cookieName = 'hedgerow_setting_up'
/** Somebody who sets a school up may go for the list of pupils and come back the next day. */
const hoursKept = 24
const mostKept = 20

interface Draft {
  answers: SchoolAnswers
  until: number
}

/**
 * What has been answered so far, by browser, in this process's memory: people's details must not lie about in a cookie,
 * and there is no school yet whose row could hold them. A restart loses it; the file and the answers are brought again.
 */
const drafts = new Map<string, Draft>()

const empty: SchoolAnswers = {
  name: '',
  slug: '',
  phone: null,
  pack: 'uk-primary',
  answers: {},
  calendar: null,
  files: [],
  skipBad: false,
  byHand: [],
  holders: {},
  signIns: [],
}

function forgetOld(now: number): void {
  for (const [token, { until }] of drafts) if (until < now) drafts.delete(token)
  for (const token of [...drafts.keys()].slice(0, Math.max(0, drafts.size - mostKept))) drafts.delete(token)
}

/** The answers that this browser has given so far. */
export const answersOf = (request: FastifyRequest): SchoolAnswers =>
  drafts.get(request.cookies[cookieName] ?? '')?.answers ?? empty

/** Keeps more answers of this browser. `now` in milliseconds. */
export function keepAnswers(
  request: FastifyRequest,
  reply: FastifyReply,
  more: Partial<SchoolAnswers>,
  now: number,
): void {
  const token = request.cookies[cookieName] ?? randomBytes(24).toString('base64url')
  const before = answersOf(request)
  // The rest of this same request reads the draft too.
  request.cookies[cookieName] = token
  drafts.set(token, { answers: { ...before, ...more }, until: now + hoursKept * 3_600_000 })
  forgetOld(now)
  void reply.setCookie(cookieName, token, {
    path: '/setup',
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
  })
}

/** The school is made: nothing of the draft is needed any more. */
export function dropAnswers(request: FastifyRequest, reply: FastifyReply): void {
  drafts.delete(request.cookies[cookieName] ?? '')
  void reply.clearCookie(cookieName, { path: '/setup' })
}
