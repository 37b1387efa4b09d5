import { createHash, timingSafeEqual } from 'node:crypto'
import { type OwnAnswer, sentence } from '../http/answers.js'
import type { Conversation, Desk } from '../http/conversation.js'
import { type RequestHead, valuesOf } from '../http/request-head.js'
import { answerDecision, type DecisionParts } from './decision-api.js'
import { type Metric, metricsText } from './metrics.js'
import { statusPage, type StatusView } from './status-page.js'
import { statusStyle } from './status-style.js'

/** What the status desk shows. */
export interface StatusParts extends DecisionParts {
  /** Null: only this machine itself is answered. */
  readonly token: string | null
  /** Told of a mistake of our own. */
  readonly faulty: (fault: unknown) => void
  readonly view: () => StatusView
  readonly metrics: () => readonly Metric[]
}

const CSP = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(statusStyle).digest('base64')}'; frame-ancestors 'none'`

/** Status, metrics and decisions over HTTP: for the machine itself, and for others only with the token. */
export class StatusDesk implements Desk<string> {
  readonly #parts: StatusParts

  constructor(parts: StatusParts) {
    this.#parts = parts
  }

  /** Everybody's connection is taken, and their address is looked at with each request: a token may come with it. */
  admit(address: string): string {
    return address
  }

  refused(): void {}

  faulty(fault: unknown): void {
    this.#parts.faulty(fault)
  }

  answer(head: RequestHead, { client: address }: Conversation<string>): OwnAnswer {
    if (!mayAsk(head, address, this.#parts.token)) return NO_TOKEN
    if (head.method !== 'GET') return ONLY_GET
    // Not by the URL standard: the paths are ours and few, and taking an address apart costs more than the answer.
    const mark = head.target.indexOf('?')
    const path = mark < 0 ? head.target : head.target.slice(0, mark)
    const page = PAGES.get(path)
    const query = mark < 0 ? '' : head.target.slice(mark + 1)
    return page === undefined ? NO_PAGE : page(this.#parts, { address, query })
  }
}

type Page = (parts: StatusParts, asked: { address: string; query: string }) => OwnAnswer

const PAGES: ReadonlyMap<string, Page> = new Map<string, Page>([
  ['/', ({ view }) => shown('text/html; charset=utf-8', statusPage(view()))],
  ['/health', ({ view }) => health(view())],
  ['/metrics', ({ metrics }) => shown('text/plain; version=0.0.4', metricsText(metrics()))],
  ['/decision', (parts, { address, query }) => answerDecision(address, query, parts)],
])

const NO_TOKEN = sentence(401, 'This answers only with the token of this gateway.')
const ONLY_GET = sentence(405, 'Only GET is answered here.')
const NO_PAGE = sentence(404, `There is ${[...PAGES.keys()].join(', ')}.`)

function shown(type: string, text: string): OwnAnswer {
  const headers = type.startsWith('text/html') ? { headers: { 'Content-Security-Policy': CSP } } : {}
  return { status: 200, type, body: Buffer.from(text), ...headers }
}

/** For whatever watches the gateway: 200 while every part works. */
function health({ parts }: StatusView): OwnAnswer {
  const failing = parts.filter(({ state }) => state === 'failing').map(({ title }) => title)
  return failing.length === 0 ? sentence(200, 'well') : sentence(503, failing.join(', '))
}

/**
 * Another machine needs the token. This machine itself needs none, but a browser on it that some page sends here does:
 * its Host is then that page's, not ours (DNS rebinding).
 */
function mayAsk({ headers, host }: RequestHead, address: string, token: string | null): boolean {
  const given = /^Bearer (.+)$/.exec(valuesOf(headers, 'authorization')[0] ?? '')?.[1]
  if (token !== null && given !== undefined) return same(given, token)
  return isThisMachine(address) && OURS.test(host)
}

const OURS = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

const isThisMachine = (address: string): boolean =>
  address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1'

const same = (given: string, token: string): boolean =>
  timingSafeEqual(createHash('sha256').update(given).digest(), createHash('sha256').update(token).digest())
