import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import type { FormContext, PersonChoice } from '../../../engine/forms/field.js'
import { parseForm } from '../../../engine/forms/parse-form.js'
import type { FormError } from '../../../engine/forms/parse-form.js'
import { inSchool, reading } from '../../../kernel/db/in-school.js'
import { sightFrom } from '../../../kernel/db/sight.js'
import { isId } from '../../../kernel/ids.js'
import { record } from '../../../kernel/journal/record.js'
import { Refusal } from '../../../kernel/refusal.js'
import { frameOf } from '../../../web/frames.js'
import type { Typed } from '../../../web/kept-fields.js'
import { placeFrom, sliceOf } from '../../../kernel/paging.js'
import { actorOf, needs, sendPage } from '../../../web/who.js'
import { calendarOf } from '../../people/index.js'
import { activePack } from '../../policy/index.js'
import { searchForm } from '../forms/act-forms.js'
import { keptBy } from '../kept-by.js'
import { ConcernScreen } from '../pages/inbox/concern.js'
import { InboxPage } from '../pages/inbox/inbox.js'
import { SearchPage } from '../pages/inbox/search.js'
import { concernPage } from '../queries/concern-page.js'
import { inboxCounts, openConcerns, pageSize, shows } from '../queries/open-concerns.js'
import { searchConcerns } from '../queries/search-concerns.js'
import { concernsUrl, concernUrl, searchUrl } from '../urls.js'
import { concernActRoutes } from './concern-act-routes.js'

export const mayRead = needs('concerns.read')

/** The inbox, one concern, and search, for those who decide. Every look at a concern is journalled. */
export function concernRoutes(app: FastifyInstance, deps: Deps): void {
  app.get(concernsUrl.pattern, mayRead, (request, reply) => showInbox(request, reply, deps))
  app.get(searchUrl.pattern, mayRead, (request, reply) => search(request, reply, deps, null))
  app.post(searchUrl.pattern, mayRead, (request, reply) => search(request, reply, deps, request.body ?? {}))
  app.get<{ Params: { concern: string } }>(concernUrl.pattern, mayRead, (request, reply) =>
    showConcern(request, reply, deps, { concern: request.params.concern }),
  )
  concernActRoutes(app, deps)
}

async function showInbox(request: FastifyRequest, reply: FastifyReply, { db }: Deps): Promise<FastifyReply> {
  const frame = await frameOf(request)
  const asked = (request.query as { show?: unknown }).show
  const show = shows.find((one) => one === asked) ?? 'new'
  const place = placeFrom(request.query)
  const page = await reading(db, actorOf(request), async (tx) => {
    const [rows, counts, { pack }, calendar] = await Promise.all([
      openConcerns(tx, { show, place }),
      inboxCounts(tx),
      activePack(tx),
      calendarOf(tx),
    ])
    const slice = sliceOf(rows, place, pageSize, ({ key }) => key)
    const keeps = keptBy(pack, 'same-day-triage', 'conflict-routing')
    return <InboxPage {...{ frame, show, slice, counts, keeps, calendar, now: tx.now }} />
  })
  return sendPage(reply, page)
}

async function search(request: FastifyRequest, reply: FastifyReply, { db }: Deps, body: unknown) {
  const frame = await frameOf(request)
  const { page, wrong } = await reading(db, actorOf(request), async (tx) => {
    const parsed = body === null ? null : parseForm(searchForm, body, { now: tx.now })
    const found = parsed?.ok ? await searchConcerns(tx, parsed.values.sought) : null
    const errors = parsed && !parsed.ok ? parsed.errors : []
    const shown = { frame, found, errors, typed: parsed?.typed ?? {}, calendar: await calendarOf(tx), now: tx.now }
    return { page: <SearchPage {...shown} />, wrong: errors.length > 0 }
  })
  return sendPage(reply, page, wrong ? 400 : 200)
}

/** What one of the acts came back with. */
export interface CameBack {
  readonly act: string
  readonly typed: Typed
  readonly errors: readonly FormError[]
  readonly context?: FormContext
  readonly found?: Readonly<Record<string, readonly PersonChoice[]>> | undefined
}

export interface ShowConcern {
  readonly concern: string
  readonly cameBack?: CameBack
}

/** The screen of one concern. Looking at it is an act, and goes into the journal with it. */
export async function showConcern(
  request: FastifyRequest,
  reply: FastifyReply,
  { db }: Deps,
  { concern, cameBack }: ShowConcern,
): Promise<FastifyReply> {
  if (!isId(concern)) throw new Refusal('not-found', 'There is no such concern, or it is not yours to see.')
  const frame = await frameOf(request)
  const { powers } = actorOf(request)
  const page = await inSchool(db, actorOf(request), async (tx) => {
    const known = await concernPage(tx, concern)
    const about = { table: 'concern', id: concern }
    await record(tx, { act: 'concern.viewed', about, sight: sightFrom(known.concern) })
    const { act = null, typed = {}, errors = [], context = { now: tx.now }, found } = cameBack ?? {}
    const mayTriage = powers.has('concerns.triage')
    const mayAnswer = mayTriage || powers.has('bother.answer')
    const keeps = keptBy(known.pack, 'same-day-triage', 'bother-button')
    return (
      <ConcernScreen
        {...known}
        {...{ frame, act, typed, errors, context, found, mayTriage, mayAnswer, keeps, now: tx.now }}
      />
    )
  })
  return sendPage(reply, page, cameBack && cameBack.errors.length > 0 ? 400 : 200)
}
