import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import type { Deps } from '../../../engine/deps.js'
import { needs, sendPage } from '../../../web/who.js'
import { botherButtonSvg } from '../pages/bother/bother-button.js'
import type { BotherFrame } from '../pages/bother/bother-frame.js'
import { Embed } from '../pages/bother/embed.js'
import { GrownUp } from '../pages/bother/grown-up.js'
import { Poster } from '../pages/bother/poster.js'
import { PutAway } from '../pages/bother/put-away.js'
import { BotherStart } from '../pages/bother/start.js'
import { botherPageUrl, botherUrl } from '../urls.js'
import { botherFrameFor } from './bother-frame-for.js'
import { botherReturnRoutes } from './bother-return-routes.js'
import { botherTellRoutes } from './bother-tell-routes.js'
import type { Doors } from './doors.js'
import { publicSchool } from '../../policy/index.js'

export const anybody = needs('public')

/** The address of a pupils' page, and the school in it. */
export type AtSchool = { Params: { school: string } }
export const botherPath = (page: string): string => botherPageUrl.pattern.replace(':page', page)

/** Every page for pupils. None needs an account, none keeps a trace of who asked. */
export function botherRoutes(app: FastifyInstance, deps: Deps, doors: Doors): void {
  const page = (path: string, make: (bother: BotherFrame, school: string) => JSX.Element) =>
    app.get<AtSchool>(path, anybody, async (request, reply) => show(request, reply, deps, make))
  page(botherUrl.pattern, (bother) => <BotherStart bother={bother} />)
  page(botherPath('put-away'), (bother) => <PutAway bother={bother} />)
  // Names of grown-ups are shown once a school has said which: until then the page says that any of them may be told.
  page(botherPath('grown-up'), (bother) => <GrownUp bother={bother} adults={[]} />)
  page(botherPath('poster'), (bother, school) => (
    <Poster bother={bother} address={fullAddress(deps, botherUrl({ school }))} print="Print this poster" />
  ))
  page(botherPath('embed'), (bother, school) => (
    <Embed
      bother={bother}
      address={fullAddress(deps, botherUrl({ school }))}
      image={fullAddress(deps, botherPageUrl({ school, page: 'button.svg' }))}
      posterUrl={botherPageUrl({ school, page: 'poster' })}
    />
  ))
  app.get<AtSchool>(botherPath('button.svg'), anybody, (_request, reply) =>
    reply
      .header('cache-control', 'public, max-age=86400')
      .header('cross-origin-resource-policy', 'cross-origin')
      .type('image/svg+xml')
      .send(botherButtonSvg()),
  )
  botherTellRoutes(app, deps, doors)
  botherReturnRoutes(app, deps, doors)
}

/** An address of ours with the server's name, for paper and for other websites. */
export const fullAddress = ({ publicUrl }: Deps, path: string): string => `${publicUrl.replace(/\/$/, '')}${path}`

async function show(
  request: FastifyRequest<AtSchool>,
  reply: FastifyReply,
  deps: Deps,
  make: (bother: BotherFrame, school: string) => JSX.Element,
): Promise<FastifyReply> {
  const here = await publicSchool(deps, request.params.school)
  return sendPage(reply, make(await botherFrameFor(request, here), here.school.slug))
}
