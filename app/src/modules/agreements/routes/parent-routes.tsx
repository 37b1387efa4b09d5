import { createHmac, randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import '@fastify/cookie'
import type { Deps } from '../../../engine/deps.js'
import { languagesOf, textOf, unsignedOf } from '../../../engine/agreements/text.js'
import { newId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import { needs, seeOther, sendPage } from '../../../web/who.js'
import { publicFrame, publicSchool } from '../../policy/index.js'
import type { PublicSchool } from '../../policy/index.js'
import { answered, findInvitation, invitationHash, shutBy } from '../commands/invitations.js'
import type { Shut } from '../commands/invitations.js'
import { parentView, signAsParent } from '../commands/sign-as-parent.js'
import type { ParentAnswer, ParentView } from '../commands/sign-as-parent.js'
import { ParentDonePage, ParentDoorPage, ParentShutPage } from '../pages/parent.js'
import { SignPage } from '../pages/sign.js'
import type { SignProblem } from '../pages/sign-form.js'
import type { FactKind, InvitationRow } from '../schema.js'
import * as urls from '../urls.js'
import { signingWords, wordsIn } from '../words.js'
import { shutWords } from '../shut-words.js'
import { answersIn, dateTyped, fieldsOf, keyOf } from './fields.js'

type AtSecret = FastifyRequest<{ Params: { school: string; secret: string }; Querystring: { language?: string } }>
const anybody = needs('public')
const browserCookie = 'hedgerow_family'

/** A parent signs by a link or a letter's code: no account, and nothing shown beyond the child's first name. */
export function parentRoutes(app: FastifyInstance, deps: Deps): void {
  app.get(urls.parentLinkUrl.pattern, anybody, (request: AtSecret, reply) => open(request, reply, deps))
  app.post(urls.parentLinkUrl.pattern, anybody, (request: AtSecret, reply) => take(request, reply, deps))
}

/** A link on its way: the school, the invitation, and the browser that asks. */
interface Visit {
  readonly request: AtSecret
  readonly reply: FastifyReply
  readonly deps: Deps
  readonly here: PublicSchool
  readonly invitation: InvitationRow
  readonly view: ParentView
  readonly language: string
}

const browserOf = (request: FastifyRequest, deps: Deps): string | null => {
  const carried = request.cookies[browserCookie]
  return carried ? createHmac('sha256', deps.keys.receipt).update(`family browser\n${carried}`).digest('hex') : null
}

async function visit(request: AtSecret, reply: FastifyReply, deps: Deps): Promise<Visit | null> {
  const here = await publicSchool(deps, request.params.school)
  const { school_id } = here.school
  const hash = invitationHash(deps.keys, school_id, request.params.secret)
  const invitation = await findInvitation(deps, school_id, hash)
  const shut = shutBy(invitation, deps.db.clock.now(), browserOf(request, deps))
  if (shut || !invitation) {
    await showShut(request, reply, here, shut ?? 'unknown')
    return null
  }
  const view = await parentView(deps, school_id, invitation)
  return { request, reply, deps, here, invitation, view, language: languageOf(request) }
}

/** The language that the form or the address asks for, English where we have no such words. */
function languageOf({ body, query }: AtSecret): string {
  const asked = fieldsOf(body)['language'] ?? query.language ?? 'en'
  return Object.hasOwn(signingWords, asked) ? asked : 'en'
}

async function showShut(request: AtSecret, reply: FastifyReply, here: PublicSchool, shut: Shut) {
  const { phone, slug } = here.school
  const lang = languageOf(request)
  const words = shutWords[lang] ?? (shutWords['en'] as NonNullable<(typeof shutWords)[string]>)
  const address = { school: slug, secret: request.params.secret }
  const props = {
    frame: await publicFrame(request, here),
    lang,
    why: words.why[shut],
    office: words.office(phone),
    orLetter: words.orLetter,
    typeIt: words.typeIt,
    codeUrl: urls.parentCodeUrl({ school: slug }),
    label: wordsIn(lang).languages,
    languages: otherThan(lang, Object.keys(shutWords), (language) => urls.parentLinkUrl(address, { language })),
  }
  const page = <ParentShutPage {...props} />
  return sendPage(reply, page, shut === 'unknown' ? 404 : 410)
}

async function open(request: AtSecret, reply: FastifyReply, deps: Deps) {
  const at = await visit(request, reply, deps)
  if (!at) return reply
  return at.invitation.browser_hash === null ? showDoor(at, false) : showNext(at, {}, [])
}

const here = ({ here: { school }, request }: Visit, language?: string) =>
  urls.parentLinkUrl({ school: school.slug, secret: request.params.secret }, language ? { language } : {})

const otherThan = (own: string, some: readonly string[], hrefOf: (language: string) => string) =>
  some.filter((one) => one !== own).map((language) => ({ language, href: hrefOf(language) }))

const otherLanguages = (at: Visit, some: readonly string[]) =>
  otherThan(at.language, some, (language) => here(at, language))

async function showDoor(at: Visit, wrong: boolean) {
  const words = wordsIn(at.language)
  const props = {
    lang: at.language,
    words,
    about: words.about(at.view.child.first),
    action: here(at),
    asks: at.view.child.born ? ('born' as const) : ('family' as const),
    wrong,
    languages: otherLanguages(at, Object.keys(signingWords)),
  }
  return sendPage(
    at.reply,
    <ParentDoorPage frame={await publicFrame(at.request, at.here)} {...props} />,
    wrong ? 400 : 200,
  )
}

/** The next agreement that waits, or word that none does. */
async function showNext(at: Visit, typed: Readonly<Record<string, string>>, problems: readonly SignProblem[]) {
  const words = wordsIn(at.language)
  const frame = await publicFrame(at.request, at.here)
  const about = words.about(at.view.child.first)
  const next = at.view.owed.find(({ agreement }) => agreement.id === typed['agreement']) ?? at.view.owed[0]
  if (!next)
    return sendPage(
      at.reply,
      <ParentDonePage {...{ frame, words, about, receipts: [], refused: false, next: null }} lang={at.language} />,
    )
  const { agreement, changed } = next
  const text = textOf(agreement, at.language)
  const props = {
    text,
    words,
    about,
    action: here(at),
    hidden: { key: typed['key'] ?? newId(), language: at.language, agreement: agreement.id },
    facts: agreement.facts ?? [],
    unsigned: unsignedOf(agreement, text.language),
    changed,
    typed,
    problems,
    languages: otherLanguages(at, languagesOf(agreement)),
  }
  return sendPage(at.reply, <SignPage frame={frame} {...props} />, problems.length > 0 ? 400 : 200)
}

async function take(request: AtSecret, reply: FastifyReply, deps: Deps) {
  const at = await visit(request, reply, deps)
  if (!at) return reply
  const fields = fieldsOf(request.body)
  if (at.invitation.browser_hash === null) return takeAnswer(at, fields['known'] ?? '')
  try {
    const answer = answerFrom(fields, at.language)
    return await showDone(at, await signAsParent(deps, at.here.school.school_id, at.invitation, answer))
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    return answerRefused(at, fields, fault)
  }
}

function answerRefused(at: Visit, fields: Readonly<Record<string, string>>, refusal: Refusal) {
  // Somebody was faster, perhaps this very browser in another window: the link itself says what is left to do.
  if (refusal.kind === 'conflict') return seeOther(at.reply, here(at, at.language))
  if (refusal.kind !== 'invalid') throw refusal
  const words = wordsIn(at.language)
  const aboutName = refusal.message === 'unknown' ? words.nameUnknown : words.nameMissing
  const sentence = refusal.field === 'name' ? aboutName : words.answerMissing
  return showNext(at, fields, [{ field: refusal.field ?? 'main', sentence }])
}

/** Thank you, the code to keep, and the way to the next one that waits. */
async function showDone(at: Visit, done: Awaited<ReturnType<typeof signAsParent>>) {
  const words = wordsIn(at.language)
  const props = {
    frame: await publicFrame(at.request, at.here),
    words,
    lang: at.language,
    about: words.about(at.view.child.first),
    receipts: done.code ? [{ title: done.title, code: done.code }] : [],
    refused: done.code === null,
    next: done.left > 0 ? here(at, at.language) : null,
  }
  return sendPage(at.reply, <ParentDonePage {...props} />)
}

const answerFrom = (fields: Readonly<Record<string, string>>, language: string): ParentAnswer => ({
  key: keyOf(fields),
  agreement: fields['agreement'] ?? '',
  language,
  name: fields['name'] ?? '',
  answers: answersIn(fields),
  facts: (fields['facts'] ?? '').split(',').filter((one): one is FactKind => one === 'read' || one === 'discussed'),
  no: fields['go'] === 'no',
  reason: fields['reason'] || null,
})

/** The answer to the one question: right, and this browser is the link's; wrong, and it is counted. */
async function takeAnswer(at: Visit, known: string) {
  const { child } = at.view
  const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
  const right = child.born ? dateTyped(known)?.equals(child.born) === true : plain(known) === plain(child.family)
  const {
    deps,
    here: { school },
    invitation,
    reply,
    request,
  } = at
  if (!right) {
    await answered(deps, school.school_id, invitation.secret_hash, null)
    const shut = shutBy(await findInvitation(deps, school.school_id, invitation.secret_hash), deps.db.clock.now(), null)
    return shut ? showShut(request, reply, at.here, shut) : showDoor(at, true)
  }
  const carried = request.cookies[browserCookie] ?? randomBytes(16).toString('base64url')
  const browser = createHmac('sha256', deps.keys.receipt).update(`family browser\n${carried}`).digest('hex')
  if (!(await answered(deps, school.school_id, invitation.secret_hash, { browser })))
    return showShut(request, reply, at.here, 'other-browser')
  const secure = deps.publicUrl.startsWith('https://')
  void reply.setCookie(browserCookie, carried, {
    path: '/sign',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    maxAge: 28 * 86_400,
  })
  return seeOther(reply, here(at, at.language))
}
