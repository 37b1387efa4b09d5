import type { Names } from '../names.js'
import type { Procedure, Step, StepId, Way } from '../procedure.js'
import { optionsOf } from '../questions.js'
import { kindWords, whoAndWhen, whomItReaches } from '../step-words.js'
import { wayWords } from '../way-words.js'
import { measures } from './measures.js'
import { wrap } from './text.js'

/** One line of print on a card, with the class that gives its face and colour. */
export interface Line {
  readonly text: string
  readonly face: 'kind' | 'title' | 'words' | 'never' | 'way' | 'way-urgent'
  /** How far below the top of the card its baseline lies. */
  readonly y: number
}

/** A way onward as printed on a card: its words, and where a line to its target starts. */
export interface PrintedWay {
  readonly way: Way
  readonly y: number
}

/** A step ready to be placed: its print, its ways and its height. */
export interface Card {
  readonly step: Step
  readonly number: number
  readonly indent: number
  readonly lines: readonly Line[]
  readonly ways: readonly PrintedWay[]
  readonly height: number
}

/** What a card needs to know of the whole. */
export interface Setting {
  readonly procedure: Procedure
  readonly names: Names
  readonly numbers: ReadonlyMap<StepId, number>
  readonly certain: ReadonlySet<StepId>
}

/** Prints a step on a card. */
export function cardOf(step: Step, setting: Setting): Card {
  const { words, title, padding, card } = measures
  const indent = setting.certain.has(step.id) ? 0 : measures.indent
  const width = card - indent - 2 * padding
  const sheet = new Sheet()
  const reached = whomItReaches(step, setting.names)
  const heading = `${kindWords[step.kind]}${reached === null ? '' : `: ${reached}`} · ${whoAndWhen(step, setting.names)}`
  sheet.print(wrap(heading, words, width - 32), 'kind', words)
  sheet.print(wrap(step.title, title * BOLD, width), 'title', title)
  if (needsText.has(step.kind)) sheet.print(wrap(step.text ?? '', words, width), 'words', words)
  for (const sentence of detailsOf(step)) sheet.print(bulleted(sentence, '•', width), 'words', words)
  for (const sentence of step.mustNots) sheet.print(bulleted(sentence, '✕', width / BOLD), 'never', words)
  const ways = wayLines(step, setting).map(({ way, text }) => {
    const print = wrap(text, words * BOLD, width).map((line) => line.replace(TIED, ' '))
    const y = sheet.print(print, way.immediate ? 'way-urgent' : 'way', words)
    return { way, y: y - words * 0.35 }
  })
  const number = setting.numbers.get(step.id) ?? 0
  return { step, number, indent, lines: sheet.lines, ways, height: sheet.bottom + padding }
}

/** Kinds whose text belongs on the wall: what to say and do in the first minutes. The rest is on the page in words. */
const needsText: ReadonlySet<Step['kind']> = new Set(['instruct', 'refer', 'notify'])

/** Keeps an arrow on one line with its number. */
const TIED = '\u00a0'

/** How much wider bold print runs. */
const BOLD = 1.06

/** Lines of print under each other. */
class Sheet {
  readonly lines: Line[] = []
  bottom: number = measures.padding

  /** Prints lines and answers the baseline of the first. */
  print(texts: readonly string[], face: Line['face'], size: number): number {
    const first = this.bottom + size
    for (const text of texts) {
      this.lines.push({ text, face, y: this.bottom + size })
      this.bottom += size * measures.line
    }
    this.bottom += 2
    return first
  }
}

/** What the title alone does not say: the questions of a record, the answers of a question that all go the same way. */
function detailsOf(step: Step): readonly string[] {
  if (step.kind === 'record') return step.fields.map((field) => field.label)
  if (step.next.length > 1 || step.kind === 'approve') return []
  return optionsOf(step).map((option) => option.text)
}

const bulleted = (sentence: string, mark: string, width: number): readonly string[] =>
  wrap(sentence, measures.words, width - 12).map((line, place) => (place === 0 ? `${mark} ${line}` : `   ${line}`))

function wayLines(step: Step, { procedure, numbers }: Setting) {
  return step.next.flatMap((way) => {
    const words = wayWords(procedure, step, way)
    const isNext = numbers.get(way.go) === (numbers.get(step.id) ?? 0) + 1
    if (words === null && isNext) return []
    const go = `→${TIED}${numbers.get(way.go)}${way.immediate ? ' at once' : ''}`
    return [{ way, text: words === null ? `Then ${go}` : `${words} ${go}` }]
  })
}
