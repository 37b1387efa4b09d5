import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../engine/deps.js'
import type { Form, Fields, ValuesOf } from '../../engine/forms/define-form.js'
import type { PersonChoice } from '../../engine/forms/field.js'
import { refusalError } from '../../engine/forms/form-errors.js'
import { parseForm, pickedIn } from '../../engine/forms/parse-form.js'
import { postOf } from '../../engine/packs/lookup.js'
import { workerIn } from '../../kernel/actor.js'
import { inSchool, reading } from '../../kernel/db/in-school.js'
import type { Tx } from '../../kernel/db/tx.js'
import { isId } from '../../kernel/ids.js'
import type { PersonId, PostId } from '../../kernel/ids.js'
import { Refusal } from '../../kernel/refusal.js'
import { frameOf } from '../../web/frames.js'
import { actorOf, needs, seeOther, sendPage } from '../../web/who.js'
import {
  appoint,
  mustBeChecked,
  endAppointment,
  findPeople,
  holdersOf,
  markAway,
  personCards,
} from '../people/index.js'
import type { PersonCard } from '../people/index.js'
import { appointForm, awayForm } from './forms.js'
import { haveYourSayRoutes } from './routes/have-your-say-routes.js'
import { publicPolicyRoutes } from './routes/public-policy-routes.js'
import { readingRoutes } from './routes/reading-routes.js'
import { adoptionRoutes } from './routes/adoption-routes.js'
import { draftRoutes } from './routes/draft-routes.js'
import { ownPromiseRoutes } from './routes/own-promise-routes.js'
import { stepEditingRoutes } from './routes/step-editing-routes.js'
import { reachRoutes } from './routes/reach-routes.js'
import { reviewRoutes } from './routes/review-routes.js'
import { PostFormPage, PostsPage } from './pages/posts.js'
import type { PostFormPageProps, PostLine, Shown } from './pages/posts.js'
import { personRoutes } from './person-routes.js'
import { activePack } from './queries/active-pack.js'
import { whoActs } from './queries/who-acts.js'
import { awayUrl, endPostUrl, postUrl, postsUrl } from './urls.js'

type ForPost = FastifyRequest<{ Params: { post: string } }>

/** Who holds which post: everybody who works here may read it, those whose post allows it may change it. */
export function policyRoutes(app: FastifyInstance, deps: Deps): void {
  readingRoutes(app, deps)
  publicPolicyRoutes(app, deps)
  haveYourSayRoutes(app, deps)
  draftRoutes(app, deps)
  ownPromiseRoutes(app, deps)
  stepEditingRoutes(app, deps)
  adoptionRoutes(app, deps)
  reachRoutes(app, deps)
  reviewRoutes(app, deps)
  personRoutes(app, deps)
  app.get(postsUrl.pattern, needs('policy.read'), (request, reply) => showPosts(request, reply, deps))
  const change = needs('people.posts')
  app.get(postUrl.pattern, change, async (request: ForPost, reply) =>
    ask(request, reply, await appointing(deps, request), fresh(deps, appointForm)),
  )
  app.post(postUrl.pattern, change, async (request: ForPost, reply) => {
    const about = await appointing(deps, request)
    return take({
      request,
      reply,
      deps,
      about,
      form: appointForm,
      work: async (tx, { person, ...given }) => {
        const who = firstOf(person)
        if (about.looksAfterSystems)
          await reading(deps.db, workerIn(tx.actor.schoolId), (all) => mustBeChecked(all, who))
        return appoint(tx, { ...given, post: about.post, person: who })
      },
    })
  })
  app.post(endPostUrl.pattern, change, async (request: ForPost, reply) => {
    const { holding } = (request.body ?? {}) as { readonly holding?: unknown }
    if (!isId(holding)) throw new Refusal('not-found', 'That person does not hold that post any more.')
    await inSchool(deps.db, actorOf(request), (tx) => endAppointment(tx, holding))
    return seeOther(reply, postsUrl())
  })
  app.get(awayUrl.pattern, change, (request, reply) => ask(request, reply, away, fresh(deps, awayForm)))
  app.post(awayUrl.pattern, change, (request, reply) =>
    take({
      request,
      reply,
      deps,
      about: away,
      form: awayForm,
      work: (tx, { person, from, to }) => markAway(tx, { person: firstOf(person), from, to }),
    }),
  )
}

type About = Pick<PostFormPageProps, 'title' | 'intro' | 'action' | 'button'>

const away: About = {
  title: 'Somebody is away',
  intro: 'What would reach them reaches their deputy too, until they are back. No reason is asked.',
  action: awayUrl(),
  button: 'Save',
}

/** A post to be given, and whether its holder may give others a way in: then a check that has run out stands in the way. */
type Appointing = About & { readonly post: PostId; readonly looksAfterSystems: boolean }

async function appointing(deps: Deps, request: ForPost): Promise<Appointing> {
  const { pack } = await reading(deps.db, actorOf(request), activePack)
  const post = postOf(pack, request.params.post)
  if (!post) throw new Refusal('not-found', 'The policy has no such post.')
  const intro = `${post.plain} Their duties and powers begin on the first day.`
  return {
    post: post.id,
    looksAfterSystems: post.powers.includes('access.accounts'),
    title: `Name somebody: ${post.title}`,
    intro,
    action: postUrl({ post: post.id }),
    button: 'Save',
  }
}

const fresh = (deps: Deps, form: Form): Shown => ({ form, context: { now: deps.db.clock.now() }, errors: [] })

const firstOf = (picked: { readonly people: readonly { readonly id: string }[] }): PersonId =>
  picked.people[0]?.id as PersonId

async function ask(request: FastifyRequest, reply: FastifyReply, about: About, shown: Shown) {
  const { title, intro, action, button } = about
  const page = <PostFormPage frame={await frameOf(request)} {...{ title, intro, action, button }} {...shown} />
  return sendPage(reply, page, shown.errors.length > 0 ? 400 : 200)
}

interface Taking<F extends Fields> {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly deps: Deps
  readonly about: About
  readonly form: Form<F>
  readonly work: (tx: Tx, values: ValuesOf<F>) => Promise<unknown>
}

const choiceOf = ({ id, name, job_title, kind }: PersonCard): PersonChoice => ({ id, name, about: job_title ?? kind })

/** Takes a form with one picker in, or shows it again with everything typed kept and, where a name was sought, who was found. */
async function take<F extends Fields>({ request, reply, deps, about, form, work }: Taking<F>) {
  const actor = actorOf(request)
  const now = deps.db.clock.now()
  const picked = pickedIn(form, request.body).filter(isId) as readonly string[] as readonly PersonId[]
  const cards = await reading(deps.db, actor, (tx) => personCards(tx, picked))
  const people = new Map<string, PersonChoice>([...cards].map(([id, card]) => [id, choiceOf(card)]))
  const parsed = parseForm(form, request.body, { now, people })
  if (!parsed.ok) {
    const { search, errors, typed } = parsed
    const found = search
      ? (
          await reading(deps.db, actor, (tx) =>
            findPeople(tx, { text: search.words, kinds: ['staff', 'governor', 'volunteer', 'contractor'] }),
          )
        ).map(choiceOf)
      : []
    const offered = new Map([...people, ...found.map((one) => [one.id, one] as const)])
    return ask(request, reply, about, {
      form,
      context: { now, people: offered },
      typed,
      errors,
      ...(search ? { found: { person: found } } : {}),
    })
  }
  try {
    await inSchool(deps.db, actor, (tx) => work(tx, parsed.values))
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    return ask(request, reply, about, {
      form,
      context: { now, people },
      typed: parsed.typed,
      errors: [refusalError(form, fault)],
    })
  }
  return seeOther(reply, postsUrl())
}

async function showPosts(request: FastifyRequest, reply: FastifyReply, deps: Deps) {
  const actor = actorOf(request)
  const posts = await reading(deps.db, actor, async (tx): Promise<readonly PostLine[]> => {
    const { pack } = await activePack(tx)
    const holdings = await holdersOf(tx, null)
    return pack.posts.map(({ id, title, plain, required }) => {
      const held = holdings.filter(({ post }) => post === id)
      const acting = whoActs(pack, holdings, id).filter(({ through }) => through !== id)
      const holders = held.map(({ name, kind, away: gone, holding }) => ({
        name,
        cover: kind === 'cover',
        away: gone,
        ends: holding,
      }))
      return { id, title, plain, required, holders, acting: acting.map(({ name }) => name) }
    })
  })
  return sendPage(
    reply,
    <PostsPage frame={await frameOf(request)} posts={posts} mayChange={actor.powers.has('people.posts')} />,
  )
}
