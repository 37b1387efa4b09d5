import { type ImportedPerson, type IsoDate, type Year, YEARS } from '../roster.js'
import type { Line } from './read-line.js'

/** Notes what does not fit together within one line. */
export function checkPerson(line: Line, person: ImportedPerson): void {
  checkNames(line, person)
  const { born, year, start, end } = person
  if (start && end && end < start) line.note('end-before-start', 'end', { value: end, other: start })
  if (born && year && born <= line.today && !ageFitsYear(born, year, line.today)) {
    line.note('age-and-year', 'born', { value: born, other: yearInWords(year) })
  }
}

function checkNames(line: Line, { given, family }: ImportedPerson): void {
  if (given === null && family === null) line.note('no-name', null)
  else if (family === null) line.note('one-name', 'family', { value: given ?? '', other: 'surname' })
  else if (given === null) line.note('one-name', 'given', { value: family, other: 'first name' })
}

/** Age on the 31 August before the school year in which children of England usually enter each year, nursery first. */
const YOUNGEST = 3

/**
 * Whether a child of that date of birth may be in that year, give or take one: children are taught out of their year now and
 * then, and an export made in August may already show September.
 */
function ageFitsYear(born: IsoDate, year: Year, today: IsoDate): boolean {
  const begins = Number(today.slice(0, 4)) - (today.slice(5, 7) < '09' ? 1 : 0)
  const age = begins - Number(born.slice(0, 4)) - (born.slice(5) > '08-31' ? 1 : 0)
  return Math.abs(age - (YOUNGEST + YEARS.indexOf(year))) <= 1
}

function yearInWords(year: Year): string {
  return year === 'N' ? 'Nursery' : year === 'R' ? 'Reception' : `Year ${year}`
}
