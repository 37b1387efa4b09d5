import type { ClauseId } from './ids.js'

/** Why something was not done, for the choice of page and status: the sentence says it in words. */
export type RefusalKind = 'invalid' | 'not-allowed' | 'not-found' | 'conflict' | 'too-late'

/**
 * An expected "no", with a sentence for the person and, where it belongs to one, the field of the form beside which it
 * is shown and the clause that asks for it. Anything else that is thrown is a fault: it is logged with ids only and the
 * person sees a reference. The sentence goes to the screen: no name, no account of events, no secret.
 */
export class Refusal extends Error {
  readonly kind: RefusalKind
  readonly sentence: string
  readonly field: string | undefined
  readonly clause: ClauseId | undefined

  constructor(kind: RefusalKind, sentence: string, field?: string, clause?: ClauseId) {
    super(sentence)
    this.name = 'Refusal'
    this.kind = kind
    this.sentence = sentence
    this.field = field
    this.clause = clause
  }
}
