import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import { clauseOf } from '../../../engine/packs/lookup.js'
import { THINGS } from '../../../engine/packs/schema/agreements.js'
import { decisionOf } from '../../../engine/decisions/keep-decision.js'
import { verdictOf } from '../../../engine/decisions/decision.js'
import { dateInFull } from '../../../kernel/calendar/day-words.js'
import { londonDate, londonTime } from '../../../kernel/calendar/london.js'
import { inSchool, reading } from '../../../kernel/db/in-school.js'
import type { ReadTx, Tx } from '../../../kernel/db/tx.js'
import { isId } from '../../../kernel/ids.js'
import type { PersonId } from '../../../kernel/ids.js'
import { record } from '../../../kernel/journal/record.js'
import { Refusal } from '../../../kernel/refusal.js'
import type { Temporal } from 'temporal-polyfill'
import { frameOf } from '../../../web/frames.js'
import { actorOf, needs, seeOther, sendPage } from '../../../web/who.js'
import { findPeople, rosterAt, writeCsv } from '../../people/index.js'
import { activePack } from '../../policy/index.js'
import { askGate, endGrant, gateFacts } from '../commands/ask-gate.js'
import { gateReasons, ruleFor, thingWords } from '../gate.js'
import type { Thing } from '../gate.js'
import { DecisionPage, GatePage } from '../pages/gate.js'
import { grantRegister } from '../queries/grants.js'
import type { RegisterLine } from '../queries/grants.js'
import { agreementSight } from '../sights.js'
import * as urls from '../urls.js'
import { fieldsOf, idFrom, personFrom } from './fields.js'

const giver = needs('agreements.grant')

/** The gate, its register, and decisions by their ids. */
export function gateRoutes(app: FastifyInstance, deps: Deps): void {
  app.get(urls.gateUrl.pattern, needs('decisions.read'), (request, reply) => showGate(request, reply, deps, ''))
  app.post(urls.gateUrl.pattern, needs('decisions.read'), (request, reply) =>
    showGate(request, reply, deps, fieldsOf(request.body)['sought'] ?? ''),
  )
  app.post(urls.grantUrl.pattern, giver, async (request, reply) => {
    const { person, what = '', detail } = fieldsOf(request.body)
    if (!isThing(what)) throw new Refusal('invalid', 'Choose what they are to have.')
    const decision = await inSchool(deps.db, actorOf(request), (tx) =>
      askGate(tx, { person: personFrom(person), what, detail: detail || null, grant: true }),
    )
    return seeOther(reply, urls.decisionUrl({ decision: decision.id }))
  })
  app.post(urls.endGrantUrl.pattern, giver, async (request: FastifyRequest<{ Params: { grant: string } }>, reply) => {
    await inSchool(deps.db, actorOf(request), (tx) => endGrant(tx, idFrom(request.params.grant), 'Taken back'))
    return seeOther(reply, urls.gateUrl())
  })
  app.get(urls.decisionUrl.pattern, needs('signed-in'), (request, reply) => showDecision(request, reply, deps))
}

const isThing = (text: string): text is Thing => (THINGS as readonly string[]).includes(text)
const moment = (at: Temporal.Instant): string => `${dateInFull(londonDate(at))}, ${londonTime(at)}`

const lineOf = (
  { id, name, what, detail, granted_at, by, ends_at, ended_at, end_reason, decision_id }: RegisterLine,
  now: Temporal.Instant,
) => {
  const over = ends_at !== null && ends_at.epochMilliseconds <= now.epochMilliseconds
  const ended = ended_at
    ? `Ended ${moment(ended_at)}: ${end_reason ?? 'not said'}`
    : over && ends_at
      ? `Ended by itself ${moment(ends_at)}`
      : null
  return { id, name, what: thingWords[what], detail, granted: moment(granted_at), by, ended, decision: decision_id }
}

async function showGate(request: FastifyRequest, reply: FastifyReply, deps: Deps, sought: string) {
  const query = request.query as { person?: string; as?: string }
  const actor = actorOf(request)
  if (query.as === 'csv') return sendRegister(reply, await inSchool(deps.db, actor, takenAway))
  const props = await reading(deps.db, actor, async (tx) => {
    const id = isId(query.person) ? (query.person as string as PersonId) : null
    const found = sought ? await findPeople(tx, { text: sought, limit: 20 }) : []
    const grants = await grantRegister(tx, { person: id, limit: 50 })
    return {
      person: id ? await mayHave(tx, id) : null,
      found: found.map(({ id: one, name, class_code, job_title, kind }) => ({
        id: one,
        name,
        about: class_code ?? job_title ?? kind,
      })),
      grants: grants.map((line) => lineOf(line, tx.now)),
    }
  })
  return sendPage(
    reply,
    <GatePage
      frame={await frameOf(request)}
      sought={sought}
      mayGrant={actor.powers.has('agreements.grant')}
      {...props}
    />,
  )
}

/** What the gate would say of everything that the policy has a rule about for this person. Looking keeps no decision. */
async function mayHave(tx: ReadTx, id: PersonId) {
  const [person] = await rosterAt(tx, { ids: [id] })
  if (!person) throw new Refusal('not-found', 'That person is not of the school today.')
  const active = await activePack(tx)
  const may: { what: string; text: string; yes: boolean; why: readonly string[] }[] = []
  for (const what of THINGS) {
    const facts = await gateFacts(tx, active, id, what)
    if (!ruleFor(active.pack, what, facts.posts)) continue
    const reasons = gateReasons(active.pack, facts)
    const yes = verdictOf(reasons) === 'yes'
    const shown = reasons.filter(({ verdict, mend }) => verdict === 'no' || (yes && mend !== undefined))
    may.push({ what, text: thingWords[what], yes, why: shown.map(({ words }) => words.staff) })
  }
  return { id, name: person.name, may }
}

/** The whole register. Taking it away is written down. */
async function takenAway(tx: Tx): Promise<readonly RegisterLine[]> {
  const lines = await grantRegister(tx, { person: null, limit: 100_000 })
  const { pack } = await activePack(tx)
  await record(tx, {
    act: 'register.exported',
    about: { table: 'school', id: tx.actor.schoolId },
    sight: agreementSight(pack),
    details: { register: 'access', entries: lines.length, on: londonDate(tx.now) },
  })
  return lines
}

function sendRegister(reply: FastifyReply, lines: readonly RegisterLine[]) {
  const head = ['Who', 'What', 'Which', 'Given', 'By', 'Ends', 'Ended', 'Why it ended', 'Decision']
  const iso = (at: Temporal.Instant | null) => (at ? `${londonDate(at).toString()} ${londonTime(at)}` : '')
  const rows = lines.map((line) => [
    line.name,
    line.what,
    line.detail ?? '',
    iso(line.granted_at),
    line.by,
    iso(line.ends_at),
    iso(line.ended_at),
    line.end_reason ?? '',
    line.decision_id,
  ])
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', 'attachment; filename="access-register.csv"')
    .send(writeCsv([head, ...rows]))
}

async function showDecision(request: FastifyRequest, reply: FastifyReply, deps: Deps) {
  const actor = actorOf(request)
  const props = await reading(deps.db, actor, async (tx) => {
    const row = await decisionOf(tx, idFrom((request.params as { decision?: string }).decision))
    if (!row) throw new Refusal('not-found', 'There is no such decision here.')
    const { pack } = await activePack(tx)
    const voice = actor.posts.has('dsl' as never) ? 'dsl' : 'staff'
    const [person] = row.about_person ? await rosterAt(tx, { ids: [row.about_person] }) : []
    const what = row.kind.replace('access.', '')
    return {
      id: row.id,
      title: `${person?.name ?? 'A visitor'}, ${isThing(what) ? thingWords[what] : what}`,
      verdict: row.verdict,
      at: moment(row.at),
      reasons: row.reasons.map(({ verdict, words, mend }) => ({ verdict, words: words[voice], mend: mend ?? null })),
      clauses: row.clauses.flatMap((id) => {
        const clause = clauseOf(pack, id)
        return clause ? [{ number: clause.number, url: `/policy#${id}`, text: clause.text }] : []
      }),
      back: person && actor.powers.has('decisions.read') ? urls.gateUrl({ person: person.id }) : urls.agreementsUrl(),
    }
  })
  return sendPage(reply, <DecisionPage frame={await frameOf(request)} {...props} />)
}
