import type { FastifyRequest } from 'fastify'
import type { Core } from '../../../kernel/core.js'
import { signingIn } from '../../../kernel/actor.js'
import { inSchool, reading } from '../../../kernel/db/in-school.js'
import { setActor } from '../../../web/who.js'
import { lookUpSession, noteOfSession } from '../queries/open-session.js'
import { carriedSession } from './cookies.js'
import { rememberSession } from './request-session.js'

/**
 * The hook (onRequest, after cookies are read) that says who a request comes from, in one transaction at the door. Session,
 * posts and powers are looked up afresh for every request, so that what was taken from somebody is gone at their next click.
 * Somebody who still owes a second factor or a new password has a session, but is no actor yet.
 */
export const identify =
  ({ db, publicUrl }: Pick<Core, 'db' | 'publicUrl'>) =>
  async (request: FastifyRequest): Promise<void> => {
    if (request.url.startsWith('/assets/')) return
    const carried = carriedSession(request, publicUrl)
    if (!carried) return
    const door = signingIn(carried.schoolId)
    const { session, note } = await reading(db, door, (tx) => lookUpSession(tx, carried.hash))
    if (note) await inSchool(db, door, (tx) => noteOfSession(tx, note))
    if (!session) return
    rememberSession(request, session)
    if (session.stage === 'in') setActor(request, session.actor)
  }
