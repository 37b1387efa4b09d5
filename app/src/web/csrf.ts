import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import '@fastify/cookie'

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * Why a route that changes something is not sent from a form of ours: 'signed by the gateway'. Or 'in-handler' when
     * the token travels in a multipart body, which only the handler can read: it must call `mustBeOurForm` itself.
     */
    readonly csrf?: 'in-handler' | { readonly exempt: string }
  }
}

/** The name of the hidden field that `<Form>` writes. Scripts send the header instead. */
export const csrfField = '_csrf'
const csrfHeader = 'x-csrf-token'
const cookieName = 'hedgerow_form'

interface CsrfOptions {
  /** `keys.csrf`: 32 bytes, for this and nothing else. */
  readonly key: Buffer
  /** Something secret and stable about the session of a request, or null when nobody is signed in. */
  readonly sessionOf: (request: FastifyRequest) => string | null
  /** Whether people reach us over https. */
  readonly secure: boolean
  /** Answers a form that came without a good token, keeping what was typed unless it came from another site. */
  readonly refuse: (request: FastifyRequest, reply: FastifyReply, cross: boolean) => Promise<FastifyReply>
}

/** Makes and checks the token that every form carries. */
export interface Csrf {
  /** A token for a page made for this request. With nobody signed in it is bound to a cookie that says nothing else. */
  readonly tokenFor: (request: FastifyRequest, reply: FastifyReply) => string
  /** Whether a token was made for this request's session or cookie. */
  readonly holds: (request: FastifyRequest, token: unknown) => boolean
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses every request that would change something unless one of our own pages sent it: by the browser's own word
 * where it gives one (Sec-Fetch-Site, Origin), and always by a token bound to the session. Our no-referrer policy makes
 * browsers send `Origin: null` even to ourselves, so a null origin alone proves nothing and is not refused.
 */
export function installCsrf(app: FastifyInstance, options: CsrfOptions): Csrf {
  const holds = (request: FastifyRequest, token: unknown) =>
    typeof token === 'string' && isMadeFor(options.key, bindings(request, options), token)
  app.addHook('preHandler', async (request, reply) => {
    if (safeMethods.has(request.method)) return
    const rule = request.routeOptions.config.csrf
    if (typeof rule === 'object') return
    const cross = isFromElsewhere(request)
    if (!cross && (rule === 'in-handler' || holds(request, tokenOf(request)))) return
    return options.refuse(request, reply, cross)
  })
  return { tokenFor: (request, reply) => tokenFor(request, reply, options), holds }
}

function tokenOf(request: FastifyRequest): unknown {
  const body = request.body as Readonly<Record<string, unknown>> | null | undefined
  return request.headers[csrfHeader] ?? (typeof body === 'object' ? body?.[csrfField] : undefined)
}

function isFromElsewhere({ headers, host }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const { origin } = headers
  if (origin === undefined || origin === 'null') return false
  // Host may name the port that an origin leaves out, so both are read as addresses before they are compared.
  const theirs = URL.parse(origin)
  return theirs === null || theirs.host !== URL.parse(`${theirs.protocol}//${host}`)?.host
}

function tokenFor(request: FastifyRequest, reply: FastifyReply, options: CsrfOptions): string {
  const [binding = `form:${newCookie(request, reply, options.secure)}`] = bindings(request, options)
  const salt = randomBytes(16)
  return Buffer.concat([salt, sign(options.key, salt, binding)]).toString('base64url')
}

function bindings(request: FastifyRequest, { sessionOf }: CsrfOptions): readonly string[] {
  const session = sessionOf(request)
  if (session !== null) return [`session:${session}`]
  const cookie = request.cookies[cookieName]
  return cookie ? [`form:${cookie}`] : []
}

function newCookie(request: FastifyRequest, reply: FastifyReply, secure: boolean): string {
  const value = randomBytes(16).toString('base64url')
  request.cookies[cookieName] = value
  void reply.setCookie(cookieName, value, { path: '/', httpOnly: true, sameSite: 'lax', secure })
  return value
}

// The salt makes every token look different, so that compressing pages gives none of it away.
const sign = (key: Buffer, salt: Buffer, binding: string) =>
  createHmac('sha256', key).update(salt).update(binding).digest()

function isMadeFor(key: Buffer, candidates: readonly string[], token: string): boolean {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== 48) return false
  return candidates.some((binding) => timingSafeEqual(sign(key, bytes.subarray(0, 16), binding), bytes.subarray(16)))
}
