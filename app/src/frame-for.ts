import type { FastifyRequest } from 'fastify'
import type { Deps } from './engine/deps.js'
import type { Actor } from './kernel/actor.js'
import { reading } from './kernel/db/in-school.js'
import { thisSchool } from './kernel/school.js'
import { personOf } from './modules/access/index.js'
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
  { text: 'People', href: '/people', power: 'people.read' },
] as const satisfies readonly { readonly text: string; readonly href: string; readonly power: string | null }[]

function navigationFor(actor: Actor, path: string): readonly NavigationItem[] {
  return places
    .filter(({ power }) => power === null || actor.powers.has(power))
    .map(({ text, href }) => ({ text, href, current: path === href, active: path.startsWith(`${href}/`) }))
}

type FrameParts = Pick<Frame, 'school' | 'person' | 'navigation'>

/** What surrounds a page, from who asks for it: nothing of a school for somebody who is not signed in. */
export const frameFor =
  ({ db }: Deps) =>
  async (request: FastifyRequest): Promise<FrameParts> => {
    const actor = visitorOf(request)
    if (!actor) return { school: null, person: null, navigation: [] }
    const { name, accent, example } = await reading(db, actor, thisSchool)
    const path = request.url.split('?')[0] ?? ''
    return { school: { name, accent, example }, person: personOf(request), navigation: navigationFor(actor, path) }
  }
