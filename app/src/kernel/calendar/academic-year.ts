import { Temporal } from 'temporal-polyfill'

/** A school year: 1 September to 31 August, both included. */
export interface AcademicYear {
  /** The calendar year in which it begins. */
  readonly starts: number
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
  /** As schools write it: '2026 to 2027'. */
  readonly name: string
}

/** Key stages of a primary school: early years foundation stage (Nursery, Reception), 1 (Years 1-2), 2 (Years 3-6). */
export type KeyStage = 'eyfs' | 'ks1' | 'ks2'

/** Year group as a number, so that it sorts and adds: -1 Nursery, 0 Reception, 1 to 6 the years after it. */
export type YearGroup = -1 | 0 | 1 | 2 | 3 | 4 | 5 | 6

/** The academic year that a date is in. */
export function academicYear(date: Temporal.PlainDate): AcademicYear {
  const starts = date.month >= 9 ? date.year : date.year - 1
  return {
    starts,
    from: Temporal.PlainDate.from({ year: starts, month: 9, day: 1 }),
    to: Temporal.PlainDate.from({ year: starts + 1, month: 8, day: 31 }),
    name: `${starts} to ${starts + 1}`,
  }
}

/** The key stage of a year group (Childcare Act 2006, section 39; Education Act 2002, sections 82 and 103). */
export function keyStage(yearGroup: YearGroup): KeyStage {
  if (yearGroup <= 0) return 'eyfs'
  return yearGroup <= 2 ? 'ks1' : 'ks2'
}

/** 'Nursery', 'Reception', 'Year 4'. */
export function yearGroupInWords(yearGroup: YearGroup): string {
  if (yearGroup === -1) return 'Nursery'
  return yearGroup === 0 ? 'Reception' : `Year ${yearGroup}`
}

/** Reads what school systems write: 'Y4', 'Year 4', '04', '4', 'R', 'Rec', 'YR', 'N2', 'Nursery', 'KG'. Null for anything else. */
export function parseYearGroup(text: string): YearGroup | null {
  const plain = text.trim().toLowerCase()
  if (/^(n|n1|n2|nur|nursery|pk|preschool|pre-school)$/.test(plain)) return -1
  if (/^(r|rec|reception|yr|year r|kg)$/.test(plain)) return 0
  const [, digit] = /^(?:y|yr|year)? ?0?([1-6])$/.exec(plain) ?? []
  return digit ? (Number(digit) as YearGroup) : null
}
