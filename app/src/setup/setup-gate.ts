import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import '@fastify/cookie'
import type { Keys } from '../kernel/keys.js'

/** Letters and figures that nobody mistakes for one another on a terminal. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const cookieName = 'hedgerow_setup'

/**
 * The code that whoever started this server reads on its terminal, 'K7QM-2XRD': made from the secret file, so that it
 * stays the same until a school is set up, and nobody without the machine can know it.
 */
export function setupCode({ code }: Pick<Keys, 'code'>): string {
  const bytes = createHmac('sha256', code).update('setup').digest()
  const letters = [...bytes.subarray(0, 8)].map((byte) => ALPHABET[byte % ALPHABET.length])
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`
}

/** Whether a code was typed rightly, small letters and forgotten hyphens allowed. */
export const isSetupCode = (keys: Pick<Keys, 'code'>, typed: string): boolean =>
  same(typed.toUpperCase().replace(/[^A-Z0-9]/g, ''), setupCode(keys).replace('-', ''))

const loopback = /^(localhost|127(\.\d+){3}|\[?::1\]?)$/i

/**
 * Whether the person who asks sits at this machine: by its address, by the name they used for it, and by the name that
 * the settings give it. A server that strangers can reach fails one of the three and asks for the code.
 */
export function isAtThisMachine(request: FastifyRequest, publicUrl: string): boolean {
  const own = request.ip.replace(/^::ffff:/, '')
  const { headers } = request
  const forwarded = headers['x-forwarded-for'] ?? headers['x-forwarded-host'] ?? headers.forwarded
  return (
    forwarded === undefined && [own, request.hostname, new URL(publicUrl).hostname].every((name) => loopback.test(name))
  )
}

/** Whether this browser may set up: it is at this machine, or has shown the code. */
export const maySetUp = (request: FastifyRequest, deps: { readonly keys: Keys; readonly publicUrl: string }): boolean =>
  isAtThisMachine(request, deps.publicUrl) || same(request.cookies[cookieName] ?? '', markOf(deps.keys))

/** Remembers in this browser that the code was shown. */
export function letSetUp(
  reply: FastifyReply,
  { keys, publicUrl }: { readonly keys: Keys; readonly publicUrl: string },
) {
  const secure = publicUrl.startsWith('https://')
  void reply.setCookie(cookieName, markOf(keys), { path: '/', httpOnly: true, sameSite: 'strict', secure })
}

const markOf = ({ code }: Pick<Keys, 'code'>): string =>
  createHmac('sha256', code).update('setup shown').digest('base64url')

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
