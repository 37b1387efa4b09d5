import { type Question, type QuestionKind, raisedBy, verdictOf, type Who } from '../../../engine/src/index.js'
import { Client } from '../clients/client.js'
import type { Clients } from '../clients/clients.js'
import type { OwnAnswer } from '../http/answers.js'
import type { LogLines } from '../log/log-lines.js'
import { isOpen, type Rulings } from '../rulings/rulings.js'

/** What answering needs of the rest of the gateway. */
export interface DecisionParts {
  readonly rulings: Rulings
  readonly clients: Clients
  readonly log: LogLines
  readonly clock: () => number
}

const KINDS: readonly QuestionKind[] = ['dns', 'connect', 'http', 'search', 'extension']
const LONGEST_TARGET = 8 * 1024

const json = (status: number, body: unknown): OwnAnswer => ({
  status,
  type: 'application/json',
  body: Buffer.from(JSON.stringify(body)),
})
const refused = (status: number, sentence: string): OwnAnswer => json(status, { error: sentence })
const ALLOW = json(200, { verdict: 'allow' })

/**
 * Answers "may this be shown?" for the browser extension and for other gateways:
 * `/decision?target=<url>&group=ks2&person=…&kind=extension[&text=…][&why]`, or the same as a form by POST. What is simply allowed is answered in few
 * bytes; everything else comes with the decision and its reasons, `why` asks for them always.
 */
export function answerDecision(address: string, query: string, parts: DecisionParts): OwnAnswer {
  const ask = new URLSearchParams(query)
  const target = ask.get('target') ?? ''
  const kind = KINDS.find((known) => known === (ask.get('kind') ?? 'extension'))
  if (target === '' || target.length > LONGEST_TARGET)
    return refused(400, 'Say in target= which address is asked about.')
  if (kind === undefined) return refused(400, `kind= is one of ${KINDS.join(', ')}.`)
  const client = whoAsks(address, ask, parts.clients)
  if (client === null) return refused(403, 'Say in group= who asks: this address is not in a network of the school’s.')
  const text = ask.get('text')
  const at = parts.rulings.moment(parts.clock())
  const asked = { kind, target, who: client.who, at, ...(text === null ? {} : { text }) }
  const short = text === null && !ask.has('why') && isSimplyAllowed(asked, client, parts)
  return short ? ALLOW : explained(asked, client, parts)
}

/** Whether there is nothing to tell but "allow"; if so, it is logged here. */
function isSimplyAllowed({ kind, target, at }: Question, client: Client, { rulings, log }: DecisionParts): boolean {
  const { snapshot } = rulings
  const outcome = snapshot.outcomeOfUrl(target, client.profile(snapshot), at)
  const simply = verdictOf(outcome) === 'allow' && snapshot.rewrite(outcome) === null
  if (simply) log.text({ at, client, answer: rulings.columns(kind, outcome) }, logged(target))
  return simply
}

function explained(question: Question, client: Client, { rulings, log }: DecisionParts): OwnAnswer {
  const decision = rulings.snapshot.decide(question)
  const raised = raisedBy(decision)
  const told = isOpen(decision.verdict) && raised.length === 0 ? undefined : { id: decision.id, raised }
  log.text({ at: question.at, client, answer: rulings.written(question.kind, decision) }, logged(question.target), told)
  const { text, ...asked } = question
  // Who asked has the text of the page; it would be most of the answer.
  return json(200, text === undefined ? decision : { ...decision, question: asked })
}

/** Askers that name themselves, kept from one question to the next; a flood of made-up ones empties it. */
const named = new Map<string, Client>()
const MOST_NAMED = 4_096

function clientOf(who: Who, address: string): Client {
  const key = JSON.stringify([who, address])
  const known = named.get(key)
  if (known !== undefined) return known
  if (named.size >= MOST_NAMED) named.clear()
  const client = new Client(who, address, 'sign-in')
  named.set(key, client)
  return client
}

/** The asker as it says, or as its address says. Only the authorised reach this, so the word is taken. */
function whoAsks(address: string, ask: URLSearchParams, clients: Clients): Client | null {
  const group = ask.get('group')
  if (group === null || group === '') return clients.at(address)
  const who: Who = {
    group,
    person: ask.get('person'),
    device: ask.get('device'),
    place: ask.get('place'),
    classes: ask.getAll('class'),
  }
  return clientOf(who, address)
}

/** Nothing in a line of the log may look like the end of one. */
const logged = (target: string): string => target.replace(/[^\x21-\x7e]/g, encodeURIComponent)
