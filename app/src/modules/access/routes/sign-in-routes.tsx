import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import { refusalError } from '../../../engine/forms/form-errors.js'
import { parseForm } from '../../../engine/forms/parse-form.js'
import type { FormError } from '../../../engine/forms/parse-form.js'
import { Refusal } from '../../../kernel/refusal.js'
import { listSchools } from '../../../kernel/school.js'
import { frameOf } from '../../../web/frames.js'
import type { Typed } from '../../../web/kept-fields.js'
import { needs, seeOther, sendPage } from '../../../web/who.js'
import { signInWithFirstCode } from '../commands/sign-in-with-first-code.js'
import { signInWithPassword } from '../commands/sign-in-with-password.js'
import { firstSignInForm, signInForm } from '../forms.js'
import { ChooseSchoolPage } from '../pages/choose-school.js'
import { FirstSignInPage } from '../pages/first-sign-in.js'
import { SignInPage } from '../pages/sign-in.js'
import { passkeyObstacle } from '../passkey/relying-party.js'
import { sessionOf } from '../request/request-session.js'
import { firstSignInUrl, passkeySignInUrl, schoolSignInUrl, signInUrl, todayUrl } from '../urls.js'
import { looksLikeFirstCode } from '../recovery/first-sign-in-code.js'
import { callerOf, contextOf, letIn, nextOf, orRefusal, schoolFrame, schoolNamed, statusFor } from './answering.js'

type ForSchool = FastifyRequest<{ Params: { school: string } }>

/** What a page that came back carries. */
interface Again {
  readonly typed: Typed
  readonly errors: readonly FormError[]
  readonly status: number
}

/** /sign-in and what stands under a school's slug. */
export function signInRoutes(app: FastifyInstance, deps: Deps): void {
  app.get(signInUrl.pattern, needs('public'), (request, reply) => chooseSchool(request, reply, deps))
  app.get(schoolSignInUrl.pattern, needs('public'), (request: ForSchool, reply) => showSignIn(request, reply, deps))
  app.post(schoolSignInUrl.pattern, needs('public'), (request: ForSchool, reply) => takeSignIn(request, reply, deps))
  app.get(firstSignInUrl.pattern, needs('public'), (request: ForSchool, reply) => showFirst(request, reply, deps))
  app.post(firstSignInUrl.pattern, needs('public'), (request: ForSchool, reply) => takeFirst(request, reply, deps))
}

/** With one school there is nothing to choose. Whoever is in already goes on. */
async function chooseSchool(request: FastifyRequest, reply: FastifyReply, { db }: Deps) {
  const next = nextOf(request.query)
  if (sessionOf(request)) return seeOther(reply, next ?? todayUrl())
  const schools = await listSchools(db)
  const hrefOf = (slug: string) => schoolSignInUrl({ school: slug }, { next: next ?? '' })
  if (schools.length === 1 && schools[0]) return seeOther(reply, hrefOf(schools[0].slug))
  const listed = schools.map(({ slug, name, example }) => ({ name, example, href: hrefOf(slug) }))
  return sendPage(reply, <ChooseSchoolPage frame={await frameOf(request)} schools={listed} />)
}

async function showSignIn(request: ForSchool, reply: FastifyReply, deps: Deps, again?: Again) {
  const next = again ? nextOf(request.body) : nextOf(request.query)
  if (sessionOf(request)) return seeOther(reply, next ?? todayUrl())
  const { slug: school, school_id } = await schoolNamed(deps, request.params.school)
  const params = { school }
  const urls = {
    here: schoolSignInUrl(params),
    first: firstSignInUrl(params),
    passkey: passkeyObstacle(deps.publicUrl) ? null : passkeySignInUrl(params, { next: next ?? '' }),
  }
  const props = { frame: await schoolFrame(request, deps, school_id), context: contextOf(deps), urls, next }
  return sendPage(reply, <SignInPage {...props} typed={again?.typed} errors={again?.errors} />, again?.status)
}

async function takeSignIn(request: ForSchool, reply: FastifyReply, deps: Deps) {
  const { school_id } = await schoolNamed(deps, request.params.school)
  const parsed = parseForm(signInForm, request.body, contextOf(deps))
  if (!parsed.ok) return showSignIn(request, reply, deps, { ...parsed, status: 400 })
  const { username: login, password, shared } = parsed.values
  const tried = { login, password, shared: shared.includes('yes'), caller: callerOf(request) }
  const outcome = await orRefusal(signInWithPassword(deps, school_id, tried))
  if (!(outcome instanceof Refusal)) return letIn(reply, deps, outcome, nextOf(request.body))
  const errors = [refusalError(signInForm, asSlip(outcome, password))]
  return showSignIn(request, reply, deps, { typed: parsed.typed, errors, status: statusFor(outcome) })
}

/** Whoever typed a slip's code into the wrong box is told so; nothing is said of whether the code is any account's. */
const asSlip = (outcome: Refusal, password: string): Refusal =>
  outcome.kind === 'invalid' && looksLikeFirstCode(password)
    ? new Refusal(
        'invalid',
        'That looks like the code of a slip. Choose “I have a slip with a code” below.',
        'password',
      )
    : outcome

async function showFirst(request: ForSchool, reply: FastifyReply, deps: Deps, again?: Again) {
  const { slug: school, school_id } = await schoolNamed(deps, request.params.school)
  const urls = { here: firstSignInUrl({ school }), signIn: schoolSignInUrl({ school }) }
  const props = { frame: await schoolFrame(request, deps, school_id), context: contextOf(deps), urls }
  return sendPage(reply, <FirstSignInPage {...props} typed={again?.typed} errors={again?.errors} />, again?.status)
}

async function takeFirst(request: ForSchool, reply: FastifyReply, deps: Deps) {
  const { school_id } = await schoolNamed(deps, request.params.school)
  const parsed = parseForm(firstSignInForm, request.body, contextOf(deps))
  const withoutCode = ({ code: _code, ...rest }: Typed): Typed => rest
  if (!parsed.ok)
    return showFirst(request, reply, deps, { errors: parsed.errors, typed: withoutCode(parsed.typed), status: 400 })
  const { username: login, code, shared } = parsed.values
  const tried = { login, code, shared: shared.includes('yes'), caller: callerOf(request) }
  const outcome = await orRefusal(signInWithFirstCode(deps, school_id, tried))
  if (!(outcome instanceof Refusal)) return letIn(reply, deps, outcome, null)
  const errors = [refusalError(firstSignInForm, outcome)]
  return showFirst(request, reply, deps, { errors, typed: withoutCode(parsed.typed), status: statusFor(outcome) })
}
