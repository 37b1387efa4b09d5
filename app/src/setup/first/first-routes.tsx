import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../engine/deps.js'
import { publicIn } from '../../kernel/actor.js'
import { reading } from '../../kernel/db/in-school.js'
import { Refusal } from '../../kernel/refusal.js'
import { listSchools, thisSchool } from '../../kernel/school.js'
import type { SchoolListing } from '../../kernel/school.js'
import { signInUrl, todayUrl } from '../../modules/access/index.js'
import { botherUrl, publicReportUrl } from '../../modules/concerns/index.js'
import { frameOf } from '../../web/frames.js'
import { needs, seeOther, sendPage, visitorOf } from '../../web/who.js'
import { exampleUrl, schoolUrl, setupUrl } from '../urls.js'
import { ChoicePage } from './pages/choice.js'
import { SchoolFrontPage } from './pages/school-front.js'
import { SchoolsPage } from './pages/schools.js'

type ForSchool = FastifyRequest<{ Params: { school: string } }>

/** `/` and a school's own front page. */
export function firstRoutes(app: FastifyInstance, deps: Deps): void {
  app.get('/', needs('public'), (request, reply) => showFirst(request, reply, deps))
  app.get(schoolUrl.pattern, needs('public'), async (request: ForSchool, reply) => {
    const school = (await listSchools(deps.db)).find(({ slug }) => slug === request.params.school)
    if (!school) throw new Refusal('not-found', 'There is no school at this address. Choose yours from the list.')
    return showFront(request, reply, deps, school)
  })
}

/** Whoever is in goes to their day; one school shows its front; several are chosen from; none is set up or looked around in. */
async function showFirst(request: FastifyRequest, reply: FastifyReply, deps: Deps) {
  if (visitorOf(request)) return seeOther(reply, todayUrl())
  const schools = await listSchools(deps.db)
  const real = schools.filter(({ example }) => !example)
  const [only] = real
  if (only && real.length === 1) return showFront(request, reply, deps, only)
  const frame = await frameOf(request)
  if (!only) return sendPage(reply, <ChoicePage frame={frame} urls={{ setUp: setupUrl(), example: exampleUrl() }} />)
  const listed = schools.map(({ slug, name, example }) => ({
    name,
    example,
    href: example ? exampleUrl() : schoolUrl({ school: slug }),
  }))
  return sendPage(reply, <SchoolsPage frame={frame} schools={listed} />)
}

async function showFront(request: FastifyRequest, reply: FastifyReply, { db }: Deps, listed: SchoolListing) {
  const { name, accent, phone, slug: school, example } = await reading(db, publicIn(listed.school_id), thisSchool)
  const frame = { ...(await frameOf(request)), school: { name, accent, example } }
  const urls = {
    bother: botherUrl({ school }),
    report: publicReportUrl({ school }),
    signIn: example ? exampleUrl() : signInUrl(),
  }
  return sendPage(reply, <SchoolFrontPage frame={frame} name={name} phone={phone} urls={urls} />)
}
