import type { Place } from './read/places.js'

/** Something wrong in a pack, for its author: where, and a sentence saying what. Lines and columns count from 1. */
export interface PackProblem {
  /** From the folder above the packs: 'packs/junior/clauses/03-telling.yaml'. */
  readonly file: string
  readonly line: number | null
  readonly column: number | null
  readonly sentence: string
}

/** The problem as one line: 'packs/junior/routing.yaml line 12: …'. */
export function problemText({ file, line, sentence }: PackProblem): string {
  return `${file}${line === null ? '' : ` line ${line}`}: ${sentence}`
}

/** Problems in reading order: by file, then line, then column. */
export function inReadingOrder(problems: readonly PackProblem[]): readonly PackProblem[] {
  return problems.toSorted(
    (a, b) => a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  )
}

/** A problem at a place; at none when the value was not written in any file. */
export function problemAt(place: Place | undefined, sentence: string): PackProblem {
  return { file: place?.file ?? '', line: place?.line ?? null, column: place?.column ?? null, sentence }
}
