import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import { agreementOf } from '../../../engine/packs/lookup.js'
import { dateInFull } from '../../../kernel/calendar/day-words.js'
import { londonDate, londonInstant } from '../../../kernel/calendar/london.js'
import { inSchool, reading } from '../../../kernel/db/in-school.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import { newId } from '../../../kernel/ids.js'
import type { PersonId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import { frameOf } from '../../../web/frames.js'
import { sayNext } from '../../../web/keepers.js'
import { actorOf, needs, seeOther, sendPage } from '../../../web/who.js'
import { adultsFor, rosterAt } from '../../people/index.js'
import { activePack } from '../../policy/index.js'
import { sayNo } from '../commands/say-no.js'
import { sign } from '../commands/sign.js'
import { stateWords } from '../gate.js'
import { PersonPage } from '../pages/person.js'
import { personHistory } from '../queries/person-history.js'
import { standingsOf } from '../queries/standings.js'
import * as urls from '../urls.js'
import { fresh } from './asked.js'
import type { Again, Asked } from './asked.js'
import { answersIn, dateTyped, fieldsOf, keyOf, personFrom } from './fields.js'

type ForPerson = FastifyRequest<{ Params: { person: string } }>
type Typed = Readonly<Record<string, string>>
const keeper = needs('agreements.keep')

/** One person's agreements, paper and a no recorded by the office. */
export function personRoutes(app: FastifyInstance, deps: Deps): void {
  app.get(urls.personUrl.pattern, keeper, (request: ForPerson, reply) => show({ request, reply, deps }, fresh))
  app.post(urls.paperUrl.pattern, keeper, (request: ForPerson, reply) => takePaper(request, reply, deps))
  app.post(urls.noUrl.pattern, keeper, (request: ForPerson, reply) => takeNo(request, reply, deps))
}

async function personIn(tx: ReadTx, id: PersonId) {
  const [person] = await rosterAt(tx, { ids: [id] })
  if (!person) throw new Refusal('not-found', 'That person is not of the school today.')
  const adults = person.kind === 'pupil' ? await adultsFor(tx, [id]) : []
  return { person, adults }
}

async function show({ request, reply, deps }: Asked<ForPerson>, { typed, problems }: Again) {
  const problem = problems[0] ?? null
  const props = await reading(deps.db, actorOf(request), async (tx) => {
    const { pack } = await activePack(tx)
    const { person, adults } = await personIn(tx, personFrom(request.params.person))
    const standings = await standingsOf(tx, pack, [person])
    const occasional = pack.agreements.filter(({ of }) => of.kinds.length === 0 && person.kind !== 'pupil')
    const rare = await standingsOf(tx, pack, [person], () => occasional)
    return {
      id: person.id,
      name: person.name,
      about: person.class_code ?? person.kind,
      agreements: [...standings, ...rare].map(({ agreement, standing }) => ({
        id: agreement.id,
        title: agreement.title,
        state: stateWords(standing),
        done: standing.state === 'in-force',
        questions: agreement.clauses.flatMap(({ id, text, ask }) =>
          ask ? [{ id, text, yes: ask.yes, no: ask.no }] : [],
        ),
      })),
      history: (await personHistory(tx, person.id)).map(({ at, deed, agreement, more, receipt }) => ({
        day: dateInFull(londonDate(at)),
        // An agreement that a later policy dropped still happened: it keeps its old short name.
        words: `${deed} “${agreementOf(pack, agreement)?.title ?? agreement}”${more}`,
        receipt,
      })),
      signers: [
        { value: person.id as string, text: person.name },
        ...adults.map(({ adult, name, relationship }) => ({
          value: adult as string,
          text: `${name} (${relationship})`,
        })),
      ],
    }
  })
  const keys = { key: typed['key'] ?? newId(), noKey: newId() }
  return sendPage(
    reply,
    <PersonPage frame={await frameOf(request)} {...props} {...keys} typed={typed} problem={problem} />,
    problem ? 400 : 200,
  )
}

/** Who is said to have signed: the person, or one of a child's adults; in which role. */
async function signerIn(tx: ReadTx, id: PersonId, fields: Typed) {
  const { person, adults } = await personIn(tx, id)
  const adult = adults.find((one) => one.adult === fields['signer'])
  if (adult) return { person, role: 'parent' as const, signer: adult.adult, signerName: adult.name }
  return { person, role: 'self' as const, signer: person.id, signerName: person.name }
}

async function takePaper(request: ForPerson, reply: FastifyReply, deps: Deps) {
  const fields = fieldsOf(request.body)
  const person = personFrom(request.params.person)
  try {
    await inSchool(deps.db, actorOf(request), async (tx) => {
      const day = dateTyped(fields['day'] ?? '')
      if (!day || day.until(londonDate(tx.now)).sign < 0)
        throw new Refusal('invalid', 'Give the day on which they signed; it cannot lie ahead.', 'day')
      if (!fields['place']) throw new Refusal('invalid', 'Say where the paper is kept.', 'place')
      const who = await signerIn(tx, person, fields)
      await sign(tx, deps.keys, {
        key: keyOf(fields),
        agreement: fields['agreement'] ?? '',
        language: 'en',
        subject: person,
        aboutPupil: who.person.kind === 'pupil',
        role: who.role,
        signer: who.signer,
        signerName: who.signerName,
        method: 'paper',
        paperPlace: fields['place'],
        answers: answersIn(fields),
        signedAt: day.equals(londonDate(tx.now)) ? tx.now : londonInstant(day, '12:00'),
      })
    })
  } catch (fault) {
    if (!(fault instanceof Refusal) || fault.kind !== 'invalid') throw fault
    return show(
      { request, reply, deps },
      { typed: fields, problems: [{ field: fault.field ?? 'place', sentence: fault.sentence }] },
    )
  }
  sayNext(reply, { kind: 'done', text: 'Recorded.' })
  return seeOther(reply, urls.personUrl({ person }))
}

async function takeNo(request: ForPerson, reply: FastifyReply, deps: Deps) {
  const fields = fieldsOf(request.body)
  const person = personFrom(request.params.person)
  await inSchool(deps.db, actorOf(request), async (tx) => {
    const { role, signer, person: subject } = await signerIn(tx, person, fields)
    const kind = fields['kind'] === 'withdrawn' ? ('withdrawn' as const) : ('refused' as const)
    const about = { subject: person, aboutPupil: subject.kind === 'pupil', role, signer, kind }
    await sayNo(tx, {
      key: keyOf(fields),
      agreement: fields['agreement'] ?? '',
      reason: fields['reason'] || null,
      ...about,
    })
  })
  sayNext(reply, { kind: 'done', text: 'Recorded. What it opened is shut from now on.' })
  return seeOther(reply, urls.personUrl({ person }))
}
