import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../engine/deps.js'
import { signingIn, workerIn } from '../../kernel/actor.js'
import { inSchool, reading } from '../../kernel/db/in-school.js'
import type { PersonId } from '../../kernel/ids.js'
import { Refusal } from '../../kernel/refusal.js'
import { listSchools, thisSchool } from '../../kernel/school.js'
import type { SchoolListing } from '../../kernel/school.js'
import { grantSession, startSessionAs, todayUrl } from '../../modules/access/index.js'
import { botherUrl, publicReportUrl } from '../../modules/concerns/index.js'
import { holdersOf } from '../../modules/people/index.js'
import type { Holding } from '../../modules/people/index.js'
import { frameOf } from '../../web/frames.js'
import { needs, seeOther, sendPage } from '../../web/who.js'
import { maySetUp } from '../setup-gate.js'
import { exampleUrl, roleUrl, setupCodeUrl, setupUrl } from '../urls.js'
import { beginExample, buildingNow } from './building.js'
import { ExampleBuildingPage } from './pages/example-building.js'
import { RoleCardsPage } from './pages/role-cards.js'
import { roles } from './roles.js'
import type { Role } from './roles.js'

/** The example school: making it, and being somebody in it. */
export function exampleRoutes(app: FastifyInstance, deps: Deps): void {
  app.get(exampleUrl.pattern, needs('public'), (request, reply) => showExample(request, reply, deps))
  app.post(exampleUrl.pattern, needs('public'), (request, reply) => makeExample(request, reply, deps))
  app.post(roleUrl.pattern, needs('public'), (request: FastifyRequest<{ Params: { role: string } }>, reply) =>
    become(request, reply, deps),
  )
}

async function showExample(request: FastifyRequest, reply: FastifyReply, deps: Deps) {
  const schools = await listSchools(deps.db)
  const building = buildingNow(deps)
  const example = schools.find((school) => school.example)
  if (example && !building) return showCards(request, reply, deps, { example, alone: schools.length === 1 })
  // A header and not a script: the page must come on by itself with no JavaScript too.
  if (building && !building.failed) void reply.header('refresh', '2')
  return sendPage(reply, <ExampleBuildingPage frame={await frameOf(request)} building={building} here={exampleUrl()} />)
}

async function makeExample(request: FastifyRequest, reply: FastifyReply, deps: Deps) {
  const schools = await listSchools(deps.db)
  if (schools.some(({ example }) => example)) return seeOther(reply, exampleUrl())
  if (schools.length > 0)
    throw new Refusal(
      'not-allowed',
      'A school is at work on this server. Make the example on another, or by “hedgerow example”.',
    )
  if (!maySetUp(request, deps)) return seeOther(reply, setupCodeUrl({ next: exampleUrl() }))
  beginExample(deps, (fault) => request.log.error(fault))
  return seeOther(reply, exampleUrl())
}

async function showCards(
  request: FastifyRequest,
  reply: FastifyReply,
  deps: Deps,
  { example, alone }: { readonly example: SchoolListing; readonly alone: boolean },
) {
  const { school, holders } = await reading(deps.db, workerIn(example.school_id), async (tx) => ({
    school: await thisSchool(tx),
    holders: await holdersOf(tx, null),
  }))
  const frame = { ...(await frameOf(request)), school: { name: school.name, accent: school.accent, example: true } }
  const known = roles.flatMap((role) => {
    const holder = holderOf(role, holders)
    return holder ? [{ title: role.title, what: role.what, name: holder.name, href: roleUrl({ role: role.id }) }] : []
  })
  const slug = { school: school.slug }
  const visitors = [
    {
      title: 'A child of Year 2',
      name: null,
      what: 'Something bothers you. Nobody has to know who you are.',
      href: botherUrl(slug),
    },
    {
      title: 'A parent or neighbour',
      name: null,
      what: 'Tell the school of a worry, with your name or without.',
      href: publicReportUrl(slug),
    },
  ]
  const page = { frame, school: school.name, roles: known, visitors, setUpUrl: alone ? setupUrl() : null }
  return sendPage(reply, <RoleCardsPage {...page} />)
}

async function become(request: FastifyRequest<{ Params: { role: string } }>, reply: FastifyReply, deps: Deps) {
  const example = (await listSchools(deps.db)).find((school) => school.example)
  const role = roles.find(({ id }) => id === request.params.role)
  const person = example && role ? await personIn(deps, example, role) : undefined
  if (!example || !person) throw new Refusal('not-found', 'There is nobody like that to be. Choose one of the cards.')
  const grant = await inSchool(deps.db, signingIn(example.school_id), (tx) => startSessionAs(tx, person))
  grantSession(reply, deps.publicUrl, grant)
  return seeOther(reply, todayUrl())
}

const personIn = async ({ db }: Deps, { school_id }: SchoolListing, role: Role): Promise<PersonId | undefined> =>
  holderOf(role, await reading(db, workerIn(school_id), (tx) => holdersOf(tx, [role.post])))?.person

/** Whoever holds the post and is here; where all are away, one of them: an example without its DSL shows nothing. */
const holderOf = ({ post }: Role, holders: readonly Holding[]): Holding | undefined =>
  holders.find((holding) => holding.post === post && !holding.away) ?? holders.find((holding) => holding.post === post)
