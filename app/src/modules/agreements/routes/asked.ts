import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../../engine/deps.js'

/** A request on its way: what every handler of ours needs. */
export interface Asked<Request extends FastifyRequest = FastifyRequest> {
  readonly request: Request
  readonly reply: FastifyReply
  readonly deps: Deps
}

/** What was typed, by field, and what is wrong with it; nothing for a fresh page. */
export interface Again {
  readonly typed: Readonly<Record<string, string>>
  readonly problems: readonly { readonly field: string; readonly sentence: string }[]
}

export const fresh: Again = { typed: {}, problems: [] }

/** The status of a page that may have come back with something to put right. */
export const statusOf = ({ problems }: Pick<Again, 'problems'>): number => (problems.length > 0 ? 400 : 200)
