import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import { sql } from 'kysely'
import { inSchool, reading } from '../../../kernel/db/in-school.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import { Refusal } from '../../../kernel/refusal.js'
import { thisSchool } from '../../../kernel/school.js'
import { frameOf } from '../../../web/frames.js'
import { sayNext } from '../../../web/keepers.js'
import { actorOf, needs, seeOther, sendPage } from '../../../web/who.js'
import { signOutHere } from '../../access/index.js'
import { rosterAt } from '../../people/index.js'
import { activePack } from '../../policy/index.js'
import { agreementIn, recordFact } from '../commands/sign.js'
import { endSession, sessionToken, startSession } from '../commands/signing-sessions.js'
import { ClassPage, ClassSessionPage } from '../pages/class.js'
import { classStandings, lineOf, pupilDone } from '../queries/class-signing.js'
import type { AgreementTables, SigningSessionRow } from '../schema.js'
import * as urls from '../urls.js'
import { fieldsOf, idFrom } from './fields.js'
import { leaveTablet } from './tablet-cookie.js'

type ForSession = FastifyRequest<{ Params: { session: string } }>
const teacher = needs('agreements.class')

/** What a teacher does: starts the lesson, sees who is left, ends it. */
export function classRoutes(app: FastifyInstance, deps: Deps): void {
  app.get(urls.classUrl.pattern, teacher, (request, reply) => showClass(request, reply, deps))
  app.post(urls.classUrl.pattern, teacher, (request, reply) => start(request, reply, deps))
  app.get(urls.classSessionUrl.pattern, teacher, (request: ForSession, reply) =>
    showSession(request, reply, deps, null),
  )
  app.post(urls.endSessionUrl.pattern, teacher, async (request: ForSession, reply) => {
    await inSchool(deps.db, actorOf(request), (tx) => endSession(tx, idFrom(request.params.session)))
    return seeOther(reply, urls.classSessionUrl({ session: request.params.session }))
  })
  app.post(urls.talkedUrl.pattern, teacher, (request: ForSession, reply) => talkedThrough(request, reply, deps))
  app.post(urls.handOverUrl.pattern, teacher, async (request: ForSession, reply) => {
    const { session, slug } = await reading(deps.db, actorOf(request), async (tx) => ({
      session: await sessionOf(tx, idFrom(request.params.session)),
      slug: (await thisSchool(tx)).slug,
    }))
    // The teacher's own session leaves the device before children have it.
    await signOutHere(request, reply, deps)
    leaveTablet(reply, deps, sessionToken(deps.keys, session.id))
    return seeOther(
      reply,
      session.kind === 'desk' ? urls.deskUrl({ school: slug }) : urls.tabletNowUrl({ school: slug }),
    )
  })
}

async function sessionOf(tx: ReadTx, id: string): Promise<SigningSessionRow> {
  const row = await tables<AgreementTables>(tx)
    .selectFrom('signing_session')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found', 'That lesson is not one of yours.')
  return row
}

/** The classes that somebody may have sign: their own; every class for those who keep agreements. */
async function classesOf(tx: ReadTx): Promise<readonly string[]> {
  const { personId, powers } = tx.actor
  if (powers.has('agreements.keep')) {
    const pupils = await rosterAt(tx, { kinds: ['pupil'] })
    return [...new Set(pupils.flatMap(({ class_code }) => (class_code ? [class_code] : [])))]
  }
  const [me] = personId ? await rosterAt(tx, { ids: [personId] }) : []
  return me?.class_code ? [me.class_code] : []
}

async function showClass(request: FastifyRequest, reply: FastifyReply, deps: Deps) {
  const asked = (request.query as { class?: string }).class
  const props = await reading(deps.db, actorOf(request), async (tx) => {
    const { pack } = await activePack(tx)
    const classes = await classesOf(tx)
    const chosen = classes.find((one) => one === asked) ?? classes[0] ?? null
    const standings = chosen ? await classStandings(tx, pack, chosen) : []
    const byAgreement = new Map(standings.map(({ agreement }) => [agreement.id, agreement.title]))
    const agreements = [...byAgreement].map(([id, title]) => {
      const theirs = standings.filter(({ agreement }) => agreement.id === id)
      return { id, title, of: theirs.length, left: theirs.filter((one) => !pupilDone(one)).length }
    })
    const { rows } = await sql<{ id: string; class_code: string }>`SELECT id, class_code FROM signing_session
      WHERE kind = 'class' AND started_by = ${tx.actor.personId} AND ended_at IS NULL AND ends_at > ${tx.now.toString()}::timestamptz`.execute(
      tables<AgreementTables>(tx),
    )
    return { classes, chosen, agreements, running: rows.map(({ id, class_code }) => ({ id, title: class_code })) }
  })
  return sendPage(reply, <ClassPage frame={await frameOf(request)} {...props} />)
}

async function start(request: FastifyRequest, reply: FastifyReply, deps: Deps) {
  const { class: classCode = '', agreement = '' } = fieldsOf(request.body)
  const started = await inSchool(deps.db, actorOf(request), async (tx) => {
    if (!(await classesOf(tx)).includes(classCode)) throw new Refusal('not-allowed', 'That is not your class.')
    return startSession(tx, deps.keys, { kind: 'class', classCode, agreement })
  })
  return showSession(request, reply, deps, started)
}

async function showSession(
  request: FastifyRequest,
  reply: FastifyReply,
  deps: Deps,
  started: { readonly id: string; readonly code: string } | null,
) {
  const id = started?.id ?? idFrom((request.params as { session?: string }).session)
  const props = await reading(deps.db, actorOf(request), async (tx) => {
    const { pack } = await activePack(tx)
    const session = await sessionOf(tx, id)
    const agreement = agreementIn(pack, session.agreement ?? '')
    const standings = await classStandings(tx, pack, session.class_code ?? '')
    const mine = standings.filter((one) => one.agreement.id === agreement.id)
    const talked = await tables<AgreementTables>(tx)
      .selectFrom('agreement_fact')
      .select('id')
      .where('agreement', '=', agreement.id)
      .where('fact', '=', 'talked-through')
      .where('subject_id', 'in', mine.length > 0 ? mine.map(({ person }) => person.id) : [tx.actor.personId as never])
      .where('at', '>=', session.started_at.subtract({ hours: 24 * 14 }))
      .limit(1)
      .executeTakeFirst()
    const { slug } = await thisSchool(tx)
    return {
      title: agreement.title,
      className: session.class_code ?? '',
      open: session.ended_at === null && session.ends_at.epochMilliseconds > tx.now.epochMilliseconds,
      tablet: `${deps.publicUrl}${urls.tabletUrl({ school: slug })}`,
      pupils: mine.map(lineOf).toSorted((a, b) => Number(a.signed) - Number(b.signed)),
      talked: talked !== undefined,
    }
  })
  return sendPage(
    reply,
    <ClassSessionPage frame={await frameOf(request)} id={id} code={started?.code ?? null} {...props} />,
  )
}

async function talkedThrough(request: ForSession, reply: FastifyReply, deps: Deps) {
  const id = idFrom(request.params.session)
  await inSchool(deps.db, actorOf(request), async (tx) => {
    const { pack } = await activePack(tx)
    const session = await sessionOf(tx, id)
    const agreement = agreementIn(pack, session.agreement ?? '')
    for (const { id: subject } of await rosterAt(tx, { kinds: ['pupil'], classCode: session.class_code ?? '' }))
      await recordFact(tx, agreement, { subject, aboutPupil: true, fact: 'talked-through', at: tx.now })
  })
  sayNext(reply, { kind: 'done', text: 'Kept: you talked it through with the class.' })
  return seeOther(reply, urls.classSessionUrl({ session: id }))
}
