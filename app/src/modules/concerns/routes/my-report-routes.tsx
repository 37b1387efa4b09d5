import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import { refusalError } from '../../../engine/forms/form-errors.js'
import { parseForm } from '../../../engine/forms/parse-form.js'
import type { FormError } from '../../../engine/forms/parse-form.js'
import { reading } from '../../../kernel/db/in-school.js'
import { isId, newId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import { frameOf } from '../../../web/frames.js'
import type { Typed } from '../../../web/kept-fields.js'
import { actorOf, needs, seeOther, sendPage } from '../../../web/who.js'
import { addToOwnReport } from '../commands/add-to-concern.js'
import { additionForm } from '../forms/addition-form.js'
import { MinePage } from '../pages/report/mine.js'
import { MyReportPage } from '../pages/report/my-report.js'
import { myReports, myWords } from '../queries/my-reports.js'
import { myReportsUrl, myReportUrl } from '../urls.js'

const signedIn = needs('signed-in')

/** What somebody reported themselves: how it stands, what they wrote, and adding to it. */
export function myReportRoutes(app: FastifyInstance, deps: Deps): void {
  app.get(myReportsUrl.pattern, signedIn, async (request, reply) => {
    const frame = await frameOf(request)
    const { reports, now } = await reading(deps.db, actorOf(request), async (tx) => ({
      reports: await myReports(tx),
      now: tx.now,
    }))
    return sendPage(reply, <MinePage frame={frame} reports={reports} now={now} />)
  })
  app.get<{ Params: { concern: string } }>(myReportUrl.pattern, signedIn, (request, reply) =>
    show(request, reply, deps, { concern: request.params.concern, typed: { key: newId() as string }, errors: [] }),
  )
  app.post<{ Params: { concern: string } }>(myReportUrl.pattern, signedIn, (request, reply) =>
    add(request, reply, deps, request.params.concern),
  )
}

interface Shown {
  readonly concern: string
  readonly typed: Typed
  readonly errors: readonly FormError[]
}

async function show(request: FastifyRequest, reply: FastifyReply, deps: Deps, { concern, typed, errors }: Shown) {
  const frame = await frameOf(request)
  const page = await reading(deps.db, actorOf(request), async (tx) => {
    const report = isId(concern) ? (await myReports(tx, 1000)).find(({ id }) => id === concern) : undefined
    if (!report) throw new Refusal('not-found', 'You have sent no such report.')
    const words = await myWords(tx, concern)
    return <MyReportPage {...{ frame, report, words, typed, errors }} context={{ now: tx.now }} />
  })
  return sendPage(reply, page, errors.length > 0 ? 400 : 200)
}

async function add(request: FastifyRequest, reply: FastifyReply, deps: Deps, concern: string) {
  if (!isId(concern)) throw new Refusal('not-found', 'You have sent no such report.')
  const parsed = parseForm(additionForm, request.body, { now: deps.db.clock.now() })
  if (!parsed.ok) return show(request, reply, deps, { concern, typed: parsed.typed, errors: parsed.errors })
  try {
    await addToOwnReport(deps.db, actorOf(request), { ...parsed.values, concern })
  } catch (fault) {
    if (!(fault instanceof Refusal) || fault.kind !== 'invalid') throw fault
    const errors = [refusalError(additionForm, fault)]
    return show(request, reply, deps, { concern, typed: parsed.typed, errors })
  }
  return seeOther(reply, myReportUrl({ concern }))
}
