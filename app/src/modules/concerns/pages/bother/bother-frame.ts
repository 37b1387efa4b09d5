import type { KeptClause } from '../../../../web/layout/foot.js'
import type { Frame } from '../../../../web/layout/frame.js'
import type { BotherWords } from './words.js'

/** Somebody outside school who helps, from the pack's `help` for pupils. */
export interface HelpLine {
  readonly id: string
  readonly title: string
  readonly what: string
  readonly phone?: string
  readonly web?: string
}

/** Where the Bother pages are. None of them carries a secret: words and drafts go in the body of a POST. */
export interface BotherUrls {
  readonly start: string
  readonly putAway: string
  readonly grownUp: string
  /** GET begins a bother; POST takes every step of it. */
  readonly tell: string
  /** GET asks for the three words; POST opens the messages, and takes a new one. */
  readonly return: string
}

/** What surrounds every Bother page; the route fills it in once. */
export interface BotherFrame {
  readonly frame: Frame
  readonly words: BotherWords
  /** BCP 47; 'en-GB' for our own words. */
  readonly lang: string
  readonly urls: BotherUrls
  readonly help: {
    /** The number to ring in danger: '999'. */
    readonly danger: string
    /** Those with a telephone number or website that a child can use alone, best first; two at most are shown. */
    readonly lines: readonly HelpLine[]
  }
  readonly keeps?: readonly KeptClause[]
}

/** One thing to choose, from the pack: its id there, and its words for a child. */
export interface Choice {
  readonly id: string
  readonly child: string
}

/** A sentence to put right, and the field it belongs beside. */
export interface BotherProblem {
  readonly field: string
  readonly sentence: string
}
