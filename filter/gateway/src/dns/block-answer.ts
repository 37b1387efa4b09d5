import type { Answer } from './answer.js'
import { type Question, rcode, type } from './question.js'

/** How a blocked name is answered: with the block page's address, with the null address, or "no such name". */
export type BlockAnswerKind = 'page' | 'zero' | 'nxdomain'

/** Writes the answer to a question about a blocked name. */
export class BlockAnswer {
  readonly #kind: BlockAnswerKind
  readonly #v4: readonly Uint8Array[]
  readonly #v6: readonly Uint8Array[]

  /** The addresses are the block page's, as bytes; null where it has none of that kind. */
  constructor(kind: BlockAnswerKind, v4: Uint8Array | null, v6: Uint8Array | null) {
    this.#kind = kind
    const record = (address: Uint8Array | null): readonly Uint8Array[] => (address === null ? [] : [address])
    this.#v4 = record(kind === 'zero' ? new Uint8Array(4) : v4)
    this.#v6 = record(kind === 'zero' ? new Uint8Array(16) : v6)
  }

  write(answer: Answer, packet: Buffer, question: Question): Answer {
    if (this.#kind === 'nxdomain') return answer.empty(packet, question, rcode.nxDomain)
    // "There is the name, but nothing of this type" keeps HTTPS, MX and TXT records of a blocked name from leading round.
    const records = question.type === type.A ? this.#v4 : question.type === type.AAAA ? this.#v6 : NONE
    return answer.records(packet, question, records)
  }
}

const NONE: readonly Uint8Array[] = []
