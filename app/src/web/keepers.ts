import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../kernel/refusal.js'
import type { Csrf } from './csrf.js'
import type { Notice } from './layout/frame.js'
import type { Notices } from './notices.js'

const keepers = new WeakMap<FastifyRequest, { readonly csrf: Csrf; readonly notices: Notices }>()

/** Lets routes reach the notices and the form tokens of this application by the request they answer. */
export function installKeepers(app: FastifyInstance, csrf: Csrf, notices: Notices): void {
  app.addHook('onRequest', (request, _reply, done) => {
    keepers.set(request, { csrf, notices })
    done()
  })
}

function keepersOf(request: FastifyRequest) {
  const kept = keepers.get(request)
  if (!kept) throw new Error('installWeb was not called before this route was reached.')
  return kept
}

/** Says something once, at the top of the next page this browser opens: `sayNext(reply, { kind: 'done', text: 'Saved' })`. */
export function sayNext(reply: FastifyReply, notice: Notice): void {
  keepersOf(reply.request).notices.sayNext(reply, notice)
}

/**
 * For routes with `csrf: 'in-handler'`, whose token travels in a multipart body: refuses unless it was made for this
 * session. Call it before anything is done with the rest of the body.
 */
export function mustBeOurForm(request: FastifyRequest, token: unknown): void {
  if (keepersOf(request).csrf.holds(request, token)) return
  throw new Refusal('invalid', 'That page had been open for a long time. Go back, choose the file again and send it')
}
