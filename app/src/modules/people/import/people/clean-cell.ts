import type { RuleId } from '../rules.js'
import { undoMisreading } from './undo-misreading.js'

/** A cell fit to be kept, and what was noticed while cleaning it. */
export interface CleanCell {
  readonly text: string
  /** A rule the cell broke and what to offer instead, if anything; several may apply. */
  readonly doubts: readonly { readonly rule: RuleId; readonly offer?: string }[]
}

/** Characters that no name needs: controls, and the marks that turn the direction of text round and so can hide it. */
const UNSEEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/u
const UNSEEN_ALL = new RegExp(UNSEEN, 'gu')
/** Tabs, line ends, no-break and zero-width spaces are everyday dirt of exports and go without a word. */
const BLANKS = /[\s\u200b]+/g
const FORMULA = /^[=+\-@]/
/** '+44 1632 960123', '-' and '-5' begin like formulas and are none. */
const HARMLESS = /^(?:\+[\d\s()-]+|-[\d.,]*)$/

/** Tidies blanks, takes out unseen characters, and says what a person should look at. A dash alone means blank. */
export function cleanCell(raw: string): CleanCell {
  const spaced = raw.replaceAll(BLANKS, ' ').trim()
  if (spaced === '' || spaced === '-') return BLANK
  // Before anything is taken out: the second halves of misread letters are often no-break spaces and control characters.
  const offer = undoMisreading(raw)?.replaceAll(BLANKS, ' ').trim()
  const hidden = !offer && UNSEEN.test(spaced)
  const text = hidden ? spaced.replaceAll(UNSEEN_ALL, '').trim() : spaced
  const doubts: CleanCell['doubts'][number][] = []
  if (hidden) doubts.push({ rule: 'control-characters' })
  if (FORMULA.test(text) && !HARMLESS.test(text)) doubts.push({ rule: 'formula' })
  if (offer) doubts.push({ rule: 'misread', offer })
  return { text, doubts }
}

const BLANK: CleanCell = { text: '', doubts: [] }
