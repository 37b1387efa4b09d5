import type { AnswerRef, Condition } from './procedure.js'

/** What is known of an answer: its values (none when skipped), or nothing yet. */
export type Known = (ref: AnswerRef) => readonly string[] | undefined

/**
 * Whether a condition holds: yes, no, or not decided yet because an answer is still missing. Three values, so that
 * one function serves both the step in hand (all known) and the look ahead (some not).
 */
export function judge(condition: Condition | null, known: Known): boolean | 'open' {
  if (condition === null) return true
  if ('all' in condition) return allOf(condition.all.map((part) => judge(part, known)))
  if ('any' in condition) return anyOf(condition.any.map((part) => judge(part, known)))
  const given = known(condition.answer)
  if (given === undefined) return 'open'
  const wanted = 'is' in condition ? [condition.is] : condition.in
  return given.some((value) => wanted.includes(value))
}

const allOf = (parts: readonly (boolean | 'open')[]): boolean | 'open' =>
  parts.includes(false) ? false : parts.includes('open') ? 'open' : true

const anyOf = (parts: readonly (boolean | 'open')[]): boolean | 'open' =>
  parts.includes(true) ? true : parts.includes('open') ? 'open' : false

/** A comparison of one answer: what a condition is made of. */
export type Comparison = Extract<Condition, { answer: AnswerRef }>

/** Every comparison in a condition, in the order written. */
export function comparisonsIn(condition: Condition | null): readonly Comparison[] {
  if (condition === null) return []
  if ('all' in condition) return condition.all.flatMap(comparisonsIn)
  if ('any' in condition) return condition.any.flatMap(comparisonsIn)
  return [condition]
}

/** The values that a comparison looks for. */
export const valuesOf = (comparison: Comparison): readonly string[] =>
  'is' in comparison ? [comparison.is] : comparison.in
