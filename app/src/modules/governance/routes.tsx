import type { FastifyInstance, FastifyRequest } from 'fastify'
import { stringify } from 'csv-stringify/sync'
import { join } from 'node:path'
import type { Deps } from '../../engine/deps.js'
import { mechanismsAt } from '../../engine/packs/mechanisms-at.js'
import { readKnown } from '../../engine/packs/known.js'
import { clauseOf, clausesKeptBy, titleOfPost } from '../../engine/packs/lookup.js'
import { workerIn } from '../../kernel/actor.js'
import { inSchool, reading } from '../../kernel/db/in-school.js'
import type { ClauseId } from '../../kernel/ids.js'
import { Refusal } from '../../kernel/refusal.js'
import { projectRoot } from '../../kernel/root.js'
import { frameOf } from '../../web/frames.js'
import { idPlace, placeFrom, sliceOf } from '../../kernel/paging.js'
import { actorOf, needs, sendPage } from '../../web/who.js'
import { calendarOf } from '../people/index.js'
import { activePack, mechanismsOf, policyStates, turnsOf } from '../policy/index.js'
import { asOfFrom } from './as-of.js'
import { ClausePage } from './pages/clause.js'
import { CountsPage } from './pages/counts.js'
import { JournalPage } from './pages/journal.js'
import { KeptPage, mostMatters } from './pages/kept.js'
import { NeedsPage } from './pages/needs.js'
import { PartPage } from './pages/part.js'
import type { DayAsked } from './pages/past-day.js'
import { ServedPage } from './pages/served.js'
import { figures, periodsOf } from './queries/figures.js'
import { publishedHeads, readJournal } from './queries/read-journal.js'
import { recentTurns } from './queries/recent-turns.js'
import { rowLinks } from './queries/row-links.js'
import { standingOf } from './queries/standing.js'
import { sliceOfMatters } from './queries/slice-of-matters.js'
import { todayRoutes } from './routes/today-routes.js'
import { noteLook } from './commands/note-look.js'
import { clauseUrl, countsUrl, journalUrl, keptPartUrl, keptUrl, needsUrl, servedUrl } from './urls.js'

const pageSize = 50
const noPolicy = (): Refusal =>
  new Refusal('conflict', 'This school has no policy in force yet. Finish setting it up first.')

/** Today, the policy, how it stands, the figures and the journal. */
export function governanceRoutes(app: FastifyInstance, deps: Deps): void {
  todayRoutes(app, deps)
  app.get(keptUrl.pattern, needs('governance.counts'), async (request, reply) =>
    sendPage(reply, await keptPage(deps, request)),
  )
  app.get(needsUrl.pattern, needs('governance.counts'), async (request, reply) =>
    sendPage(reply, await needsPage(deps, request)),
  )
  app.get(keptPartUrl.pattern, needs('governance.counts'), async (request, reply) =>
    sendPage(reply, await partPage(deps, request)),
  )
  app.get(clauseUrl.pattern, needs('governance.counts'), async (request, reply) =>
    sendPage(reply, await clausePage(deps, request)),
  )
  app.get(servedUrl.pattern, needs('policy.read'), async (request, reply) =>
    sendPage(reply, await servedPage(deps, request)),
  )
  app.get(journalUrl.pattern, needs('journal.read'), async (request, reply) =>
    sendPage(reply, await journalPage(deps, request)),
  )
  app.get(countsUrl.pattern, needs('governance.counts'), async (request, reply) => {
    const { periods, lines } = await figuresFor(deps, request)
    if ((request.query as { as?: string }).as !== 'csv')
      return sendPage(reply, <CountsPage frame={await frameOf(request)} periods={periods} lines={lines} />)
    const rows = [['What', ...periods], ...lines.map(({ title, counts }) => [title, ...counts])]
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="figures.csv"')
      .send(stringify(rows, { bom: true, escape_formulas: true }))
  })
}

/** How the policy stood on the day that the address asks about. */
async function standingAsked(deps: Deps, request: FastifyRequest) {
  const asked = asOfFrom(request.query, deps.db.clock.now())
  const states = await policyStates(deps, actorOf(request).schoolId, asked.at)
  if (!states) throw noPolicy()
  const { day, month, year } = asked.typed
  const query: DayAsked['query'] = asked.past ? { 'as-of-day': day, 'as-of-month': month, 'as-of-year': year } : {}
  const shown: DayAsked = { asOf: states.asOf, past: asked.past, known: states.known, query }
  return { asked, pack: states.pack, standing: standingOf(states), day: shown }
}

async function keptPage(deps: Deps, request: FastifyRequest) {
  const { asked, pack, standing, day } = await standingAsked(deps, request)
  const actor = actorOf(request)
  const last = asked.past ? null : await inSchool(deps.db, actor, noteLook)
  const since = { at: last ?? asked.at.subtract({ hours: 7 * 24 }), lastLook: last !== null }
  const shown = standing.matters.slice(0, mostMatters)
  const [turned, links] = await reading(deps.db, actor, (tx) =>
    Promise.all([recentTurns(tx, pack, { from: since.at, to: asked.at }), rowLinks(tx, deps.modules, shown)]),
  )
  return (
    <KeptPage
      frame={await frameOf(request)}
      policy={pack.title}
      now={deps.db.clock.now()}
      dateError={asked.error}
      typedDate={asked.typed}
      {...{ standing, day, turned, since, links }}
    />
  )
}

async function needsPage(deps: Deps, request: FastifyRequest) {
  const { standing, day } = await standingAsked(deps, request)
  const slice = sliceOfMatters(standing.matters, placeFrom(request.query))
  const links = await reading(deps.db, actorOf(request), (tx) => rowLinks(tx, deps.modules, slice.rows))
  return <NeedsPage frame={await frameOf(request)} total={standing.matters.length} {...{ slice, day, links }} />
}

async function partPage(deps: Deps, request: FastifyRequest) {
  const { standing, day } = await standingAsked(deps, request)
  const part = standing.parts.find((one) => one.part === (request.params as { part: string }).part)
  if (!part) throw new Refusal('not-found', 'The policy in force has no such part.')
  return <PartPage frame={await frameOf(request)} {...{ part, day }} />
}

async function clausePage(deps: Deps, request: FastifyRequest) {
  const actor = actorOf(request)
  const id = (request.params as { clause: string }).clause as ClauseId
  const now = deps.db.clock.now()
  const states = await policyStates(deps, actor.schoolId, now)
  const clause = states && clauseOf(states.pack, id)
  if (!states || !clause) throw new Refusal('not-found', 'The policy in force has no such promise.')
  const { pack } = states
  const state = states.states.get(id) ?? { verdict: 'unknown', findings: [], basis: 'Not looked at yet' }
  const mechanisms = mechanismsOf(deps.modules)
  const known = await readKnown(join(projectRoot(), 'packs'))
  const [history, links] = await reading(
    deps.db,
    actor,
    async (tx) => [await turnsOf(tx, id), await rowLinks(tx, deps.modules, state.findings)] as const,
  )
  const keepers = clause.keptBy.map(({ mechanism }) => ({
    id: mechanism,
    does: known.mechanisms.get(mechanism)?.does ?? mechanism,
    built: mechanisms.has(mechanism),
    page: mechanisms.get(mechanism)?.page ?? null,
  }))
  const part = pack.parts.find(({ clauses }) => clauses.some((each) => each.id === id))
  const laws = pack.laws.filter((law) => clause.law?.includes(law.id))
  const { number, text, plain, child = null } = clause
  const posts = clause.posts.map((post) => titleOfPost(pack, post))
  const said = {
    number,
    text,
    plain,
    child,
    posts,
    part: part ? `${part.number}. ${part.title}` : '',
    postTitle: (post: string) => titleOfPost(pack, post),
  }
  return (
    <ClausePage
      frame={await frameOf(request)}
      {...said}
      keepers={keepers}
      laws={laws}
      state={state}
      asOf={states.asOf}
      now={now}
      history={history}
      links={links}
    />
  )
}

async function servedPage(deps: Deps, request: FastifyRequest) {
  const asked = (request.query as { page?: unknown }).page
  const { page: screen, ids } = mechanismsAt(deps.modules, typeof asked === 'string' ? asked : '')
  const { pack } = await reading(deps.db, actorOf(request), activePack)
  const mayOpen = actorOf(request).powers.has('governance.counts')
  return <ServedPage frame={await frameOf(request)} clauses={clausesKeptBy(pack, ids)} {...{ screen, mayOpen }} />
}

async function figuresFor(deps: Deps, request: FastifyRequest) {
  return reading(deps.db, workerIn(actorOf(request).schoolId), async (tx) => {
    const periods = periodsOf(await calendarOf(tx), tx.now)
    return { periods: periods.map(({ name }) => name), lines: await figures(tx, deps.modules, periods) }
  })
}

async function journalPage(deps: Deps, request: FastifyRequest) {
  const place = idPlace(placeFrom(request.query))
  const { rows, now, published } = await reading(deps.db, actorOf(request), async (tx) => ({
    now: tx.now,
    rows: await readJournal(tx, place, pageSize),
    published: await publishedHeads(tx),
  }))
  const slice = sliceOf(rows, place, pageSize, ({ id }) => id)
  return <JournalPage frame={await frameOf(request)} now={now} slice={slice} published={published} />
}
