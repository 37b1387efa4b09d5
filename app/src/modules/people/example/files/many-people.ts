import { upnCheckLetter } from '../../import/people/check-upn.js'
import { type CsvValue, writeCsv } from '../../import/write-csv.js'
import { COMMUNITIES } from '../names/communities.js'
import { randomOf } from '../random.js'

const HEADINGS = [
  'Adno',
  'UPN',
  'Legal Forename',
  'Legal Surname',
  'DOB',
  'Year',
  'Reg',
  'Contact 1 ID',
  'Contact 1 Forename',
  'Contact 1 Surname',
  'Contact 1 Relationship',
  'Contact 1 Parental Responsibility',
  'Contact 1 Email',
  'Contact 2 ID',
  'Contact 2 Forename',
  'Contact 2 Surname',
  'Contact 2 Relationship',
  'Contact 2 Parental Responsibility',
  'Contact 2 Email',
]
/** A pupil with one contact and the next with two make five people. */
const PEOPLE_IN_TWO_LINES = 5

/**
 * A pupils-and-contacts export with so many people, for measuring imports: two in five are pupils, the rest their contacts.
 * Names repeat, as they do among 20,000; ids do not.
 */
export function manyPeopleFile(people: number, seed = 1): string {
  const random = randomOf(seed)
  const pupils = Math.ceil((people / PEOPLE_IN_TWO_LINES) * 2)
  const rows = Array.from({ length: pupils }, (_, place): CsvValue[] => {
    const { women, men, families } = random.pick(COMMUNITIES)
    const surname = random.pick(families)
    const contact = (number: number, relationship: string, names: readonly string[]): CsvValue[] => {
      const id = place * 2 + number
      return [`C${id}`, random.pick(names), surname, relationship, true, `contact${id}@families.example`]
    }
    const year = place % 7
    const born = `${String(1 + random.below(28)).padStart(2, '0')}/${String(1 + random.below(8)).padStart(2, '0')}/${2022 - year}`
    const twelve = `99920${45 + Math.floor(place / 100_000)}${String(place % 100_000).padStart(5, '0')}`
    return [
      String(place + 1),
      `${upnCheckLetter(twelve)}${twelve}`,
      random.pick([...women, ...men]),
      surname,
      born,
      year === 0 ? 'R' : year,
      `Class ${place % 280}`,
      ...contact(1, 'Mother', women),
      ...(place % 2 === 1 ? contact(2, 'Father', men) : []),
    ]
  })
  return writeCsv([
    HEADINGS,
    ...rows.map((row) => [...row, ...Array.from({ length: HEADINGS.length - row.length }, () => null)]),
  ])
}
