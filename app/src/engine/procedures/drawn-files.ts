import { drawing } from './drawing/drawing.js'
import { inPlainEnglish } from './in-plain-english.js'
import type { ShippedProcedure } from './shipped-procedures.js'

/** What must lie beside a procedure's file: path → content. Nothing for a procedure taken from the base as it is. */
export function drawnFiles({ own, procedure }: ShippedProcedure): ReadonlyMap<string, string> {
  if (own === null || procedure === null) return new Map()
  return new Map([
    [`${own}.svg`, drawing(procedure, { standalone: true })],
    [`${own}.md`, inPlainEnglish(procedure)],
  ])
}
