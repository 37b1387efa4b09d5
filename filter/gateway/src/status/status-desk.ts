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

  answer(head: RequestHead, conversation: Conversation<string>): OwnAnswer | Promise<OwnAnswer> {
    const address = conversation.client
    if (!mayAsk(head, address, this.#parts.token)) return NO_TOKEN
    if (head.method === 'POST' && head.target === '/decision') return this.#decisionByBody(head, conversation)
    if (head.method !== 'GET') return ONLY_GET
    // Not by the URL standard: the paths are ours and few, and taking an address apart costs more than the answer.
    const mark = head.target.indexOf('?')
    const path = mark < 0 ? head.target : head.target.slice(0, mark)
    const page = PAGES.get(path)
    const query = mark < 0 ? '' : head.target.slice(mark + 1)
    return page === undefined ? NO_PAGE : page(this.#parts, { address, query })
  }

  /** With the text of a page: it is too long for an address, and addresses are written down on their way. */
  #decisionByBody(head: RequestHead, conversation: Conversation<string>): OwnAnswer | Promise<OwnAnswer> {
    const type = valuesOf(head.headers, 'content-type')[0] ?? ''
    if (!/^application\/x-www-form-urlencoded(;|$)/i.test(type)) return NO_FORM
    const body = conversation.body(head, LARGEST_FORM)
    if (body === null) return TOO_LONG
    return body.then((bytes) => answerDecision(conversation.client, bytes.toString('utf8'), this.#parts))
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
const ONLY_GET = sentence(405, 'Only GET is answered here, and POST at /decision.')
const NO_FORM = sentence(415, 'A question in a body is a form: application/x-www-form-urlencoded.')
/** More text than nearly any page has. It is scored while everybody else waits, some 20 ms for so much. */
const LARGEST_FORM = 256 * 1024
const TOO_LONG = sentence(413, `A body says how long it is, and is no longer than ${LARGEST_FORM / 1024} KB.`)
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
