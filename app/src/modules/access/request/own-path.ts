/** Printable, on our own host, and not the start of another host's address ('//', '/\'). */
const ours = /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]{0,500}$/

/** A path of ours that somebody wanted before they signed in, or null for anything else that came in its place. */
export const ownPath = (next: unknown): string | null => (typeof next === 'string' && ours.test(next) ? next : null)
