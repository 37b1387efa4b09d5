import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Temporal } from 'temporal-polyfill'
import type { Deps } from '../../../engine/deps.js'
import { textOf } from '../../../engine/agreements/text.js'
import { publicIn } from '../../../kernel/actor.js'
import { dateInFull } from '../../../kernel/calendar/day-words.js'
import { londonDate, londonTime } from '../../../kernel/calendar/london.js'
import { inSchool, reading } from '../../../kernel/db/in-school.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import { newId } from '../../../kernel/ids.js'
import { linkSecret } from '../../../kernel/link-secret.js'
import { Refusal } from '../../../kernel/refusal.js'
import { thisSchool } from '../../../kernel/school.js'
import { frameOf } from '../../../web/frames.js'
import { actorOf, needs, seeOther, sendPage } from '../../../web/who.js'
import { publicFrame } from '../../policy/index.js'
import { agreementIn } from '../commands/sign.js'
import { startSession } from '../commands/signing-sessions.js'
import { arrive, leave, recordSupervision } from '../commands/visits.js'
import type { Arrived } from '../commands/visits.js'
import { DeskDonePage, DeskPage, VisitorsPage } from '../pages/visitors.js'
import { TabletOverPage } from '../pages/tablet.js'
import type { AgreementTables, VisitKind, VisitRow } from '../schema.js'
import * as urls from '../urls.js'
import { fresh } from './asked.js'
import type { Again, Asked } from './asked.js'
import { fieldsOf, idFrom, keyOf } from './fields.js'
import { onTablet } from './tablet-routes.js'

type AtSchool = FastifyRequest<{ Params: { school: string } }>
type ForVisit = FastifyRequest<{ Params: { visit: string } }>
const keeper = needs('agreements.keep')

/** Visitors: the office's list, and the desk's tablet with no account. */
export function visitorRoutes(app: FastifyInstance, deps: Deps): void {
  app.get(urls.visitorsUrl.pattern, keeper, (request, reply) => showVisitors(request, reply, deps, null))
  app.post(urls.startDeskUrl.pattern, keeper, async (request, reply) => {
    const started = await inSchool(deps.db, actorOf(request), (tx) =>
      startSession(tx, deps.keys, { kind: 'desk', classCode: null, agreement: null }),
    )
    return showVisitors(request, reply, deps, started)
  })
  app.post(urls.superviseUrl.pattern, keeper, async (request: ForVisit, reply) => {
    const { supervision = '', supervisor = '' } = fieldsOf(request.body)
    if (supervision !== 'accompanied' && supervision !== 'nearby' && supervision !== 'alone')
      throw new Refusal('invalid', 'Choose one of the three.')
    await inSchool(deps.db, actorOf(request), (tx) =>
      recordSupervision(tx, idFrom(request.params.visit), { supervision, supervisor: supervisor || null }),
    )
    return seeOther(reply, urls.visitorsUrl())
  })
  app.post(urls.leaveUrl.pattern, keeper, async (request: ForVisit, reply) => {
    await inSchool(deps.db, actorOf(request), (tx) => leave(tx, idFrom(request.params.visit)))
    return seeOther(reply, urls.visitorsUrl())
  })
  app.get(urls.deskUrl.pattern, needs('public'), (request: AtSchool, reply) =>
    showDesk({ request, reply, deps }, fresh),
  )
  app.post(urls.deskUrl.pattern, needs('public'), (request: AtSchool, reply) => takeArrival(request, reply, deps))
}

const moment = (at: Temporal.Instant): string => `${dateInFull(londonDate(at))} ${londonTime(at)}`
const supervisionWords = {
  accompanied: 'Accompanied by',
  nearby: 'Looked in on by',
  alone: 'Works where no children are',
} as const

/** A guest pass that stands, as it is read out at the desk. */
interface Pass {
  readonly code: string
  readonly until: Temporal.Instant
}

/** '15:20', and 'midnight' for a pass that ends with the day. */
const untilWords = (at: Temporal.Instant): string => londonTime(at).replace('00:00', 'midnight')

const standingPass = ({ code, until }: Pass, now: Temporal.Instant): string =>
  until.epochMilliseconds > now.epochMilliseconds
    ? `Guest pass ${code}, until ${untilWords(until)}`
    : `Guest pass ended at ${untilWords(until)}`

const lineOf = (visit: VisitRow, pass: Pass | null, now: Temporal.Instant) => ({
  id: visit.id,
  name: visit.name,
  about: [visit.kind, visit.organisation, visit.seeing && `seeing ${visit.seeing}`].filter(Boolean).join(', '),
  arrived: moment(visit.arrived_at),
  left: visit.left_at ? londonTime(visit.left_at) : null,
  pass: pass && standingPass(pass, now),
  supervision: visit.supervision ? `${supervisionWords[visit.supervision]} ${visit.supervisor ?? ''}`.trim() : null,
})

async function recentVisits(tx: ReadTx, deps: Deps) {
  const db = tables<AgreementTables>(tx)
  const visits = await db.selectFrom('visit').selectAll().orderBy('arrived_at', 'desc').limit(50).execute()
  const ids = visits.map(({ id }) => id)
  const passes =
    ids.length === 0
      ? []
      : await db
          .selectFrom('access_grant')
          .select(['id', 'visit_id', 'ends_at'])
          .where('visit_id', 'in', ids)
          .where('ended_at', 'is', null)
          .execute()
  const passOf = ({ id }: VisitRow): Pass | null => {
    const grant = passes.find(({ visit_id }) => visit_id === id)
    return grant?.ends_at ? { code: passCode(deps, grant.id), until: grant.ends_at } : null
  }
  return visits.map((visit) => lineOf(visit, passOf(visit), tx.now))
}

async function showVisitors(
  request: FastifyRequest,
  reply: FastifyReply,
  deps: Deps,
  started: { readonly id: string; readonly code: string } | null,
) {
  const props = await reading(deps.db, actorOf(request), async (tx) => ({
    visits: await recentVisits(tx, deps),
    address: `${deps.publicUrl}${urls.tabletUrl({ school: (await thisSchool(tx)).slug })}`,
  }))
  const session = started && urls.handOverUrl({ session: started.id })
  return sendPage(
    reply,
    <VisitorsPage frame={await frameOf(request)} code={started?.code ?? null} session={session} {...props} />,
  )
}

async function showDesk({ request, reply, deps }: Asked<AtSchool>, { typed, problems }: Again) {
  const { here, tablet } = await onTablet(request, deps)
  const frame = await publicFrame(request, here)
  const { slug } = here.school
  if (!tablet?.open || tablet.session.kind !== 'desk')
    return sendPage(reply, <TabletOverPage frame={frame} codeUrl={urls.tabletUrl({ school: slug })} />)
  const organisation = here.pack.agreements.find(({ id }) => id === 'organisation')
  const props = {
    text: textOf(agreementIn(here.pack, 'visitor'), 'en'),
    organisation: organisation ? textOf(organisation, 'en') : null,
    typed,
    problems,
  }
  const page = (
    <DeskPage frame={frame} action={urls.deskUrl({ school: slug })} formKey={typed['key'] ?? newId()} {...props} />
  )
  return sendPage(reply, page, problems.length > 0 ? 400 : 200)
}

const kinds: readonly string[] = ['visitor', 'supply', 'community', 'organisation'] satisfies VisitKind[]

/** What is wrong with what a visitor wrote. */
const wrongWith = ({ name = '', kind = '' }: Again['typed']): Again['problems'] => [
  ...(name.length < 2 ? [{ field: 'name', sentence: 'Write your full name' }] : []),
  ...(kinds.includes(kind) ? [] : [{ field: 'kind', sentence: 'Say what brings you here' }]),
]

async function takeArrival(request: AtSchool, reply: FastifyReply, deps: Deps) {
  const { here, tablet } = await onTablet(request, deps)
  const typed = fieldsOf(request.body)
  const problems = wrongWith(typed)
  if (problems.length > 0 || !tablet?.open || tablet.session.kind !== 'desk')
    return showDesk({ request, reply, deps }, { typed, problems })
  const via = { hash: tablet.hash, session: tablet.session.id }
  const arrived = await inSchool(deps.db, publicIn(here.school.school_id, tablet.hash), (tx) =>
    arrive(tx, deps.keys, { ...arrivalFrom(typed), via }),
  )
  const frame = await publicFrame(request, here)
  const again = urls.deskUrl({ school: here.school.slug })
  const { name = '' } = typed
  return sendPage(
    reply,
    <DeskDonePage {...{ frame, name, again }} pass={passWords(deps, arrived)} receipt={arrived.signed.code} />,
  )
}

const arrivalFrom = (typed: Again['typed']) => ({
  key: keyOf(typed),
  kind: typed['kind'] as VisitKind,
  name: (typed['name'] ?? '').slice(0, 120),
  organisation: typed['organisation'] || null,
  seeing: typed['seeing'] || null,
  wantsGuest: typed['guest'] === 'yes',
  language: 'en',
})

/** The pass in words, or why there is none; null where none was asked for. */
function passWords(deps: Deps, { pass, decision }: Arrived) {
  if (pass) {
    const until = untilWords(Temporal.Instant.from(pass.until))
    return { code: passCode(deps, pass.grant), words: `For you alone, until ${until} today. It ends by itself.` }
  }
  return decision && { code: null, words: `No pass yet: ${decision.reasons[0]?.words.staff ?? ''}` }
}

/** The pass as it is shown: made from the grant's id, so that no table holds it and the network can check it. */
const passCode = (deps: Deps, grant: string): string =>
  linkSecret(deps.keys, `guest ${grant}`)
    .replaceAll(/[^A-Za-z0-9]/g, '')
    .slice(0, 8)
    .toUpperCase()
