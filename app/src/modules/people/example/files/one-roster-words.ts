import type { Year } from '../../import/roster.js'

/** The source id of the one school in the set. */
export const ORG = 'school-1'

/** OneRoster's grades are two figures, with KG for the year before the first. */
export function grade(year: Year | null | undefined): string | null {
  if (!year) return null
  return year === 'R' ? 'KG' : year.padStart(2, '0')
}
