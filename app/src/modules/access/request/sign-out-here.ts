import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import { inSchool } from '../../../kernel/db/in-school.js'
import { signOut } from '../commands/sign-out.js'
import { atTheDoor } from '../door.js'
import { forgetSession } from './cookies.js'
import { sessionOf } from './request-session.js'

/** Ends the session of this very device and takes its cookie, before somebody else is handed the device. */
export async function signOutHere(
  request: FastifyRequest,
  reply: FastifyReply,
  deps: Pick<Deps, 'db' | 'publicUrl'>,
): Promise<void> {
  const session = sessionOf(request)
  if (!session) return
  await inSchool(deps.db, atTheDoor(session.actor), (tx) => signOut(tx, session))
  forgetSession(reply, deps.publicUrl)
}
