import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Frame } from './layout/frame.js'

/** Makes the frame of a request: reads its session, its school and its notice. */
export type FrameMaker = (request: FastifyRequest, reply: FastifyReply) => Promise<Frame>

const makers = new WeakMap<FastifyRequest, () => Promise<Frame>>()

/** Gives every request a frame, made when a page first asks for it: what serves no page pays nothing. */
export function installFrames(app: FastifyInstance, make: FrameMaker): void {
  app.addHook('onRequest', (request, reply, done) => {
    let frame: Promise<Frame> | undefined
    makers.set(request, () => (frame ??= make(request, reply)))
    done()
  })
}

/** What surrounds the page of this request, for `<Page frame={await frameOf(request)}>`. */
export function frameOf(request: FastifyRequest): Promise<Frame> {
  const make = makers.get(request)
  if (!make) throw new Error('installFrames was not called before this route was reached.')
  return make()
}
