import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import type { FormContext } from '../../../engine/forms/field.js'
import { signingIn } from '../../../kernel/actor.js'
import { reading } from '../../../kernel/db/in-school.js'
import type { SchoolId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import { listSchools, thisSchool } from '../../../kernel/school.js'
import type { SchoolListing } from '../../../kernel/school.js'
import { frameOf } from '../../../web/frames.js'
import type { Frame } from '../../../web/layout/frame.js'
import { seeOther } from '../../../web/who.js'
import type { SignedIn } from '../commands/sign-in-with-password.js'
import type { Caller } from '../commands/try.js'
import type { RelyingParty } from '../passkey/relying-party.js'
import { passkeyObstacle, relyingParty } from '../passkey/relying-party.js'
import { deviceMarkOf, grantSession, leaveDeviceMark } from '../request/cookies.js'
import { ownPath } from '../request/own-path.js'
import { sessionOf } from '../request/request-session.js'
import { deviceLabel } from '../session/device-label.js'
import type { RequestSession } from '../session/request-session.js'
import { todayUrl } from '../urls.js'

/** The browser and place a request comes from. */
export const callerOf = (request: FastifyRequest): Caller => ({
  address: request.ip,
  device: deviceLabel(request.headers['user-agent']),
  mark: deviceMarkOf(request),
})

/** The session of a route that enforce has let through. */
export function ownSession(request: FastifyRequest): RequestSession {
  const session = sessionOf(request)
  if (!session) throw new Refusal('not-allowed', 'Sign in to do this.')
  return session
}

/** What a form needs to know. */
export const contextOf = ({ db }: Deps): FormContext => ({ now: db.clock.now() })

/** A text field of a body, or ''. */
export function textOf(body: unknown, name: string): string {
  const sent = typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>)[name] : undefined
  return typeof sent === 'string' ? sent : ''
}

/** The page somebody wanted before they signed in, from a query or a body; null for none or for anything not ours. */
export const nextOf = (from: unknown): string | null => ownPath(textOf(from, 'next'))

/** What work gives, or its refusal, to be shown beside what was typed. Faults pass on. */
export async function orRefusal<Outcome>(work: Promise<Outcome>): Promise<Outcome | Refusal> {
  try {
    return await work
  } catch (fault) {
    if (fault instanceof Refusal) return fault
    throw fault
  }
}

/** The school that an address names. */
export async function schoolNamed({ db }: Deps, slug: string): Promise<SchoolListing> {
  const school = (await listSchools(db)).find((one) => one.slug === slug)
  if (!school) throw new Refusal('not-found', 'No school here has that address. Choose yours from the list.')
  return school
}

/** The frame of a page on which nobody is in yet, with the school's own name and colour. */
export async function schoolFrame(request: FastifyRequest, { db }: Deps, schoolId: SchoolId): Promise<Frame> {
  const { name, accent, example } = await reading(db, signingIn(schoolId), thisSchool)
  return { ...(await frameOf(request)), school: { name, accent, example } }
}

/** This school to a browser's passkeys, or why none will work at this address. */
export async function partyOf(
  { db, publicUrl }: Deps,
  schoolId: SchoolId,
): Promise<{ readonly party: RelyingParty; readonly obstacle: string | null }> {
  const { name } = await reading(db, signingIn(schoolId), thisSchool)
  return { party: relyingParty(publicUrl, name), obstacle: passkeyObstacle(publicUrl) }
}

/** Gives the browser its session and sends it where its owner wanted to go; `enforce` stops it at what is still owed. */
export function letIn(reply: FastifyReply, { publicUrl }: Deps, signedIn: SignedIn, next: string | null): FastifyReply {
  grantSession(reply, publicUrl, signedIn.grant)
  if (signedIn.mark) leaveDeviceMark(reply, publicUrl, signedIn.mark)
  return seeOther(reply, next ?? todayUrl())
}

/** A status for a page that comes back with something to put right. */
export const statusFor = (refusal: Refusal | null): number => (refusal?.kind === 'too-late' ? 429 : 400)
