import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import { refusalError } from '../../../engine/forms/form-errors.js'
import { parseForm } from '../../../engine/forms/parse-form.js'
import type { FormError } from '../../../engine/forms/parse-form.js'
import { inSchool } from '../../../kernel/db/in-school.js'
import { Refusal } from '../../../kernel/refusal.js'
import { needs, seeOther, sendPage } from '../../../web/who.js'
import { askForPasskey } from '../commands/passkeys.js'
import { secondStepWithPasskey, NO_PASSKEY } from '../commands/sign-in-with-passkey.js'
import { signOut } from '../commands/sign-out.js'
import { takeSecondStep } from '../commands/take-second-step.js'
import { atTheDoor } from '../door.js'
import { secondStepForm } from '../forms.js'
import type { PasskeyQuestion } from '../pages/passkey-form.js'
import { SecondStepPage } from '../pages/second-step.js'
import { secondFactorsOf } from '../queries/second-factors.js'
import { forgetSession } from '../request/cookies.js'
import { duringSignIn } from '../request/enforce.js'
import { sessionOf } from '../request/request-session.js'
import type { RequestSession } from '../session/request-session.js'
import { secondStepUrl, signInUrl, signOutUrl, todayUrl } from '../urls.js'
import {
  callerOf,
  contextOf,
  letIn,
  nextOf,
  orRefusal,
  ownSession,
  partyOf,
  schoolFrame,
  statusFor,
  textOf,
} from './answering.js'

/** What a page that came back carries. */
interface Again {
  readonly errors: readonly FormError[]
  readonly status: number
}

/** The second step, and the way out. */
export function secondStepRoutes(app: FastifyInstance, deps: Deps): void {
  const during = duringSignIn('second-step')
  app.get(secondStepUrl.pattern, during, (request, reply) => show(request, reply, deps))
  app.post(secondStepUrl.pattern, during, (request, reply) => take(request, reply, deps))
  app.post(signOutUrl.pattern, needs('public'), (request, reply) => leave(request, reply, deps))
}

/** A question for the person's passkeys, or null where they have none or none would work. */
export async function passkeyQuestion(deps: Deps, session: RequestSession): Promise<PasskeyQuestion | null> {
  const { accountId: account, sessionId } = session
  const { party, obstacle } = await partyOf(deps, session.schoolId)
  if (obstacle || !account) return null
  return inSchool(deps.db, atTheDoor(session.actor), async (tx) => {
    const factors = await secondFactorsOf(tx, account)
    return factors.some(({ kind }) => kind === 'passkey') ? askForPasskey(tx, party, sessionId, account) : null
  })
}

async function show(request: FastifyRequest, reply: FastifyReply, deps: Deps, again?: Again) {
  const next = nextOf(again ? request.body : request.query)
  const session = ownSession(request)
  if (session.stage !== 'second-step') return seeOther(reply, next ?? todayUrl())
  const frame = await schoolFrame(request, deps, session.schoolId)
  const question = await passkeyQuestion(deps, session)
  const urls = { here: secondStepUrl(), signOut: signOutUrl() }
  const props = { frame, context: contextOf(deps), urls, next, question, errors: again?.errors }
  return sendPage(reply, <SecondStepPage {...props} />, again?.status)
}

async function take(request: FastifyRequest, reply: FastifyReply, deps: Deps) {
  const session = ownSession(request)
  const next = nextOf(request.body)
  if (textOf(request.body, 'challenge')) return takePasskey(request, reply, deps)
  const parsed = parseForm(secondStepForm, request.body, contextOf(deps))
  if (!parsed.ok) return show(request, reply, deps, { errors: parsed.errors, status: 400 })
  const outcome = await orRefusal(takeSecondStep(deps, session, parsed.values.code, callerOf(request)))
  if (!(outcome instanceof Refusal)) return letIn(reply, deps, outcome, next)
  const errors = [refusalError(secondStepForm, outcome)]
  return show(request, reply, deps, { errors, status: statusFor(outcome) })
}

async function takePasskey(request: FastifyRequest, reply: FastifyReply, deps: Deps) {
  const { schoolId, accountId, sessionId, actor } = ownSession(request)
  const { party } = await partyOf(deps, schoolId)
  const answered = {
    challenge: challengeOf(request.body),
    answer: textOf(request.body, 'answer'),
    session: sessionId,
  }
  const next = nextOf(request.body)
  const signedIn = await inSchool(deps.db, atTheDoor(actor), (tx) =>
    secondStepWithPasskey(tx, deps.keys, { party, answered }, accountId ?? ''),
  )
  if (signedIn) return letIn(reply, deps, signedIn, next)
  const errors = [{ sentence: NO_PASSKEY, field: '', href: '#main' }]
  return show(request, reply, deps, { errors, status: 400 })
}

/** The id of a challenge from a body. What has not the shape of one is nobody's. */
export function challengeOf(body: unknown): string {
  const sent = textOf(body, 'challenge')
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(sent) ? sent : '00000000-0000-7000-8000-000000000000'
}

/** Signing out never fails: without a session there is nothing left to end. */
async function leave(request: FastifyRequest, reply: FastifyReply, deps: Deps) {
  const session = sessionOf(request)
  if (session) await inSchool(deps.db, atTheDoor(session.actor), (tx) => signOut(tx, session))
  forgetSession(reply, deps.publicUrl)
  // Has the browser drop what its back button would show of the last person on a shared machine.
  void reply.header('clear-site-data', '"cache"')
  return seeOther(reply, signInUrl())
}
