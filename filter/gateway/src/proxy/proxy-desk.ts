import { isToJudge, type Outcome, type Rewrite, verdictOf } from '../../../engine/src/index.js'
import type { Client } from '../clients/client.js'
import type { Clients } from '../clients/clients.js'
import type { SignIn } from '../clients/sign-in.js'
import type { LogLines } from '../log/log-lines.js'
import { isOpen, type Rulings } from '../rulings/rulings.js'
import type { Pages } from '../page/pages.js'
import { type OwnAnswer, sentence } from '../http/answers.js'
import type { ConnectionRefusal, Conversation, Desk } from '../http/conversation.js'
import type { Destination, Destinations } from './destinations.js'
import { forward } from './forward.js'
import { ProxyCounts, type ProxyRefusal } from './proxy-counts.js'
import { type RequestHead, valuesOf } from '../http/request-head.js'
import { readTarget, type Target } from './target.js'
import { openTunnel } from './tunnel.js'

/** What the proxy needs of the rest of the gateway. */
export interface ProxyParts {
  readonly rulings: Rulings
  readonly clients: Clients
  readonly log: LogLines
  readonly destinations: Destinations
  /** Null where nobody signs in; `required`: who has not is asked to. */
  readonly signIn: { readonly check: SignIn; readonly required: boolean } | null
  /** Ports that CONNECT may reach. */
  readonly ports: ReadonlySet<number>
  readonly pages: Pages
  readonly pac: OwnAnswer
  /** Told of a mistake of our own. */
  readonly faulty: (fault: unknown) => void
  readonly clock: () => number
}

const REALM = 'Basic realm="School internet", charset="UTF-8"'

/** Answers each request to the proxy: refuses, shows the block page, passes on, or opens a tunnel. */
export class ProxyDesk implements Desk<Client> {
  readonly counts = new ProxyCounts()
  readonly #parts: ProxyParts

  constructor(parts: ProxyParts) {
    this.#parts = parts
  }

  admit(address: string): Client | null {
    this.counts.connections++
    return this.#parts.clients.at(address)
  }

  refused(why: ConnectionRefusal): void {
    this.counts.refuse(why)
  }

  faulty(fault: unknown): void {
    this.#parts.faulty(fault)
  }

  answer(head: RequestHead, conversation: Conversation<Client>): OwnAnswer | null | Promise<OwnAnswer | null> {
    this.counts.asked++
    if (head.target === '/proxy.pac' || head.target === '/wpad.dat') return this.#parts.pac
    const who = this.#whoAsks(head, conversation)
    if (who instanceof Promise) return who.then((later) => this.#answerTo(later, head, conversation))
    return this.#answerTo(who, head, conversation)
  }

  #whoAsks(head: RequestHead, { client }: Conversation<Client>): Client | OwnAnswer | Promise<Client | OwnAnswer> {
    const { signIn, clock } = this.#parts
    if (signIn === null) return client
    const header = valuesOf(head.headers, 'proxy-authorization')[0]
    if (header === undefined) return signIn.required ? this.#askToSignIn() : client
    const now = clock()
    return signIn.check.known(header, client.address, now) ?? this.#checkSignIn(header, client.address, now)
  }

  async #checkSignIn(header: string, address: string, now: number): Promise<Client | OwnAnswer> {
    const found = await this.#parts.signIn?.check.check(header, address, now)
    if (found === 'too-often')
      return this.#refuse('sign-in', 429, 'Too many wrong passwords. Wait a minute, then try again.')
    if (found === 'busy') return this.#refuse('sign-in', 503, 'Too many people are signing in at once. Try again.')
    return found === undefined || found === 'wrong' ? this.#askToSignIn() : found
  }

  #askToSignIn(): OwnAnswer {
    this.counts.refuse('sign-in')
    return sentence(407, 'Sign in to use the school’s internet.', { 'Proxy-Authenticate': REALM })
  }

  #answerTo(who: Client | OwnAnswer, head: RequestHead, conversation: Conversation<Client>) {
    if ('status' in who) return who
    const target = readTarget(head)
    if (target === null) return this.#refuse('malformed', 400, 'It does not say in one way where it wants to go.')
    const isConnect = head.method === 'CONNECT'
    if (isConnect && !this.#parts.ports.has(target.port))
      return this.#refuse('port', 403, `The school’s filter carries nothing to port ${target.port}.`)
    const outcome = this.#rule(isConnect ? 'connect' : 'http', target.asked, who)
    if (!isOpen(verdictOf(outcome))) return this.#blocked(head, target, who)
    return this.#carry({ head, target, who, outcome, conversation })
  }

  #rule(kind: 'connect' | 'http', asked: string, client: Client): Outcome {
    const { rulings, log, clock } = this.#parts
    const { snapshot } = rulings
    const at = rulings.moment(clock())
    const profile = client.profile(snapshot)
    const outcome =
      kind === 'http' ? snapshot.outcomeOfUrl(asked, profile, at) : snapshot.outcomeOfHost(asked, profile, at)
    const toJudge = isToJudge(outcome) ? rulings.toJudge({ kind, target: asked, who: client.who, at }) : undefined
    log.text({ at, client, answer: rulings.columns(kind, outcome) }, asked, toJudge)
    return outcome
  }

  /** The reasons are worked out only for somebody who will read them: a page, not the pictures and scripts in one. */
  #blocked(head: RequestHead, target: Target, client: Client): OwnAnswer {
    this.counts.blocked++
    const isConnect = head.method === 'CONNECT'
    if (isConnect || !valuesOf(head.headers, 'accept').join().includes('text/html')) return BLOCKED
    const { rulings, pages, clock } = this.#parts
    const question = { kind: 'http', target: target.asked, who: client.who, at: rulings.moment(clock()) } as const
    return pages.forDecision(rulings.snapshot.decide(question), client)
  }

  #carry(passage: Passage): null | OwnAnswer | Promise<OwnAnswer | null> {
    const rewrite = this.#parts.rulings.snapshot.rewrite(passage.outcome)
    const moved = passage.head.method === 'CONNECT' ? null : safeAddress(passage.target, rewrite)
    if (moved !== null) return { ...sentence(302, 'Safe search is on.'), headers: { Location: moved } }
    // A safe name in place of the asked one: the same site, at the address where it searches safely.
    const host = (passage.head.method === 'CONNECT' ? rewrite?.cname : null) ?? passage.target.host
    const found = this.#parts.destinations.find(host)
    if (found instanceof Promise) return found.then((later) => this.#carryTo(later, passage, rewrite))
    return this.#carryTo(found, passage, rewrite)
  }

  #carryTo(found: Destination, passage: Passage, rewrite: Rewrite | null): OwnAnswer | null {
    if (found.kind === 'inside')
      return this.#refuse('inside', 403, 'The filter carries nothing to addresses inside the school.')
    if (found.kind === 'unknown') return this.#refuse('unknown-host', 502, 'There is no site of that name.')
    if (found.kind === 'unanswered')
      return this.#refuse('unknown-host', 503, 'The name servers do not answer. Try again soon.')
    if (passage.head.method === 'CONNECT') this.#tunnel(passage, found.address)
    else this.#forward(passage, found.address, rewrite?.header ?? {})
    return null
  }

  #tunnel({ target, who, conversation }: Passage, address: string): void {
    openTunnel({
      client: conversation.socket,
      early: conversation.handOver(),
      host: target.host,
      address,
      port: target.port,
      mayGoTo: (name) => this.#mayGoTo(name, who),
      refused: (why) => this.counts.refuse(why),
      settled: () => conversation.settled(),
    })
  }

  /** Asked while the tunnel waits, outside of any request: a mistake of our own here must shut the tunnel itself. */
  #mayGoTo(name: string, who: Client): boolean {
    try {
      return isOpen(verdictOf(this.#rule('connect', name, who)))
    } catch (fault) {
      this.#parts.faulty(fault)
      return false
    }
  }

  #forward({ head, target, conversation }: Passage, address: string, extra: Readonly<Record<string, string>>): void {
    forward({
      client: conversation.socket,
      head,
      hostHeader: head.host || target.host,
      path: target.path,
      extra,
      address,
      port: target.port,
      early: conversation.handOver(),
      failed: (why) => {
        this.counts.refuse(why)
        const away = why === 'unreachable'
        conversation.failWith(
          away ? sentence(502, 'The site does not answer.') : sentence(400, 'Its body is not well formed.'),
        )
      },
      settled: () => conversation.settled(),
    })
  }

  #refuse(why: ProxyRefusal, status: number, text: string): OwnAnswer {
    this.counts.refuse(why)
    return sentence(status, text)
  }
}

/** A request that the policy lets pass. */
interface Passage {
  readonly head: RequestHead
  readonly target: Target
  readonly who: Client
  readonly outcome: Outcome
  readonly conversation: Conversation<Client>
}

const BLOCKED = sentence(403, 'This is blocked by the school’s filter.')

/** The address with what makes its search safe, or null when it has that already. */
function safeAddress(target: Target, rewrite: Rewrite | null): string | null {
  if (rewrite === null || rewrite.parameters === null) return null
  const url = new URL(target.asked)
  const before = url.search
  for (const [name, value] of Object.entries(rewrite.parameters)) url.searchParams.set(name, value)
  return url.search === before ? null : url.href
}
