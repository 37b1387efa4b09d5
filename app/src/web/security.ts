import type { FastifyInstance } from 'fastify'

/**
 * Nothing from anywhere else, nothing inline, in no frame. Pages need no exception: a test reads every rendered page for
 * inline styles and scripts.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

const headers = {
  'content-security-policy': contentSecurityPolicy,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=(), publickey-credentials-get=(self), publickey-credentials-create=(self)',
  'cache-control': 'no-store',
} as const

/**
 * Puts the security headers on every answer, errors included. Nothing is stored by default, because a page left in a
 * shared computer's cache shows a child's worry to the next person; the assets say otherwise for themselves.
 * `secure` is true when people reach us over https, and adds HSTS.
 */
export function installSecurityHeaders(app: FastifyInstance, { secure }: { readonly secure: boolean }): void {
  app.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(headers)
    if (secure) void reply.header('strict-transport-security', 'max-age=31536000')
    done()
  })
}
