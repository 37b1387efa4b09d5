import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import { refusalError } from '../../../engine/forms/form-errors.js'
import { parseForm } from '../../../engine/forms/parse-form.js'
import type { FormError } from '../../../engine/forms/parse-form.js'
import { inSchool, reading } from '../../../kernel/db/in-school.js'
import { isId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import { frameOf } from '../../../web/frames.js'
import { needs, seeOther, sendPage } from '../../../web/who.js'
import { endSessions } from '../commands/end-sessions.js'
import { takePasskey } from '../commands/passkeys.js'
import { proveAgain, renewProof } from '../commands/prove-again.js'
import { makeRecoveryCodes, removeFactor } from '../commands/second-factors.js'
import { NO_PASSKEY } from '../commands/sign-in-with-passkey.js'
import { atTheDoor } from '../door.js'
import { againForm } from '../forms.js'
import { remindersUrl } from '../../communications/index.js'
import { AccountPage } from '../pages/account.js'
import { AgainPage } from '../pages/again.js'
import { RecoveryCodesPage } from '../pages/recovery-codes.js'
import { myAccount, sessionsOf } from '../queries/my-account.js'
import type { MyAccount } from '../queries/my-account.js'
import { grantSession } from '../request/cookies.js'
import type { RequestSession } from '../session/request-session.js'
import type { SessionGrant } from '../session/session-grant.js'
import {
  accountUrl,
  addPasskeyUrl,
  againUrl,
  endSessionUrl,
  endSessionsUrl,
  newPasswordUrl,
  recoveryCodesUrl,
  removeFactorUrl,
  secondFactorUrl,
  todayUrl,
} from '../urls.js'
import { callerOf, contextOf, nextOf, orRefusal, ownSession, partyOf, statusFor, textOf } from './answering.js'
import { challengeOf, passkeyQuestion } from './second-step-routes.js'

const signedIn = needs('signed-in')
const provedAgain = needs('signed-in', { stepUp: true })

/** What a page that came back carries. */
interface Again {
  readonly errors: readonly FormError[]
  readonly status: number
}

/** One's own account, and showing again that it is still oneself. */
export function accountRoutes(app: FastifyInstance, deps: Deps): void {
  app.get(accountUrl.pattern, signedIn, (request, reply) => showAccount(request, reply, deps))
  app.post(endSessionsUrl.pattern, signedIn, async (request, reply) => {
    const { actor, personId: person } = ownSession(request)
    await inSchool(deps.db, atTheDoor(actor), (tx) => endSessions(tx, { person }))
    return seeOther(reply, accountUrl())
  })
  app.post(endSessionUrl.pattern, signedIn, async (request: FastifyRequest<{ Params: { session: string } }>, reply) => {
    const { actor, personId: person } = ownSession(request)
    const only = idIn(request.params.session)
    await inSchool(deps.db, atTheDoor(actor), (tx) => endSessions(tx, { person, only }))
    return seeOther(reply, accountUrl())
  })
  app.post(
    removeFactorUrl.pattern,
    provedAgain,
    async (request: FastifyRequest<{ Params: { factor: string } }>, reply) => {
      const { actor, personId: person, accountId: account } = ownSession(request)
      const factor = idIn(request.params.factor)
      if (account) await inSchool(deps.db, atTheDoor(actor), (tx) => removeFactor(tx, { account, person }, factor))
      return seeOther(reply, accountUrl())
    },
  )
  app.post(recoveryCodesUrl.pattern, provedAgain, (request, reply) => makeCodes(request, reply, deps))
  app.get(againUrl.pattern, signedIn, (request, reply) => showAgain(request, reply, deps))
  app.post(againUrl.pattern, signedIn, (request, reply) => takeAgain(request, reply, deps))
}

function idIn(text: string): string {
  if (!isId(text)) throw new Refusal('not-found', 'That is not in use any more.')
  return text
}

async function showAccount(request: FastifyRequest, reply: FastifyReply, deps: Deps) {
  const { actor, accountId, personId, sessionId, name } = ownSession(request)
  const { now, mine, sessions } = await reading(deps.db, atTheDoor(actor), async (tx) => ({
    now: tx.now,
    mine: accountId ? await myAccount(tx, accountId) : null,
    sessions: await sessionsOf(tx, personId),
  }))
  const urls = {
    password: newPasswordUrl(),
    app: secondFactorUrl(),
    passkey: addPasskeyUrl(),
    codes: recoveryCodesUrl(),
    endAll: endSessionsUrl(),
    reminders: remindersUrl(),
  }
  const listed = sessions.map(({ id, device, seen_at, shared }) => ({
    id,
    label: device,
    seenAt: seen_at,
    shared,
    current: id === sessionId,
    removeUrl: endSessionUrl({ session: id }),
  }))
  const frame = await frameOf(request)
  const account = mine && shownAccount(mine)
  return sendPage(reply, <AccountPage {...{ frame, now, name, account, sessions: listed, urls }} />)
}

const shownAccount = ({ factors, ...account }: MyAccount) => ({
  ...account,
  factors: factors.map(({ id, label, since, last_used_at }) => ({
    id,
    label,
    since,
    lastUsedAt: last_used_at,
    removeUrl: removeFactorUrl({ factor: id }),
  })),
})

async function makeCodes(request: FastifyRequest, reply: FastifyReply, deps: Deps) {
  const { actor, personId: person, accountId: account } = ownSession(request)
  if (!account) return seeOther(reply, accountUrl())
  const codes = await inSchool(deps.db, atTheDoor(actor), (tx) => makeRecoveryCodes(tx, deps.keys, { account, person }))
  return sendPage(reply, <RecoveryCodesPage frame={await frameOf(request)} codes={codes} onward={accountUrl()} />)
}

async function showAgain(request: FastifyRequest, reply: FastifyReply, deps: Deps, again?: Again) {
  const session = ownSession(request)
  const props = {
    frame: await frameOf(request),
    context: contextOf(deps),
    here: againUrl(),
    next: nextOf(again ? request.body : request.query),
    example: session.accountId === null,
    question: await passkeyQuestion(deps, session),
    errors: again?.errors,
  }
  return sendPage(reply, <AgainPage {...props} />, again?.status)
}

async function takeAgain(request: FastifyRequest, reply: FastifyReply, deps: Deps) {
  const next = nextOf(request.body)
  const outcome = await orRefusal(provenBy(request, deps, ownSession(request)))
  if (!(outcome instanceof Refusal)) {
    grantSession(reply, deps.publicUrl, outcome)
    return seeOther(reply, next ?? todayUrl())
  }
  const errors = [refusalError(againForm, outcome)]
  return showAgain(request, reply, deps, { errors, status: statusFor(outcome) })
}

/** By password, by passkey, or, in the example school alone, by nothing. */
async function provenBy(request: FastifyRequest, deps: Deps, session: RequestSession): Promise<SessionGrant> {
  const door = atTheDoor(session.actor)
  if (session.accountId === null) return inSchool(deps.db, door, (tx) => renewProof(tx, session))
  if (textOf(request.body, 'challenge')) return provenByPasskey(request, deps, session)
  const parsed = parseForm(againForm, request.body, contextOf(deps))
  if (!parsed.ok) throw new Refusal('invalid', parsed.errors[0]?.sentence ?? 'Type your password', 'password')
  return proveAgain(deps, session, parsed.values.password, callerOf(request))
}

async function provenByPasskey(request: FastifyRequest, deps: Deps, session: RequestSession): Promise<SessionGrant> {
  const { party } = await partyOf(deps, session.schoolId)
  const answer = textOf(request.body, 'answer')
  const answered = { challenge: challengeOf(request.body), answer, session: session.sessionId }
  const grant = await inSchool(deps.db, atTheDoor(session.actor), async (tx) => {
    const account = await takePasskey(tx, party, answered)
    return account?.id === session.accountId ? renewProof(tx, session) : null
  })
  if (!grant) throw new Refusal('invalid', NO_PASSKEY)
  return grant
}
