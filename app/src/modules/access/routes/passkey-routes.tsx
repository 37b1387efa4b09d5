import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import { signingIn } from '../../../kernel/actor.js'
import { inSchool } from '../../../kernel/db/in-school.js'
import { Refusal } from '../../../kernel/refusal.js'
import { frameOf } from '../../../web/frames.js'
import { needs, seeOther, sendPage } from '../../../web/who.js'
import { addPasskey, askForNewPasskey, askForPasskey } from '../commands/passkeys.js'
import { makeRecoveryCodes } from '../commands/second-factors.js'
import { NO_PASSKEY, signInWithPasskey } from '../commands/sign-in-with-passkey.js'
import { atTheDoor } from '../door.js'
import { AddPasskeyPage } from '../pages/add-passkey.js'
import { PasskeySignInPage } from '../pages/passkey-sign-in.js'
import { RecoveryCodesPage } from '../pages/recovery-codes.js'
import { accountById } from '../queries/account-by-login.js'
import { myAccount } from '../queries/my-account.js'
import { duringSignIn } from '../request/enforce.js'
import { sessionOf } from '../request/request-session.js'
import { accountUrl, addPasskeyUrl, passkeySignInUrl, schoolSignInUrl, secondFactorUrl, todayUrl } from '../urls.js'
import {
  callerOf,
  letIn,
  nextOf,
  orRefusal,
  ownSession,
  partyOf,
  schoolFrame,
  schoolNamed,
  textOf,
} from './answering.js'
import { challengeOf } from './second-step-routes.js'

type ForSchool = FastifyRequest<{ Params: { school: string } }>

/** Signing in with a passkey, and making one. */
export function passkeyRoutes(app: FastifyInstance, deps: Deps): void {
  const { pattern } = passkeySignInUrl
  app.get(pattern, needs('public'), (request: ForSchool, reply) => showSignIn(request, reply, deps))
  app.post(pattern, needs('public'), (request: ForSchool, reply) => takeSignIn(request, reply, deps))
  const during = duringSignIn('set-up-factor')
  const opened = { config: { ...during.config, stepUp: true } }
  app.get(addPasskeyUrl.pattern, opened, (request, reply) => showAdd(request, reply, deps))
  app.post(addPasskeyUrl.pattern, opened, (request, reply) => takeAdd(request, reply, deps))
}

async function showSignIn(request: ForSchool, reply: FastifyReply, deps: Deps, wrong?: string) {
  const next = nextOf(wrong ? request.body : request.query)
  if (sessionOf(request)) return seeOther(reply, next ?? todayUrl())
  const { slug: school, school_id } = await schoolNamed(deps, request.params.school)
  const { party, obstacle } = await partyOf(deps, school_id)
  if (obstacle) return seeOther(reply, schoolSignInUrl({ school }))
  const question = await inSchool(deps.db, signingIn(school_id), (tx) => askForPasskey(tx, party, null, null))
  const urls = { here: passkeySignInUrl({ school }), signIn: schoolSignInUrl({ school }, { next: next ?? '' }) }
  const frame = await schoolFrame(request, deps, school_id)
  const page = <PasskeySignInPage frame={frame} question={question} urls={urls} next={next} wrong={wrong} />
  return sendPage(reply, page, wrong ? 400 : 200)
}

async function takeSignIn(request: ForSchool, reply: FastifyReply, deps: Deps) {
  const { school_id } = await schoolNamed(deps, request.params.school)
  const { party } = await partyOf(deps, school_id)
  const answered = { challenge: challengeOf(request.body), answer: textOf(request.body, 'answer'), session: null }
  const shared = textOf(request.body, 'shared') === 'yes'
  const { device } = callerOf(request)
  const signedIn = await inSchool(deps.db, signingIn(school_id), (tx) =>
    signInWithPasskey(tx, deps.keys, { party, answered, shared, device }),
  )
  return signedIn ? letIn(reply, deps, signedIn, nextOf(request.body)) : showSignIn(request, reply, deps, NO_PASSKEY)
}

async function showAdd(request: FastifyRequest, reply: FastifyReply, deps: Deps, wrong?: string) {
  const { schoolId, accountId, sessionId, stage, name, actor } = ownSession(request)
  const { party, obstacle } = await partyOf(deps, schoolId)
  const question = await inSchool(deps.db, atTheDoor(actor), async (tx) => {
    const account = accountId ? await accountById(tx, accountId) : null
    return account && !obstacle ? askForNewPasskey(tx, party, sessionId, { account, name }) : null
  })
  const asked = stage === 'set-up-factor'
  const urls = { here: addPasskeyUrl(), back: asked ? secondFactorUrl() : accountUrl() }
  const frame = asked ? await schoolFrame(request, deps, schoolId) : await frameOf(request)
  const props = { frame, question, obstacle, urls, next: nextOf(wrong ? request.body : request.query), wrong }
  return sendPage(reply, <AddPasskeyPage {...props} />, wrong ? 400 : 200)
}

/** The first second factor of an account brings its recovery codes with it. */
async function takeAdd(request: FastifyRequest, reply: FastifyReply, deps: Deps) {
  const { schoolId, accountId, sessionId, personId: person, actor } = ownSession(request)
  if (!accountId) return seeOther(reply, accountUrl())
  const { party } = await partyOf(deps, schoolId)
  const answered = { challenge: challengeOf(request.body), answer: textOf(request.body, 'answer'), session: sessionId }
  const owner = { account: accountId, person, label: `Passkey: ${callerOf(request).device}` }
  const codes = await orRefusal(
    inSchool(deps.db, atTheDoor(actor), async (tx) => {
      await addPasskey(tx, party, owner, answered)
      const mine = await myAccount(tx, accountId)
      return mine?.recoveryCodesLeft === 0 ? makeRecoveryCodes(tx, deps.keys, owner) : null
    }),
  )
  if (codes instanceof Refusal) return showAdd(request, reply, deps, codes.sentence)
  const onward = nextOf(request.body) ?? accountUrl()
  if (!codes) return seeOther(reply, onward)
  return sendPage(reply, <RecoveryCodesPage frame={await frameOf(request)} codes={codes} onward={onward} />)
}
