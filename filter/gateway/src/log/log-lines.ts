import type { Client } from '../clients/client.js'

/** One thing that was asked and answered. */
export interface LogEntry {
  /** Milliseconds since 1970 UTC. */
  readonly at: number
  readonly client: Client
  /** Kind of question, verdict, layer, category, snapshot: columns that are the same for thousands of answers. */
  readonly answer: Buffer
}

/** What is written of an answer that somebody may come back to: its decision's id, and the rules for a person to judge. */
export interface LoggedDecision {
  readonly id: string
  readonly raised: readonly string[]
}

/** Where full buffers go. Must take them at once or refuse them, and never makes anybody wait. */
export interface LogSink {
  /** True when it took the first `length` bytes; the buffer is the sink's from then on. */
  take(buffer: Buffer, length: number): boolean
  /** A buffer that the sink has done with, so that a busy day costs no more memory than a quiet one. */
  spare(): Buffer | undefined
}

/** The columns of a line, in order. */
export const LOG_COLUMNS = [
  'at',
  'kind',
  'verdict',
  'layer',
  'category',
  'snapshot',
  'address',
  'group',
  'person',
  'device',
  'place',
  'classes',
  'target',
  'decision',
  'raised',
] as const

const SIZE = 64 * 1024
const LONGEST_TARGET = 2 * 1024
const LONGEST_RAISED = 1024
const LONGEST_RULE = 200
/** With room for a client's columns in any writing. */
const LONGEST_LINE = 8 * 1024
const TAB = 9
const LINE_END = 10

/**
 * Writes the log as lines of tab-separated columns straight into a buffer: no strings, no promise, nothing that a query
 * would wait for. A full buffer, or one that is a second old, goes to the sink whole. When the sink has no room the
 * lines are given up and counted, and the status page says so: a filter that stops to write would not be a filter.
 */
export class LogLines {
  readonly #sink: LogSink
  #buffer: Buffer = Buffer.allocUnsafeSlow(SIZE)
  #length = 0
  #lines = 0
  #stamp = -1
  readonly #time = Buffer.alloc(24)
  written = 0
  /** Lines that a person is to judge. */
  raised = 0
  refused = 0

  constructor(sink: LogSink) {
    this.#sink = sink
  }

  /** One line about a name given as bytes, as DNS has it. */
  name(entry: LogEntry, name: Uint8Array, length: number, decision?: LoggedDecision): void {
    this.#open(entry)
    // Byte by byte: a view of so few costs more than the copying.
    for (let at = 0; at < length; at++) this.#buffer[this.#length + at] = name[at] ?? 0
    this.#close(length, decision)
  }

  /** One line about an address given as text. What a browser sends holds neither tabs nor line ends: the readers refuse them. */
  text(entry: LogEntry, target: string, decision?: LoggedDecision): void {
    this.#open(entry)
    const length = this.#buffer.write(target.slice(0, LONGEST_TARGET), this.#length, 'latin1')
    this.#close(length, decision)
  }

  /** Hands on what there is. Called every second, and at the end. */
  flush(): void {
    if (this.#length === 0) return
    if (this.#sink.take(this.#buffer, this.#length)) {
      this.written += this.#lines
      this.#buffer = this.#sink.spare() ?? Buffer.allocUnsafeSlow(SIZE)
    } else this.refused += this.#lines
    this.#length = 0
    this.#lines = 0
  }

  #open({ at, client, answer }: LogEntry): void {
    if (this.#length + LONGEST_LINE > SIZE) this.flush()
    if (at !== this.#stamp) this.#time.write(new Date(at).toISOString(), 'latin1')
    this.#stamp = at
    this.#append(this.#time)
    this.#append(answer)
    this.#append(client.columns)
  }

  #append(column: Buffer): void {
    this.#buffer.set(column, this.#length)
    this.#length += column.length
    this.#buffer[this.#length++] = TAB
  }

  #close(length: number, decision: LoggedDecision | undefined): void {
    this.#length += length
    this.#buffer[this.#length++] = TAB
    if (decision !== undefined) this.#length += this.#buffer.write(decision.id, this.#length, 'latin1')
    this.#buffer[this.#length++] = TAB
    if (decision !== undefined) this.#length += this.#buffer.write(joined(decision.raised), this.#length)
    this.#buffer[this.#length++] = LINE_END
    if (decision !== undefined && decision.raised.length > 0) this.raised++
    this.#lines++
  }
}

/** As many of the rules as a line has room for. A name from a policy may hold what a line may not. */
function joined(rules: readonly string[]): string {
  let line = ''
  for (const rule of rules) {
    const more = `${line === '' ? '' : '; '}${rule.slice(0, LONGEST_RULE).replace(/[\p{Cc};]/gu, ' ')}`
    if (Buffer.byteLength(line + more) > LONGEST_RAISED) break
    line += more
  }
  return line
}
