import type { FastifyRequest } from 'fastify'
import type { Deps } from './engine/deps.js'
import type { Actor } from './kernel/actor.js'
import { personOf, sessionOf } from './modules/access/index.js'
import type { RequestSession } from './modules/access/index.js'
import { clausesKeptBy } from './engine/packs/lookup.js'
import { mechanismsAt } from './engine/packs/mechanisms-at.js'
import type { KeptClause } from './web/layout/foot.js'
import type { Frame } from './web/layout/frame.js'
import type { NavigationItem } from './web/components/govuk/service-navigation.js'
import { visitorOf } from './web/who.js'

/** Where the header leads. */
export const headerUrls: Frame['urls'] = { home: '/', signIn: '/sign-in', signOut: '/sign-out', account: '/account' }

/** Places to go, each for those whose posts allow it. The order is the order of a working day. */
const places = [
  { text: 'Today', href: '/today', power: null },
  { text: 'Report a concern', href: '/report', power: 'concerns.report' },
  { text: 'Concerns', href: '/concerns', power: 'concerns.triage' },
  { text: 'Cases', href: '/cases', power: 'cases.read' },
  { text: 'Is our policy kept?', href: '/policy/kept', power: 'governance.counts' },
  { text: 'Our policy', href: '/policy', power: 'policy.read' },
  { text: 'Registers', href: '/registers', power: 'records.read' },
  { text: 'Agreements', href: '/agreements', power: 'policy.read' },
  { text: 'People', href: '/people', power: 'people.read' },
] as const satisfies readonly { readonly text: string; readonly href: string; readonly power: string | null }[]

/** The place that an address lies in: the longest that begins it, so that '/policy/kept' is not also '/policy'. */
const placeOf = (path: string): string | undefined =>
  places
    .map(({ href }) => href)
    .filter((href) => path === href || path.startsWith(`${href}/`))
    .toSorted((a, b) => b.length - a.length)[0]

function navigationFor(actor: Actor, path: string): readonly NavigationItem[] {
  return places
    .filter(({ power }) => power === null || actor.powers.has(power))
    .map(({ text, href }) => ({ text, href, current: path === href, active: path !== href && placeOf(path) === href }))
}

type FrameParts = Pick<Frame, 'school' | 'person' | 'navigation' | 'keeps' | 'keepsBesides'>

/** As many promises as fit one line at the foot of a page. */
const mostKept = 6

/** The promises kept by the mechanisms whose page this is, linked to where this reader may read them. */
function keptAt(deps: Deps, { pack, actor }: RequestSession, path: string): Pick<Frame, 'keeps' | 'keepsBesides'> {
  if (!pack) return {}
  const { page, ids } = mechanismsAt(deps.modules, path)
  const all = clausesKeptBy(pack, ids)
  const mayOpen = actor.powers.has('governance.counts')
  const keeps = all.slice(0, mostKept).map(({ id, number }): KeptClause => ({
    number,
    url: mayOpen ? `/policy/kept/${id}` : `/policy#${id}`,
  }))
  const more = all.length - keeps.length
  const besides = { count: more, url: `/policy/served?${new URLSearchParams({ page: page ?? '' }).toString()}` }
  return { keeps, ...(more > 0 && actor.powers.has('policy.read') ? { keepsBesides: besides } : {}) }
}

/** What surrounds a page, from who asks for it: nothing of a school for somebody who is not signed in. Asks no database. */
export const frameFor =
  (deps: Deps) =>
  async (request: FastifyRequest): Promise<FrameParts> => {
    const actor = visitorOf(request)
    const session = sessionOf(request)
    if (!actor || !session) return { school: null, person: null, navigation: [] }
    const path = request.url.split('?')[0] ?? ''
    const { name, accent, example } = session.school
    return {
      school: { name, accent, example },
      person: personOf(request),
      navigation: navigationFor(actor, path),
      ...keptAt(deps, session, path),
    }
  }
