import { RULES, type RuleId } from './rules.js'

/** Something to put right in a file, or to look at twice. Shown to the person who imports; it names people, so never logged. */
export interface ImportProblem {
  readonly rule: RuleId
  /** `wrong` keeps the line out of the import; `doubtful` lets it in as the sentence says. */
  readonly severity: 'wrong' | 'doubtful'
  readonly file: string
  /** Counted from 1, headings included; null when the whole file is meant. */
  readonly line: number | null
  /** The heading of the column as in the file, or null when the whole line is meant. */
  readonly column: string | null
  /** One or two plain sentences: what is there, and what to do or what will be done. */
  readonly sentence: string
  /** What would stand in the cell if the reader of this problem agrees ('Smith' for 'SMITH'). */
  readonly offer?: string
}

/** Where a problem is; see the fields of the same name in `ImportProblem`. */
export interface ProblemPlace {
  readonly file: string
  readonly line: number | null
  readonly column: string | null
}

/** What a rule's sentence is made of: the value found, something to hold against it, and what is offered instead. */
export interface ProblemWords {
  readonly value?: string
  readonly other?: string
  readonly offer?: string
}

/** A longer value is cut in the sentence, so that one bad cell cannot fill the screen. */
const LONGEST_QUOTE = 60

/** The problem that a rule finds at a place. */
export function problem(
  rule: RuleId,
  place: ProblemPlace,
  { value = '', other = '', offer }: ProblemWords = {},
): ImportProblem {
  const { severity, say } = RULES[rule]
  const sentence = say(shorten(value), offer ?? shorten(other))
  const { file, line, column } = place
  return { rule, severity, file, line, column, sentence, ...(offer === undefined ? {} : { offer }) }
}

function shorten(text: string): string {
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text
}
