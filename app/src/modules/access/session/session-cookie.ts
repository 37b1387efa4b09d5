import type { Temporal } from 'temporal-polyfill'

/** Attributes as @fastify/cookie takes them. */
export interface CookieAttributes {
  readonly path: '/'
  readonly httpOnly: true
  readonly secure: boolean
  readonly sameSite: 'lax'
  /** Seconds. */
  readonly maxAge?: number
}

/**
 * The name of the session's cookie. Over https it has the prefix that makes browsers refuse it from anybody but this very
 * host over https (RFC 6265bis, section 4.1.3.2); over http, on a machine that is being tried out, they would refuse it always.
 */
export function sessionCookieName(publicUrl: string): string {
  return isHttps(publicUrl) ? '__Host-hedgerow' : 'hedgerow'
}

/**
 * How the cookie is set. On a person's own machine it lives as long as the session may (`lasts`), so that a phone that
 * closed its browser in the middle of a report goes on; on a shared one it is forgotten with the window. `lax` and not
 * `strict`, or the link in a mail would lead to the sign-in page of somebody who is signed in; forms are bound by `keys.csrf`.
 * `lasts` is told as a length and not as a date: a phone whose clock is a day fast would throw the cookie away at once.
 */
export function sessionCookie(publicUrl: string, shared: boolean, lasts: Temporal.Duration): CookieAttributes {
  const always = { path: '/', httpOnly: true, secure: isHttps(publicUrl), sameSite: 'lax' } as const
  return shared ? always : { ...always, maxAge: Math.floor(lasts.total('seconds')) }
}

function isHttps(publicUrl: string): boolean {
  return new URL(publicUrl).protocol === 'https:'
}
