import { clausesOf } from './lookup.js'
import type { Pack } from './pack.js'
import type { Clause } from './schema/sections.js'

/** Something that a version may not be submitted with. */
export interface Unfinished {
  /** The clause it is in, or null where it is in the name of a post. */
  readonly clause: Clause | null
  readonly sentence: string
}

/** How blanks look in policies that were copied from a template: brackets, rows of dots, crosses, and words for 'later'. */
const blanks: readonly RegExp[] = [
  /\[[^\]]{0,80}\]/,
  /\b(?:XX+|TBC|TBA|TBD|N\.?N\.?)\b/,
  /_{3,}|\.{4,}|…{2,}/,
  /\b(?:insert|enter|add) (?:name|date|school|details|here)\b/i,
  /\b(?:name of (?:the )?school|school name here|lorem ipsum)\b/i,
]

/** 'see promise 6.4', 'part 22': what a text points to by number. */
const pointer = /\b(promise|clause|part|section|paragraph) ([1-9]\d*(?:\.\d+)?)\b/gi

/** Blanks that were never filled, and references by number to what this policy does not have. Pure. */
export function unfinished(pack: Pack): readonly Unfinished[] {
  const numbers = new Set([...clausesOf(pack).map(({ number }) => number), ...pack.parts.map(({ number }) => number)])
  return [
    ...clausesOf(pack).flatMap((clause) => [...blanksIn(clause), ...deadIn(clause, numbers)]),
    ...pack.posts.flatMap(({ title, plain }) =>
      blankIn(`${title} ${plain}`).map((blank) => ({
        clause: null,
        sentence: `The post “${title}” still has a blank: ${blank}`,
      })),
    ),
  ]
}

const wordsOf = ({ text, plain, child = '', ks1 = '' }: Clause): readonly string[] => [text, plain, child, ks1]

const blankIn = (text: string): readonly string[] => blanks.flatMap((blank) => blank.exec(text)?.[0] ?? []).slice(0, 1)

const blanksIn = (clause: Clause): readonly Unfinished[] =>
  [...new Set(wordsOf(clause).flatMap(blankIn))].map((blank) => ({
    clause,
    sentence: `Promise ${clause.number} still has a blank: ${blank}`,
  }))

function deadIn(clause: Clause, numbers: ReadonlySet<string>): readonly Unfinished[] {
  const pointed = wordsOf(clause).flatMap((text) => [...text.matchAll(pointer)].map(([, , number = '']) => number))
  return [...new Set(pointed)]
    .filter((number) => !numbers.has(number))
    .map((number) => ({
      clause,
      sentence: `Promise ${clause.number} points to ${number}, which this policy does not have.`,
    }))
}
