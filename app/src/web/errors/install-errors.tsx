import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { Refusal, type RefusalKind } from '../../kernel/refusal.js'
import { frameOf } from '../frames.js'
import type { Frame } from '../layout/frame.js'
import { renderPage } from '../page.js'
import { FaultPage, NotFoundPage, RefusedPage } from './pages.js'
import { faultReference } from './reference.js'

const statuses = {
  invalid: 400,
  'not-allowed': 403,
  'not-found': 404,
  conflict: 409,
  'too-late': 409,
} as const satisfies Record<RefusalKind, number>

/** What Fastify itself refuses before a route is reached, in words. */
const ownRefusals: Readonly<Record<number, string>> = {
  413: 'That is more than we can take at once. Shorten it, or send it in parts',
  415: 'That came in a form we cannot read',
}

/** Answers everything that goes wrong: a refusal with its sentence, a missing page, a fault with a reference and no more. */
export function installErrors(app: FastifyInstance, bareFrame: Frame): void {
  const answer = answering(bareFrame)
  app.setNotFoundHandler((request, reply) =>
    answer(request, reply.code(404), (frame) => <NotFoundPage frame={frame} />, { error: 'not-found' }),
  )
  app.setErrorHandler<FastifyError | Refusal>((error, request, reply) => {
    const refusal = error instanceof Refusal ? error : refusalOf(error)
    if (!refusal) return fault(error, request, reply, answer)
    const { kind, sentence, field } = refusal
    const page = (frame: Frame) => <RefusedPage frame={frame} kind={kind} sentence={sentence} />
    return answer(request, reply.code(statuses[kind]), page, { error: kind, sentence, field })
  })
}

/** Client errors of Fastify's own (malformed or oversized bodies) are refusals; everything else it throws is a fault. */
function refusalOf(error: FastifyError): Refusal | null {
  const status = error.statusCode ?? 500
  if (status < 400 || status >= 500) return null
  return new Refusal('invalid', ownRefusals[status] ?? 'We could not understand what was sent. Go back and try again')
}

type Answer = ReturnType<typeof answering>

function fault(error: Error, request: FastifyRequest, reply: FastifyReply, answer: Answer) {
  const reference = faultReference()
  // Under `err` the log keeps where it broke and drops the message: a database puts the values of a row into its messages.
  request.log.error({ reference, route: request.routeOptions.url, err: error }, 'fault')
  return answer(request, reply.code(500), (frame) => <FaultPage frame={frame} reference={reference} />, {
    error: 'fault',
    reference,
  })
}

function answering(bareFrame: Frame) {
  return async (request: FastifyRequest, reply: FastifyReply, page: (frame: Frame) => VNode, json: object) => {
    if (wantsJson(request)) return reply.send(json)
    // The frame may be what broke (no database): a page without a name on it is better than none.
    const frame = await frameOf(request).catch(() => bareFrame)
    return reply.type('text/html; charset=utf-8').send(renderPage(page(frame)))
  }
}

function wantsJson({ headers }: FastifyRequest): boolean {
  const accepted = headers.accept ?? ''
  return accepted.includes('application/json') && !accepted.includes('text/html')
}
