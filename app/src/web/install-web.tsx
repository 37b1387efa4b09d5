import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { installCsrf, type Csrf } from './csrf.js'
import { installErrors } from './errors/install-errors.js'
import { FromElsewherePage, SendAgainPage } from './errors/pages.js'
import { frameOf, installFrames, type FrameMaker } from './frames.js'
import { installKeepers } from './keepers.js'
import { keptFields } from './kept-fields.js'
import type { Frame } from './layout/frame.js'
import { noticesWith, type Notices } from './notices.js'
import { renderPage } from './page.js'
import { installSecurityHeaders } from './security.js'
import { serveAssets } from './serve-assets.js'

/** The largest form body, in bytes. Far above what any field takes, so that a text too long is told so beside its field. */
const bodyLimit = 4 * 1024 * 1024

interface WebOptions {
  /** Where build-css put the assets. */
  readonly assetFolder: string
  /** `keys.csrf`. */
  readonly key: Buffer
  /** Whether people reach us over https. */
  readonly secure: boolean
  /** Something secret and stable about the session of a request (its token's hash), or null when nobody is signed in. */
  readonly sessionOf: (request: FastifyRequest) => string | null
  /** The addresses the header links to. */
  readonly urls: Frame['urls']
  /** What the modules know of a request: school, person, navigation. The rest of the frame is added here. */
  readonly frame: (
    request: FastifyRequest,
    reply: FastifyReply,
  ) => Promise<Pick<Frame, 'school' | 'person' | 'navigation' | 'keeps'>>
}

/** What routes may need of the web beyond pages. */
export interface Web {
  readonly csrf: Csrf
  readonly notices: Notices
}

/**
 * Everything that stands between Fastify and the modules' routes, in the order in which a request meets it: headers,
 * cookies, form bodies, the frame, the form token, assets, errors. Call it before any route is registered.
 */
export async function installWeb(app: FastifyInstance, options: WebOptions): Promise<Web> {
  const { key, secure, urls } = options
  installSecurityHeaders(app, { secure })
  await app.register(cookie)
  await app.register(formbody, { bodyLimit })
  const assets = serveAssets(app, options.assetFolder)
  const notices = noticesWith(key, secure)
  const csrf = installCsrf(app, { key, secure, sessionOf: options.sessionOf, refuse })
  installKeepers(app, csrf, notices)
  const make: FrameMaker = async (request, reply) => ({
    ...(await options.frame(request, reply)),
    csrf: csrf.tokenFor(request, reply),
    notice: notices.take(request, reply),
    assets,
    urls,
  })
  installFrames(app, make)
  installErrors(app, { school: null, person: null, navigation: [], csrf: '', notice: null, assets, urls })
  return { csrf, notices }
}

async function refuse(request: FastifyRequest, reply: FastifyReply, cross: boolean): Promise<FastifyReply> {
  const frame = await frameOf(request)
  const page = cross ? (
    <FromElsewherePage frame={frame} />
  ) : (
    <SendAgainPage frame={frame} action={request.url} typed={keptFields(request.body)} />
  )
  return reply.code(403).type('text/html; charset=utf-8').send(renderPage(page))
}
