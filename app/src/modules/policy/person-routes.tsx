import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../engine/deps.js'
import { retyped } from '../../engine/forms/answers.js'
import { refusalError } from '../../engine/forms/form-errors.js'
import { parseForm } from '../../engine/forms/parse-form.js'
import type { ValuesOf } from '../../engine/forms/define-form.js'
import { titleOfPost } from '../../engine/packs/lookup.js'
import { inSchool, reading } from '../../kernel/db/in-school.js'
import type { ReadTx, Tx } from '../../kernel/db/tx.js'
import { isId } from '../../kernel/ids.js'
import type { PersonId } from '../../kernel/ids.js'
import { Refusal } from '../../kernel/refusal.js'
import { frameOf } from '../../web/frames.js'
import { sayNext } from '../../web/keepers.js'
import { actorOf, needs, seeOther, sendPage } from '../../web/who.js'
import {
  addPerson,
  correctPerson,
  correctPersonUrl,
  holdersOf,
  newPersonUrl,
  peopleUrl,
  personForm,
  personUrl,
  personWhole,
} from '../people/index.js'
import type { PersonDetails, PersonWhole } from '../people/index.js'
import { PersonFormPage, PersonPage } from './pages/person.js'
import type { PersonFormPageProps } from './pages/person.js'
import { activePack } from './queries/active-pack.js'

type ForPerson = FastifyRequest<{ Params: { person: string } }>
type Answers = ValuesOf<(typeof personForm)['fields']>

/** One person of the school; stands here and not in people, because the posts they hold have their titles from the pack. */
export function personRoutes(app: FastifyInstance, deps: Deps): void {
  const change = needs('people.import')
  app.get(newPersonUrl.pattern, change, (request, reply) => ask(request, reply, deps, adding))
  app.post(newPersonUrl.pattern, change, (request, reply) => take(request, reply, deps, adding))
  app.get(personUrl.pattern, needs('people.read'), (request: ForPerson, reply) => show(request, reply, deps))
  app.get(correctPersonUrl.pattern, change, async (request: ForPerson, reply) => {
    const whole = await reading(deps.db, actorOf(request), (tx) => wholeOf(tx, request))
    return ask(request, reply, deps, { ...correcting(whole), typed: retyped(personForm, answersOf(whole)) })
  })
  app.post(correctPersonUrl.pattern, change, async (request: ForPerson, reply) => {
    const whole = await reading(deps.db, actorOf(request), (tx) => wholeOf(tx, request))
    return take(request, reply, deps, correcting(whole))
  })
}

async function wholeOf(tx: ReadTx, request: ForPerson): Promise<PersonWhole> {
  const { person } = request.params
  const whole = isId(person) ? await personWhole(tx, person as unknown as PersonId) : null
  if (!whole) throw new Refusal('not-found', 'There is nobody here of whom you may see this.')
  return whole
}

async function show(request: ForPerson, reply: FastifyReply, deps: Deps) {
  const actor = actorOf(request)
  const { whole, posts } = await reading(deps.db, actor, async (tx) => {
    const found = await wholeOf(tx, request)
    const { pack } = await activePack(tx)
    const held = (await holdersOf(tx, null)).filter(({ person }) => person === found.row.id)
    return {
      whole: found,
      posts: held.map(({ post, kind }) => `${titleOfPost(pack, post)}${kind === 'cover' ? ', as cover' : ''}`),
    }
  })
  const mayCorrect = actor.powers.has('people.import')
  const mayReach = mayCorrect || actor.powers.has('concerns.triage')
  return sendPage(
    reply,
    <PersonPage
      frame={await frameOf(request)}
      whole={whole}
      posts={posts}
      mayCorrect={mayCorrect}
      mayReach={mayReach}
    />,
  )
}

type About = Omit<PersonFormPageProps, 'frame' | 'context' | 'errors'> & {
  readonly save: (tx: Tx, details: PersonDetails) => Promise<PersonId>
  readonly done: string
}

const adding: About = {
  title: 'Add somebody by hand',
  intro: 'For somebody who stands in no file of the school’s system. An import does not change or end them.',
  action: newPersonUrl(),
  back: peopleUrl(),
  save: addPerson,
  done: 'Added.',
}

function correcting({ row, name }: PersonWhole): About {
  const own = 'Nobody else’s records change.'
  const imported = 'They come from the school’s system: mend it there too, or the next import puts back what it says.'
  return {
    title: `Correct details: ${name}`,
    intro: row.source === null ? own : imported,
    action: correctPersonUrl({ person: row.id }),
    back: personUrl({ person: row.id }),
    save: async (tx, details) => {
      await correctPerson(tx, row.id, details)
      return row.id
    },
    done: 'Saved.',
  }
}

const answersOf = ({ row }: PersonWhole): Partial<Answers> => ({
  kind: row.kind,
  given: row.given,
  family: row.family,
  'known-as': row.known_as,
  class: row.class_code,
  job: row.job_title,
  email: row.email,
  phone: row.phone,
  ended: row.ended,
})

const detailsIn = (values: Answers): PersonDetails => ({
  kind: values.kind as PersonDetails['kind'],
  given: values.given,
  family: values.family,
  knownAs: values['known-as'],
  classCode: values.class,
  jobTitle: values.job,
  email: values.email,
  phone: values.phone,
  ended: values.ended,
})

type Again = Partial<Pick<PersonFormPageProps, 'typed' | 'errors'>>

async function ask(request: FastifyRequest, reply: FastifyReply, deps: Deps, about: About & Again) {
  const { title, intro, action, back, typed, errors = [] } = about
  const context = { now: deps.db.clock.now() }
  const page = { title, intro, action, back, typed, errors, context, frame: await frameOf(request) }
  return sendPage(reply, <PersonFormPage {...page} />, errors.length > 0 ? 400 : 200)
}

async function take(request: FastifyRequest, reply: FastifyReply, deps: Deps, about: About) {
  const parsed = parseForm(personForm, request.body, { now: deps.db.clock.now() })
  if (!parsed.ok) return ask(request, reply, deps, { ...about, typed: parsed.typed, errors: parsed.errors })
  try {
    const person = await inSchool(deps.db, actorOf(request), (tx) => about.save(tx, detailsIn(parsed.values)))
    sayNext(reply, { kind: 'done', text: about.done })
    return seeOther(reply, personUrl({ person }))
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    return ask(request, reply, deps, { ...about, typed: parsed.typed, errors: [refusalError(personForm, fault)] })
  }
}
