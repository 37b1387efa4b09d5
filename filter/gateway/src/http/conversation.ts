import type { Socket } from 'node:net'
import { answerBytes, type OwnAnswer, sentence } from './answers.js'
import { ArrivingBody } from './arriving-body.js'
import { readRequestHead, type RequestHead, valuesOf } from './request-head.js'

/** Why a connection was shut without its request having been looked at. */
export type ConnectionRefusal = 'stranger' | 'too-many' | 'malformed' | 'slow'

const FAULT = sentence(500, 'The filter made a mistake over this and keeps it shut.')

/** What answers requests; the conversation only reads them, one after the other. `Who` is what is known of the asker by the address. */
export interface Desk<Who> {
  /** Who asks from an address; null shuts the connection without a word. */
  admit(address: string): Who | null
  /** An answer of our own, or null when the connection was handed over to a tunnel or a forwarded request. */
  answer(head: RequestHead, conversation: Conversation<Who>): OwnAnswer | null | Promise<OwnAnswer | null>
  /** A connection was refused. */
  refused(why: ConnectionRefusal): void
  /** Answering failed by a mistake of our own. */
  faulty(fault: unknown): void
}

const NOTHING = Buffer.alloc(0)
/** From the first byte of a request to the end of its head. */
const HEAD_MS = 10_000
const IDLE_MS = 60_000
/** Requests that may wait in one connection: nobody needs to send a second before the first is answered. */
const MOST_WAITING_BYTES = 64 * 1024

/**
 * One connection of a client to one of our servers: reads heads strictly, lets nobody take for ever over one, answers in order.
 * `deadline` is looked at once a second by the server, which is cheaper than a timer for each request.
 */
export class Conversation<Who> {
  readonly socket: Socket
  /** Whom the address belongs to; a sign-in may say better, request by request. */
  readonly client: Who
  readonly #desk: Desk<Who>
  readonly #clock: () => number
  #bytes: Buffer = NOTHING
  #state: 'reading' | 'busy' | 'handed over' = 'reading'
  /** The body of the request that is being answered, where somebody asked for it. */
  #body: ArrivingBody | null = null
  deadline: number

  constructor(socket: Socket, client: Who, { desk, clock }: { desk: Desk<Who>; clock: () => number }) {
    this.socket = socket
    this.client = client
    this.#desk = desk
    this.#clock = clock
    this.deadline = clock() + HEAD_MS
    socket.on('data', this.#receive)
    socket.on('error', () => socket.destroy())
  }

  /** The whole body of the request that is being answered; null where it says no length, or a longer one than `most`. */
  body({ body, headers }: RequestHead, most: number): Promise<Buffer> | null {
    if (body.kind !== 'length' || body.bytes > most) return null
    this.deadline = this.#clock() + HEAD_MS
    this.#body = new ArrivingBody(body.bytes)
    if (valuesOf(headers, 'expect').length > 0) this.socket.write('HTTP/1.1 100 Continue\r\n\r\n')
    this.#bytes = this.#body.take(this.#bytes)
    return this.#body.whole
  }

  /** Gives the connection away with what was read beyond the request; nothing is read or answered here any more. */
  handOver(): Buffer {
    this.#state = 'handed over'
    this.socket.off('data', this.#receive)
    this.socket.pause()
    const early = this.#bytes
    this.#bytes = NOTHING
    return early
  }

  /** Says in the end why a request that was handed over could not be carried out. */
  failWith(answer: OwnAnswer): void {
    if (!this.socket.destroyed) this.socket.end(answerBytes(answer, { keep: false, bodiless: false }))
  }

  /** No deadline applies any longer: a tunnel or a download takes as long as it takes. */
  settled(): void {
    this.deadline = Number.POSITIVE_INFINITY
  }

  /** The time is up. */
  expire(): void {
    if (this.#bytes.length > 0) this.failWith(sentence(408, 'The request did not arrive in time.'))
    this.socket.destroySoon()
  }

  readonly #receive = (received: Buffer): void => {
    const part = this.#body === null || this.#body.isWhole ? received : this.#body.take(received)
    if (part.length === 0) return
    if (this.#bytes.length === 0) {
      this.#bytes = part
      if (this.#state === 'reading') this.deadline = this.#clock() + HEAD_MS
    } else this.#bytes = Buffer.concat([this.#bytes, part])
    if (this.#bytes.length > MOST_WAITING_BYTES) return this.#refuse(sentence(431, 'Too much was sent at once.'))
    this.#readOn()
  }

  #readOn(): void {
    while (this.#state === 'reading' && this.#bytes.length > 0) {
      const head = readRequestHead(this.#bytes)
      if (head.kind === 'more') return
      if (head.kind === 'refused') return this.#refuse(sentence(head.status, head.why))
      this.#bytes = head.length === this.#bytes.length ? NOTHING : this.#bytes.subarray(head.length)
      this.#state = 'busy'
      this.#body = null
      this.#ask(head)
    }
  }

  #ask(head: RequestHead): void {
    try {
      const answer = this.#desk.answer(head, this)
      if (answer instanceof Promise) void answer.then((later) => this.#give(head, later, true)).catch(this.#fault)
      else this.#give(head, answer, false)
    } catch (fault) {
      this.#fault(fault)
    }
  }

  readonly #fault = (fault: unknown): void => {
    this.#desk.faulty(fault)
    this.#state = 'handed over'
    this.failWith(FAULT)
  }

  #give(head: RequestHead, answer: OwnAnswer | null, readOn: boolean): void {
    if (answer === null || this.#state !== 'busy') return
    // A body that nobody has read would be taken for the next request.
    const keep = head.keepAlive && (head.body.kind === 'none' || this.#body?.isWhole === true)
    const bytes = answerBytes(answer, { keep, bodiless: head.method === 'HEAD' })
    if (!keep) return void this.socket.end(bytes)
    this.socket.write(bytes)
    this.deadline = this.#clock() + IDLE_MS
    this.#state = 'reading'
    if (readOn) this.#readOn()
  }

  #refuse(answer: OwnAnswer): void {
    this.#state = 'handed over'
    this.#desk.refused('malformed')
    this.failWith(answer)
  }
}
