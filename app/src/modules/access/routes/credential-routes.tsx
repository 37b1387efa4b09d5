import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import { refusalError } from '../../../engine/forms/form-errors.js'
import { parseForm } from '../../../engine/forms/parse-form.js'
import type { FormError } from '../../../engine/forms/parse-form.js'
import { inSchool, reading } from '../../../kernel/db/in-school.js'
import { Refusal } from '../../../kernel/refusal.js'
import { thisSchool } from '../../../kernel/school.js'
import { seeOther, sendPage } from '../../../web/who.js'
import { choosePassword, passwordAdvice } from '../commands/choose-password.js'
import { checkOwnPassword } from '../commands/prove-again.js'
import { confirmTotp, makeRecoveryCodes } from '../commands/second-factors.js'
import { pendingSeed } from '../commands/totp.js'
import { atTheDoor } from '../door.js'
import { changePasswordForm, confirmAppForm, firstPasswordForm } from '../forms.js'
import { NewPasswordPage } from '../pages/new-password.js'
import { RecoveryCodesPage } from '../pages/recovery-codes.js'
import { SetUpAppPage } from '../pages/set-up-app.js'
import { passkeyObstacle } from '../passkey/relying-party.js'
import { rulesInWords } from '../password/password-rules.js'
import { accountById } from '../queries/account-by-login.js'
import { signInRules } from '../queries/sign-in-rules.js'
import { leaveDeviceMark } from '../request/cookies.js'
import { duringSignIn } from '../request/enforce.js'
import { qrSvg } from '../second-factor/qr-svg.js'
import { seedToType, totpAddress } from '../second-factor/totp.js'
import type { RequestSession } from '../session/request-session.js'
import {
  accountUrl,
  addPasskeyUrl,
  newPasswordUrl,
  passwordAdviceUrl,
  secondFactorPictureUrl,
  secondFactorUrl,
} from '../urls.js'
import { callerOf, contextOf, nextOf, orRefusal, ownSession, schoolFrame, statusFor, textOf } from './answering.js'

/** What a page that came back carries; nothing of a password or code is among it. */
interface Again {
  readonly errors: readonly FormError[]
  readonly status: number
}

/** Choosing a password and setting up an app: asked for while signing in, or of one's own accord. */
export function credentialRoutes(app: FastifyInstance, deps: Deps): void {
  const password = duringSignIn('new-password')
  app.get(newPasswordUrl.pattern, password, (request, reply) => showPassword(request, reply, deps))
  app.post(newPasswordUrl.pattern, password, (request, reply) => takePassword(request, reply, deps))
  app.post(passwordAdviceUrl.pattern, password, (request) => advise(request, deps))
  const factor = duringSignIn('set-up-factor')
  const opened = { config: { ...factor.config, stepUp: true } }
  app.get(secondFactorUrl.pattern, opened, (request, reply) => showApp(request, reply, deps))
  app.get(secondFactorPictureUrl.pattern, opened, (request, reply) => sendPicture(request, reply, deps))
  app.post(secondFactorUrl.pattern, opened, (request, reply) => takeApp(request, reply, deps))
}

async function passwordForm({ db }: Deps, { actor, stage }: RequestSession) {
  const rules = await reading(db, atTheDoor(actor), signInRules)
  const hint = rulesInWords(rules.password)
  return stage === 'new-password' ? firstPasswordForm(hint) : changePasswordForm(hint)
}

async function showPassword(request: FastifyRequest, reply: FastifyReply, deps: Deps, again?: Again) {
  const session = ownSession(request)
  if (!session.accountId) return seeOther(reply, accountUrl())
  const urls = { here: newPasswordUrl(), advice: passwordAdviceUrl(), account: accountUrl() }
  const page = (
    <NewPasswordPage
      frame={await schoolFrame(request, deps, session.schoolId)}
      context={contextOf(deps)}
      form={await passwordForm(deps, session)}
      urls={urls}
      next={nextOf(again ? request.body : request.query)}
      asked={session.stage === 'new-password'}
      errors={again?.errors}
    />
  )
  return sendPage(reply, page, again?.status)
}

async function takePassword(request: FastifyRequest, reply: FastifyReply, deps: Deps) {
  const session = ownSession(request)
  const form = await passwordForm(deps, session)
  const parsed = parseForm(form, request.body, contextOf(deps))
  if (!parsed.ok) return showPassword(request, reply, deps, { errors: parsed.errors, status: 400 })
  const values = parsed.values as { readonly 'new-password': string; readonly 'old-password'?: string }
  const outcome = await orRefusal(changePassword(request, deps, session, values))
  if (outcome instanceof Refusal)
    return showPassword(request, reply, deps, { errors: [refusalError(form, outcome)], status: statusFor(outcome) })
  if (outcome) leaveDeviceMark(reply, deps.publicUrl, outcome)
  return seeOther(reply, nextOf(request.body) ?? accountUrl())
}

async function changePassword(
  request: FastifyRequest,
  deps: Deps,
  session: RequestSession,
  values: { readonly 'new-password': string; readonly 'old-password'?: string },
): Promise<string | null> {
  const old = values['old-password']
  if (old !== undefined)
    await checkOwnPassword(deps, session, { password: old, caller: callerOf(request), field: 'old-password' })
  return choosePassword(deps, session, values['new-password'])
}

/** Advice on what is being typed, for the script of the page. */
async function advise(request: FastifyRequest, deps: Deps) {
  return { advice: await passwordAdvice(deps, ownSession(request), textOf(request.body, 'password').slice(0, 256)) }
}

async function showApp(request: FastifyRequest, reply: FastifyReply, deps: Deps, again?: Again) {
  const session = ownSession(request)
  const account = session.accountId
  if (!account) return seeOther(reply, accountUrl())
  const next = nextOf(again ? request.body : request.query)
  const seed = await inSchool(deps.db, atTheDoor(session.actor), (tx) => pendingSeed(tx, deps.keys, account))
  const urls = {
    here: secondFactorUrl(),
    picture: secondFactorPictureUrl(),
    account: accountUrl(),
    passkey: passkeyObstacle(deps.publicUrl) ? null : addPasskeyUrl({ next: next ?? '' }),
  }
  const frame = await schoolFrame(request, deps, session.schoolId)
  const asked = session.stage === 'set-up-factor'
  const props = { frame, context: contextOf(deps), urls, keyToType: seedToType(seed), asked, next }
  return sendPage(reply, <SetUpAppPage {...props} errors={again?.errors} />, again?.status)
}

/** The seed as a picture. Never stored by the browser, like every answer of ours. */
async function sendPicture(request: FastifyRequest, reply: FastifyReply, deps: Deps) {
  const { accountId, actor } = ownSession(request)
  const svg = await inSchool(deps.db, atTheDoor(actor), async (tx) => {
    const account = accountId ? await accountById(tx, accountId) : null
    if (!account) throw new Refusal('not-found', 'There is no account to set this up for.')
    const { name } = await thisSchool(tx)
    const address = totpAddress(await pendingSeed(tx, deps.keys, account.id), name, account.username)
    return qrSvg(address, 'Picture for your authenticator app to scan')
  })
  return reply.type('image/svg+xml').send(svg)
}

async function takeApp(request: FastifyRequest, reply: FastifyReply, deps: Deps) {
  const { accountId, personId: person, actor, schoolId } = ownSession(request)
  if (!accountId) return seeOther(reply, accountUrl())
  const parsed = parseForm(confirmAppForm, request.body, contextOf(deps))
  if (!parsed.ok) return showApp(request, reply, deps, { errors: parsed.errors, status: 400 })
  const owner = { account: accountId, person }
  const codes = await orRefusal(
    inSchool(deps.db, atTheDoor(actor), async (tx) => {
      await confirmTotp(tx, deps.keys, owner, parsed.values.code)
      return makeRecoveryCodes(tx, deps.keys, owner)
    }),
  )
  if (codes instanceof Refusal)
    return showApp(request, reply, deps, { errors: [refusalError(confirmAppForm, codes)], status: 400 })
  const frame = await schoolFrame(request, deps, schoolId)
  const onward = nextOf(request.body) ?? accountUrl()
  return sendPage(reply, <RecoveryCodesPage frame={frame} codes={codes} onward={onward} />)
}
