import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import { answerDuty } from '../../../engine/duties/answer-duty.js'
import { callDuty } from '../../../engine/duties/call-duty.js'
import { callsOf, findCall } from '../../../engine/duties/read-duties.js'
import type { DutyOutcome } from '../../../engine/duties/schema.js'
import { parseForm } from '../../../engine/forms/parse-form.js'
import type { FormError } from '../../../engine/forms/parse-form.js'
import type { Values } from '../../../engine/registers/register.js'
import { inSchool, reading } from '../../../kernel/db/in-school.js'
import { once } from '../../../kernel/db/once.js'
import type { ReadTx, Tx } from '../../../kernel/db/tx.js'
import { isId, newId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import { frameOf } from '../../../web/frames.js'
import { sayNext } from '../../../web/keepers.js'
import type { Typed } from '../../../web/kept-fields.js'
import { actorOf, needs, seeOther, sendPage } from '../../../web/who.js'
import { calendarOf, postsOf } from '../../people/index.js'
import { activePack } from '../../policy/index.js'
import { declared, dutiesOf } from '../declared.js'
import { dutyForm } from '../duty-form.js'
import { answerLines, factsOf, lineOf } from '../duty-lines.js'
import { concerns, dutyStandings } from '../duty-standings.js'
import type { DutyStanding } from '../duty-standings.js'
import { DutiesPage } from '../pages/duties.js'
import { DutyPage } from '../pages/duty.js'
import { dutiesUrl, dutyCallUrl, dutyInstanceUrl, dutyUrl } from '../urls.js'

type ForInstance = FastifyRequest<{ Params: { duty: string; key: string } }>

/** What is owed at times: all of it, one kind, one duty and its answer. */
export function dutyRoutes(app: FastifyInstance, deps: Deps): void {
  const read = needs('policy.read')
  app.get(dutiesUrl.pattern, read, (request, reply) => showList(request, reply, { deps, only: null }))
  app.get(dutyCallUrl.pattern, read, async (request: FastifyRequest<{ Params: { call: string } }>, reply) => {
    const id = request.params.call
    const call = isId(id) ? await reading(deps.db, actorOf(request), (tx) => findCall(tx, id)) : null
    if (!call) throw new Refusal('not-found', 'There is no such duty, or it is not for you to see.')
    return seeOther(reply, dutyInstanceUrl({ duty: call.duty, key: call.key }))
  })
  app.get(dutyUrl.pattern, read, (request: FastifyRequest<{ Params: { duty: string } }>, reply) =>
    showList(request, reply, { deps, only: request.params.duty }),
  )
  app.get(dutyInstanceUrl.pattern, read, (request: ForInstance, reply) => showOne(request, reply, { deps, errors: [] }))
  app.post(dutyInstanceUrl.pattern, read, (request: ForInstance, reply) => take(request, reply, deps))
}

async function showList(
  request: FastifyRequest,
  reply: FastifyReply,
  { deps, only }: { readonly deps: Deps; readonly only: string | null },
) {
  const all = dutiesOf(deps.modules)
  const one = only === null ? null : declared(all, only)
  const shown = await reading(deps.db, actorOf(request), async (tx) => ({
    now: tx.now,
    calendar: await calendarOf(tx),
    lines: (await dutyStandings(tx, one ? [one] : all))
      .filter(({ instance }) => concerns({ tx, instance }))
      .map((standing) => lineOf(tx, standing)),
  }))
  const words = one ?? {
    title: 'Duties',
    intro: 'What our policy has people do at set times, or when something calls for it. Each answer stays on record.',
  }
  return sendPage(
    reply,
    <DutiesPage
      frame={await frameOf(request)}
      title={words.title}
      intro={words.intro}
      under={one !== null}
      {...shown}
    />,
  )
}

/** The instance of an address, for those whom it concerns. */
async function standingAt(
  tx: ReadTx,
  deps: Deps,
  { duty, key }: { readonly duty: string; readonly key: string },
): Promise<DutyStanding> {
  const all = await dutyStandings(tx, [declared(dutiesOf(deps.modules), duty)])
  const found = all.find(({ instance }) => instance.key === key)
  if (!found || !concerns({ tx, instance: found.instance }))
    throw new Refusal('not-found', 'There is no such duty, or it is not for you to see.')
  return found
}

interface Again {
  readonly deps: Deps
  readonly typed?: Typed
  readonly errors: readonly FormError[]
}

async function showOne(request: ForInstance, reply: FastifyReply, { deps, typed, errors }: Again) {
  const shown = await reading(deps.db, actorOf(request), async (tx) => {
    const standing = await standingAt(tx, deps, request.params)
    const { pack } = await activePack(tx)
    const { instance } = standing
    const { posts } = tx.actor
    const mayAnswer =
      posts.has(instance.post) ||
      (posts.has(instance.escalate) && standing.standing.call?.escalated_to === instance.escalate)
    const form = dutyForm(instance.duty)
    return {
      now: tx.now,
      calendar: await calendarOf(tx),
      title: instance.duty.title,
      line: lineOf(tx, standing),
      facts: factsOf(pack, instance),
      answers: await answerLines(tx, pack, instance),
      asked: mayAnswer
        ? { form, context: { now: tx.now }, errors, once: newId<string>(), ...(typed ? { typed } : {}) }
        : null,
    }
  })
  return sendPage(reply, <DutyPage frame={await frameOf(request)} {...shown} />, errors.length > 0 ? 400 : 200)
}

async function take(request: ForInstance, reply: FastifyReply, deps: Deps) {
  const { duty } = request.params
  const form = dutyForm(declared(dutiesOf(deps.modules), duty))
  const parsed = parseForm(form, request.body, { now: deps.db.clock.now() })
  if (!parsed.ok) return showOne(request, reply, { deps, typed: parsed.typed, errors: parsed.errors })
  const { once: key } = (request.body ?? {}) as { readonly once?: unknown }
  await inSchool(deps.db, actorOf(request), async (tx) => {
    const standing = await standingAt(tx, deps, request.params)
    await once(tx, isId(key) ? key : newId(), async () => {
      await answerDuty(tx, await callFor(tx, standing), await answerFrom(tx, standing, parsed.values))
      return { answered: true }
    })
  })
  sayNext(reply, { kind: 'done', text: 'On record. Nobody can change it; a later answer lies on top.' })
  return seeOther(reply, dutyInstanceUrl(request.params))
}

/** The call that an answer is to: what events called for first, then the calendar's; made now where somebody is early. */
async function callFor(tx: Tx, { instance, standing }: DutyStanding): Promise<string> {
  const open = standing.events[0] ?? standing.call
  if (open) return open.id
  const { occasion } = standing
  const period = occasion?.period ?? `unasked-${tx.now.toString()}`
  await callDuty(tx, instance, { period, due: occasion?.due ?? tx.now, cause: 'calendar' })
  const calls = await callsOf(tx, instance.duty.id, instance.key)
  const made = calls.find((call) => call.period === period)
  if (!made)
    throw new Refusal('not-allowed', 'This duty belongs to another post. Its holder or their deputy answers it.')
  return made.id
}

async function answerFrom(tx: Tx, { instance }: DutyStanding, values: Values) {
  const figures = Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      name.startsWith('figure-') ? [[name.slice(7), Number(value)] as const] : [],
    ),
  )
  const own = tx.actor.personId ? await postsOf(tx, tx.actor.personId) : new Set()
  return {
    outcome: values['outcome'] as DutyOutcome,
    words: values['words'] as string,
    link: (values['link'] as string | null | undefined) ?? null,
    figures,
    asked: instance.asks,
    asDeputy: tx.actor.posts.has(instance.post) && !own.has(instance.post),
  }
}
