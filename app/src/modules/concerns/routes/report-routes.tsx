import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Temporal } from 'temporal-polyfill'
import type { Deps } from '../../../engine/deps.js'
import { parseForm } from '../../../engine/forms/parse-form.js'
import { inSchool, reading } from '../../../kernel/db/in-school.js'
import { outcomeOf } from '../../../kernel/db/once.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import { isId, newId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import { thisSchool } from '../../../kernel/school.js'
import { frameOf } from '../../../web/frames.js'
import type { Typed } from '../../../web/kept-fields.js'
import { actorOf, needs, seeOther, sendPage } from '../../../web/who.js'
import { activePack } from '../../policy/index.js'
import { complainedOf, reportConcern } from '../commands/report-concern.js'
import type { Report, Reported } from '../commands/report-concern.js'
import { dropDraft } from '../commands/save-draft.js'
import { firstForm } from '../forms/report-forms.js'
import { reportFromDraft } from '../forms/report-from-draft.js'
import { CheckPage } from '../pages/report/check.js'
import { FirstPage } from '../pages/report/first.js'
import { helpFor } from '../pages/report/help-now.js'
import { SentPage } from '../pages/report/sent.js'
import { planRoute, readersNow } from '../plan-route.js'
import { draftOf, myDrafts } from '../queries/draft-of.js'
import { myReports } from '../queries/my-reports.js'
import { readersOf } from '../queries/readers.js'
import { dropDraftUrl, reportStepUrl, reportUrl, sentReportUrl } from '../urls.js'
import { contextFor, draftIn } from './context.js'
import { keepBoxes, pickedInTyped } from './draft-boxes.js'
import { stepRoutes } from './step-routes.js'

const mayReport = needs('concerns.report')

/** Reporting with an account: first, what happened, who and where, check and send, sent. */
export function reportRoutes(app: FastifyInstance, deps: Deps): void {
  app.get<{ Querystring: { draft?: string } }>(reportUrl.pattern, mayReport, (request, reply) =>
    showFirst(request, reply, deps, { draft: request.query.draft }),
  )
  app.post(reportUrl.pattern, mayReport, (request, reply) => begin(request, reply, deps))
  stepRoutes(app, deps)
  app.get<{ Params: { draft: string } }>('/reports/:draft/check', mayReport, (request, reply) =>
    showCheck(request, reply, deps, draftIn(request.params.draft)),
  )
  app.post<{ Params: { draft: string } }>('/reports/:draft/check', mayReport, (request, reply) =>
    send(request, reply, deps, draftIn(request.params.draft)),
  )
  app.get<{ Params: { draft: string } }>(sentReportUrl.pattern, mayReport, (request, reply) =>
    showSent(request, reply, deps, draftIn(request.params.draft)),
  )
  app.post<{ Params: { draft: string } }>(dropDraftUrl.pattern, mayReport, async (request, reply) => {
    await inSchool(deps.db, actorOf(request), (tx) => dropDraft(tx, draftIn(request.params.draft)))
    return seeOther(reply, reportUrl())
  })
}

interface First {
  /** A draft whose first screen is opened again. */
  readonly draft?: string | undefined
  /** What was sent and is not complete. */
  readonly body?: unknown
}

async function showFirst(request: FastifyRequest, reply: FastifyReply, { db }: Deps, { draft, body }: First) {
  const frame = await frameOf(request)
  const page = await reading(db, actorOf(request), async (tx) => {
    const { pack } = await activePack(tx)
    const context = { now: tx.now }
    const parsed = body === undefined ? null : parseForm(firstForm(pack), body, context)
    const { phone } = await thisSchool(tx)
    const typed = parsed?.typed ?? (await firstTyped(tx, draft))
    const errors = parsed && !parsed.ok ? parsed.errors : []
    const drafts = draft ? [] : await myDrafts(tx)
    return <FirstPage {...{ frame, pack, context, typed, errors, phone, drafts }} />
  })
  return sendPage(reply, page, body === undefined ? 200 : 400)
}

async function firstTyped(tx: ReadTx, draft: string | undefined): Promise<Typed> {
  const row = isId(draft) ? await draftOf(tx, draft) : null
  return row ? { ...(row.typed as Typed), draft: row.id } : { draft: newId() as string }
}

async function begin(request: FastifyRequest, reply: FastifyReply, deps: Deps) {
  const draft = await inSchool(deps.db, actorOf(request), async (tx) => {
    const { pack } = await activePack(tx)
    const parsed = parseForm(firstForm(pack), request.body, { now: tx.now })
    if (!parsed.ok) return null
    await keepBoxes(tx, parsed.values.draft, { pack, step: 'first' }, parsed.typed)
    return parsed.values.draft
  })
  return draft
    ? seeOther(reply, reportStepUrl({ draft, step: 'what' }))
    : showFirst(request, reply, deps, { body: request.body ?? {} })
}

async function showCheck(request: FastifyRequest, reply: FastifyReply, deps: Deps, draft: string) {
  const actor = actorOf(request)
  const read = await reading(deps.db, actor, (tx) => readDraftReport(tx, draft))
  if (!read) return seeOther(reply, sentReportUrl({ draft }))
  const { pack, typed, context, reading: report } = read
  if (!report.ready) return seeOther(reply, backTo(draft, report.step))
  const readers = readersOf(pack, await planRoute(deps.db, actor, ...routedBy(report.report)))
  const frame = await frameOf(request)
  return sendPage(reply, <CheckPage {...{ frame, pack, typed, context, draft, readers, errors: [] }} />)
}

/** The screen on which something is missing, showing what. */
const backTo = (draft: string, step: string): string =>
  step === 'first' ? reportUrl({ draft }) : reportStepUrl({ draft, step }, { look: 'missing' })

/** Null when the draft is gone: it was sent, from this page or another tab. */
async function readDraftReport(tx: ReadTx, id: string) {
  const row = await draftOf(tx, id)
  if (!row) return null
  const { pack } = await activePack(tx)
  const typed = row.typed as Typed
  const context = await contextFor(tx, pickedInTyped(typed))
  return { pack, typed, context, reading: reportFromDraft(pack, id, typed, context) }
}

const routedBy = (report: Report) =>
  [
    { persons: complainedOf(report), posts: report.aboutPosts },
    { channel: report.channel, urgent: report.danger === 'yes' },
  ] as const

/** Sends the draft. A second press finds it gone and shows the same confirmation. */
async function send(request: FastifyRequest, reply: FastifyReply, deps: Deps, draft: string) {
  const actor = actorOf(request)
  const read = await reading(deps.db, actor, (tx) => readDraftReport(tx, draft))
  if (read && !read.reading.ready) return seeOther(reply, backTo(draft, read.reading.step))
  if (read?.reading.ready) {
    await reportConcern(deps.db, actor, read.reading.report)
    await inSchool(deps.db, actor, (tx) => dropDraft(tx, draft))
  }
  return seeOther(reply, sentReportUrl({ draft }))
}

async function showSent(request: FastifyRequest, reply: FastifyReply, deps: Deps, draft: string) {
  const actor = actorOf(request)
  const sent = await reading(deps.db, actor, async (tx) => {
    const outcome = await outcomeOf<Reported>(tx, draft)
    const mine = outcome && (await myReports(tx)).find(({ id }) => id === outcome.concern)
    return outcome && mine ? { outcome, now: tx.now, pack: (await activePack(tx)).pack } : null
  })
  if (!sent) throw new Refusal('not-found', 'There is no such report here.')
  const { outcome, now, pack } = sent
  const readers = readersOf(pack, await readersNow(deps.db, actor, pack, outcome))
  const by = outcome.by ? Temporal.Instant.from(outcome.by) : null
  const help = helpFor(pack.help, 'staff')
  const drafts = ['what', 'who'].map((step) => `${draft}-${step}`)
  const frame = await frameOf(request)
  return sendPage(reply, <SentPage {...{ frame, readers, by, now, help, drafts, reference: outcome.reference }} />)
}
