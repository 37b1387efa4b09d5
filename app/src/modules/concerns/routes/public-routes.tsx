import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Temporal } from 'temporal-polyfill'
import type { Deps } from '../../../engine/deps.js'
import { parseForm } from '../../../engine/forms/parse-form.js'
import { newId } from '../../../kernel/ids.js'
import type { PostId } from '../../../kernel/ids.js'
import { sendPage } from '../../../web/who.js'
import { reportConcern } from '../commands/report-concern.js'
import type { Report } from '../commands/report-concern.js'
import { publicForm } from '../forms/public-form.js'
import { describedPeople } from '../forms/report-from-draft.js'
import { helpFor } from '../pages/report/help-now.js'
import { PublicCheckPage } from '../pages/public/check.js'
import type { PublicValues } from '../pages/public/check.js'
import { PublicSentPage } from '../pages/public/sent.js'
import { PublicTellPage } from '../pages/public/tell.js'
import { planRoute } from '../plan-route.js'
import { readersOf } from '../queries/readers.js'
import type { ConcernRoute } from '../route-concern.js'
import { receiptHash } from '../receipt.js'
import { receiptFor } from '../receipt-for.js'
import { botherUrl, publicReportUrl, publicReturnUrl } from '../urls.js'
import { anybody } from './bother-routes.js'
import type { AtSchool } from './bother-routes.js'
import type { Doors } from './doors.js'
import { publicFrame, publicSchool } from '../../policy/index.js'
import type { PublicSchool } from '../../policy/index.js'
import { isFreshlySent } from './freshly-sent.js'
import { publicReturnRoutes } from './public-return-routes.js'
import { waitingPage } from './waiting-page.js'

/** Reporting by parents, visitors and neighbours: one form, a look at it, sent. No account, and no trace of the sender. */
export function publicRoutes(app: FastifyInstance, deps: Deps, doors: Doors): void {
  app.get<AtSchool>(publicReportUrl.pattern, anybody, async (request, reply) => {
    const here = await publicSchool(deps, request.params.school)
    return showForm({ request, reply, deps, here }, { key: newId() })
  })
  app.post<AtSchool>(publicReportUrl.pattern, anybody, (request, reply) => take(request, reply, deps, doors))
  publicReturnRoutes(app, deps, doors)
}

interface Visit {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly deps: Deps
  readonly here: PublicSchool
}

/** The form, with what was typed; what is missing is said once it was sent. */
async function showForm(
  { request, reply, deps, here }: Visit,
  body: Readonly<Record<string, unknown>>,
  sent = false,
): Promise<FastifyReply> {
  const context = { now: deps.db.clock.now() }
  const parsed = parseForm(publicForm(here.pack), body, context)
  const errors = sent && !parsed.ok ? parsed.errors : []
  const { slug: school } = here.school
  const urls = {
    tell: publicReportUrl({ school }),
    return: publicReturnUrl({ school }),
    bother: botherUrl({ school }),
  }
  const frame = await publicFrame(request, here)
  const page = <PublicTellPage {...{ frame, pack: here.pack, context, typed: parsed.typed, errors, urls }} />
  return sendPage(reply, page, errors.length > 0 ? 400 : 200)
}

async function take(request: FastifyRequest<AtSchool>, reply: FastifyReply, deps: Deps, doors: Doors) {
  const here = await publicSchool(deps, request.params.school)
  const body = (request.body ?? {}) as Readonly<Record<string, unknown>>
  const parsed = parseForm(publicForm(here.pack), body, { now: deps.db.clock.now() })
  const visit = { request, reply, deps, here }
  if (!parsed.ok) return showForm(visit, body, true)
  if (body.go === 'change') return showForm(visit, body)
  if (body.go !== 'send') return showCheck(visit, parsed)
  const turn = await doors.gate.take(request.ip, () => send(deps, here, parsed.values))
  const frame = await publicFrame(request, here)
  const { slug: school } = here.school
  if (turn.kind === 'busy') return sendPage(reply, waitingPage(frame, publicReportUrl({ school }), body), 503)
  const { told, words, readers } = turn.result
  const help = helpFor(here.pack.help, 'parent')
  const by = told.by ? Temporal.Instant.from(told.by) : null
  const { reference } = told
  const returnUrl = publicReturnUrl({ school })
  const now = deps.db.clock.now()
  return sendPage(reply, <PublicSentPage {...{ frame, reference, words, readers, by, now, help, returnUrl }} />)
}

async function showCheck(
  { request, reply, deps, here }: Visit,
  { typed, values }: { readonly typed: Parameters<typeof PublicCheckPage>[0]['typed']; readonly values: PublicValues },
): Promise<FastifyReply> {
  const frame = await publicFrame(request, here)
  const readers = readersOf(here.pack, await routeFor(deps, here, values))
  const context = { now: deps.db.clock.now() }
  const action = publicReportUrl({ school: here.school.slug })
  return sendPage(reply, <PublicCheckPage {...{ frame, pack: here.pack, context, typed, values, readers, action }} />)
}

function routeFor({ db }: Deps, { visitor }: PublicSchool, values: PublicValues): Promise<ConcernRoute> {
  const about = { persons: [], posts: values.about as readonly string[] as readonly PostId[] }
  return planRoute(db, visitor, about, { channel: 'public', urgent: values.danger === 'yes' })
}

async function send(deps: Deps, here: PublicSchool, values: PublicValues) {
  const { school_id } = here.school
  const receipt = receiptFor(deps.keys.receipt, school_id, values.key)
  const route = await routeFor(deps, here, values)
  const hash = (held: typeof receipt.words | string) => receiptHash(deps.keys.receipt, school_id, held)
  const { happened, place, platform, device, address, danger } = values
  const report: Report = {
    key: values.key,
    channel: 'public',
    words: values.words,
    people: describedPeople(here.pack, values.described),
    aboutPosts: values.about as readonly string[] as readonly PostId[],
    reporterName: values.name,
    reporterContact: values.contact,
    told_by: null,
    known_at: null,
    done_already: null,
    happened,
    place,
    platform,
    device,
    address,
    danger,
    conversation: {
      wordsHash: hash(receipt.words),
      secretHash: hash(receipt.secret),
      wish: null,
      forWhom: null,
      picked: [],
      childName: null,
      childClass: null,
    },
  }
  const told = await reportConcern(deps.db, here.visitor, report, route)
  const readers = readersOf(here.pack, route)
  return { told, words: isFreshlySent(told.concern, deps.db.clock.now()) ? receipt.words : null, readers }
}
