import type { Deps } from '../../../engine/deps.js'
import { publicIn, workerIn } from '../../../kernel/actor.js'
import { inSchool, reading } from '../../../kernel/db/in-school.js'
import { tables } from '../../../kernel/db/tx.js'
import type { SchoolId } from '../../../kernel/ids.js'
import { tellOfGuessing } from '../commands/tell-of-guessing.js'
import { FloodGate } from '../flood-gate.js'
import { GuessPace } from '../guess-pace.js'
import { talkOf, talkOfReceipt } from '../queries/talk-of.js'
import type { Talk } from '../queries/talk-of.js'
import { receiptHash, wordsStillOpen } from '../receipt.js'
import type { ThreeWords } from '../receipt.js'
import type { ConcernTables } from '../schema.js'
import { TurnQueue } from '../turn-queue.js'
import type { Turn } from '../turn-queue.js'

/** One school's guard against guessing: how far apart attempts are taken, and the queue that keeps them apart. */
interface Guard {
  readonly pace: GuessPace
  readonly queue: TurnQueue
}

/**
 * The two doors of people without an account: sending, and coming back. Both slow floods and refuse nobody. One of these
 * lives as long as the process; what it counts is in memory only (docs/decisions/0006-receipt-words.md).
 */
export class Doors {
  readonly gate = new FloodGate()
  readonly #guards = new Map<SchoolId, Guard>()
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  /** The hash that opens a talk, if three words do; null when they open nothing, 'busy' when the wait is too long. */
  async tryWords(school: SchoolId, words: ThreeWords, address: string): Promise<Turn<string | null>> {
    const { pace, queue } = this.#guardOf(school)
    const hash = receiptHash(this.#deps.keys.receipt, school, words)
    return queue.take(this.gate.laneOf(address), async () => {
      const talk = await this.#look(school, hash)
      if (talk && wordsStillOpen(lastTurn(talk), this.#deps.db.clock.now())) return hash
      if (pace.wrong()) await inSchool(this.#deps.db, workerIn(school), tellOfGuessing)
      return null
    })
  }

  /** The hash of a slip's secret if it opens a talk. It never waits: nobody guesses 128 bits. */
  async trySlip(school: SchoolId, secret: string): Promise<string | null> {
    const hash = receiptHash(this.#deps.keys.receipt, school, secret)
    return (await this.#look(school, hash)) ? hash : null
  }

  /** Opens a talk for whoever carries its hash, and notes that it was read. `readBefore` says what is new to them. */
  async open(school: SchoolId, hash: string): Promise<OpenTalk | null> {
    const found = await inSchool(this.#deps.db, publicIn(school, hash), async (tx) => {
      const talk = await talkOfReceipt(tx)
      if (!talk) return null
      await tables<ConcernTables>(tx)
        .updateTable('conversation')
        .set({ reporter_read_at: tx.now })
        .where('id', '=', talk.conversation.id)
        .execute()
      return { id: talk.conversation.id, readBefore: talk.conversation.reporter_read_at }
    })
    if (!found) return null
    // Read again as the worker: only it may name the grown-up who answered.
    const talk = await reading(this.#deps.db, workerIn(school), (tx) => talkOf(tx, found.id))
    return talk && { ...talk, readBefore: found.readBefore }
  }

  #look(school: SchoolId, hash: string): Promise<Talk | null> {
    return reading(this.#deps.db, publicIn(school, hash), talkOfReceipt)
  }

  #guardOf(school: SchoolId): Guard {
    const known = this.#guards.get(school)
    if (known) return known
    const pace = new GuessPace(this.#deps.db.clock)
    const queue = new TurnQueue({ gapMs: () => pace.gapMs(), mostInLane: 40, mostWaiting: 400, longestMs: 45_000 })
    const guard = { pace, queue }
    this.#guards.set(school, guard)
    return guard
  }
}

export interface OpenTalk extends Talk {
  /** When the reporter last looked, before now. */
  readonly readBefore: Talk['conversation']['reporter_read_at']
}

const lastTurn = ({ conversation, turns }: Talk): Talk['conversation']['reporter_wrote_at'] =>
  turns.at(-1)?.at ?? conversation.reporter_wrote_at
