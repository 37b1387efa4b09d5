import {
  type Decision,
  layerOf,
  momentOf,
  type Outcome,
  type Question,
  type QuestionKind,
  raisedBy,
  type Snapshot,
  type Verdict,
  verdictOf,
} from '../../../engine/src/index.js'
import type { LoggedDecision } from '../log/log-lines.js'

/**
 * The snapshot in force, and what is kept about its answers. A new one replaces it between two questions: whoever asks
 * is answered wholly by the old or wholly by the new, and nobody waits.
 */
export class Rulings {
  #snapshot: Snapshot
  #columns = new Map<string, Map<Outcome, Buffer>>()

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot
  }

  get snapshot(): Snapshot {
    return this.#snapshot
  }

  swap(next: Snapshot): void {
    this.#snapshot = next
    this.#columns = new Map()
  }

  /** The moment to decide by when the clock says `clock`. */
  moment(clock: number): number {
    return momentOf(this.#snapshot, clock)
  }

  /** The answer's columns in the log: kind, verdict, layer, category, snapshot. Made once for each kind of answer. */
  columns(kind: QuestionKind, outcome: Outcome): Buffer {
    let ofKind = this.#columns.get(kind)
    if (ofKind === undefined) this.#columns.set(kind, (ofKind = new Map()))
    const kept = ofKind.get(outcome)
    if (kept !== undefined) return kept
    const verdict = verdictOf(outcome)
    const columns = this.written(kind, {
      verdict,
      layer: layerOf(outcome),
      category: this.#snapshot.categoryOf(outcome),
    })
    ofKind.set(outcome, columns)
    return columns
  }

  /**
   * What the log says of an answer that a person is to judge (`isToJudge`). Worked out once more and in full: so few are
   * flagged that it need not be quick.
   */
  toJudge(question: Question): LoggedDecision {
    const decision = this.#snapshot.decide(question)
    return { id: decision.id, raised: raisedBy(decision) }
  }

  /** The same columns for a decision that is written out. */
  written(kind: string, { verdict, layer, category }: Pick<Decision, 'verdict' | 'layer' | 'category'>): Buffer {
    return Buffer.from([kind, verdict, layer, category ?? '', this.#snapshot.id.number].join('\t'))
  }
}

/** Whether the site may be shown. 'flag' shows it, and a person looks at the log. */
export const isOpen = (verdict: Verdict): boolean => verdict === 'allow' || verdict === 'flag'
