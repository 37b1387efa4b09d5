import type { Client } from '../clients/client.js'
import type { Clients } from '../clients/clients.js'
import type { OwnAnswer } from '../http/answers.js'
import type { Conversation, Desk } from '../http/conversation.js'
import type { RequestHead } from '../http/request-head.js'
import type { Pages } from './pages.js'

/** What the page desk needs. */
export interface PageDeskParts {
  readonly clients: Clients
  readonly pages: Pages
  readonly pac: OwnAnswer
  /** Told of a mistake of our own. */
  readonly faulty: (fault: unknown) => void
}

/** Whoever is in no network of the school's is told so, not left with a connection that shuts. */
type Visitor = Client | 'stranger'

/**
 * What stands behind the address that DNS gives for blocked names: it answers for every one of them with the reason why
 * that name is blocked for who asks. Only http: a browser that wants https finds the port shut at once, for nobody but
 * the site itself could show a page there.
 */
export class PageDesk implements Desk<Visitor> {
  readonly #parts: PageDeskParts

  constructor(parts: PageDeskParts) {
    this.#parts = parts
  }

  admit(address: string): Visitor {
    return this.#parts.clients.at(address) ?? 'stranger'
  }

  refused(): void {}

  faulty(fault: unknown): void {
    this.#parts.faulty(fault)
  }

  answer({ target, host }: RequestHead, { client }: Conversation<Visitor>): OwnAnswer {
    const { pages, pac } = this.#parts
    if (client === 'stranger') return pages.stranger
    if (target === '/proxy.pac' || target === '/wpad.dat') return pac
    return pages.forVisit(target.startsWith('/') ? `http://${host}${target}` : target, client)
  }
}
