import { type Decision, raisedBy } from '../../../engine/src/index.js'
import type { Client } from '../clients/client.js'
import type { LogLines } from '../log/log-lines.js'
import { type OwnAnswer, sentence } from '../http/answers.js'
import { isOpen, type Rulings } from '../rulings/rulings.js'
import { blockPage, pageHeaders, type PageWords } from './block-page.js'

/** What the pages need of the rest of the gateway. */
export interface PagesParts {
  readonly rulings: Rulings
  readonly log: LogLines
  readonly words: PageWords
  readonly clock: () => number
}

/** The block pages, each with the reason for its reader, and a line in the log by which its decision can be found again. */
export class Pages {
  readonly #parts: PagesParts
  readonly stranger = sentence(403, 'This answers only inside the school.')

  constructor(parts: PagesParts) {
    this.#parts = parts
  }

  /** The page for a visit that DNS led here, by its address. */
  forVisit(address: string, client: Client): OwnAnswer {
    const { rulings, clock } = this.#parts
    const at = rulings.moment(clock())
    const decision = rulings.snapshot.decide({ kind: 'http', target: address, who: client.who, at })
    if (!isOpen(decision.verdict)) return this.forDecision(decision, client)
    return sentence(
      404,
      'This is the school’s web filter. The site that you asked for is not blocked now: load it again.',
    )
  }

  /** The page for a decision that is made. */
  forDecision(decision: Decision, client: Client): OwnAnswer {
    const { rulings, log, words } = this.#parts
    const { question, verdict, layer, category } = decision
    log.text(
      { at: question.at, client, answer: rulings.written('page', { verdict, layer, category }) },
      question.target,
      { id: decision.id, raised: raisedBy(decision) },
    )
    const { voice } = client.profile(rulings.snapshot)
    return {
      status: 403,
      type: 'text/html; charset=utf-8',
      body: Buffer.from(blockPage(decision, voice, words)),
      headers: pageHeaders,
    }
  }
}
