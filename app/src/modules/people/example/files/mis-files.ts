import { present } from '../../import/present.js'
import { type CsvValue, writeCsv } from '../../import/write-csv.js'
import type { ExamplePerson, ExampleResponsibility } from '../example-person.js'
import type { ExampleSchool } from '../example-school.js'

/** No family of the example school has more adults. */
const CONTACTS = 3

/**
 * The example school as its management system would export it: file name to content. Pupils stand with their contacts in one
 * line, in the wide shape that most systems offer. Used in the guide and in tests; the files can be imported as they are.
 */
export function misFiles(school: ExampleSchool): ReadonlyMap<string, string> {
  const of = (...kinds: readonly string[]) => school.people.filter(({ kind }) => kinds.includes(kind))
  return new Map([
    ['pupils-and-contacts.csv', writeCsv(pupilRows(of('pupil'), of('parent'), school.responsibilities))],
    ['staff.csv', writeCsv(staffRows(of('staff')))],
    ['governors-and-others.csv', writeCsv(otherRows(of('governor', 'volunteer', 'contractor', 'visitor')))],
  ])
}

const PUPIL_HEADINGS = [
  'Adno',
  'UPN',
  'Legal Forename',
  'Legal Surname',
  'Preferred Forename',
  'DOB',
  'Year',
  'Reg',
  'Admission Date',
  'SEN Status',
  'EAL',
  'In Care',
  'Young Carer',
]
const CONTACT_HEADINGS = [
  'ID',
  'Forename',
  'Surname',
  'Relationship',
  'Parental Responsibility',
  'Priority',
  'Contactable',
  'Email',
  'Mobile',
]

type Rows = readonly (readonly CsvValue[])[]

function pupilRows(
  pupils: readonly ExamplePerson[],
  parents: readonly ExamplePerson[],
  links: readonly ExampleResponsibility[],
): Rows {
  const adults = new Map(parents.map((parent) => [parent.source.id, parent]))
  const numbers = Array.from({ length: CONTACTS }, (_, place) => place + 1)
  const headings = [
    ...PUPIL_HEADINGS,
    ...numbers.flatMap((number) => CONTACT_HEADINGS.map((heading) => `Contact ${number} ${heading}`)),
  ]
  const linksOf = Map.groupBy(links, ({ child }) => child.id)
  const rows = pupils.map((pupil) => {
    const contacts = numbers.flatMap((number) => {
      const link = linksOf.get(pupil.source.id)?.[number - 1]
      return link ? contactCells(link, present(adults.get(link.adult.id))) : CONTACT_HEADINGS.map(() => null)
    })
    return [...pupilCells(pupil), ...contacts]
  })
  return [headings, ...rows]
}

function pupilCells({
  source,
  upn,
  given,
  family,
  knownAs,
  born,
  year,
  classCode,
  start,
  needs = [],
}: ExamplePerson): CsvValue[] {
  const yes = (need: string) => ((needs as readonly string[]).includes(need) ? 'Y' : 'N')
  const sen = needs.includes('ehc-plan') ? 'E' : needs.includes('sen-support') ? 'K' : null
  return [
    shortId(source),
    upn ?? null,
    given,
    family,
    knownAs ?? null,
    british(born),
    year === 'R' ? 'Reception' : `Year ${year}`,
    classCode ?? null,
    british(start),
    sen,
    yes('english-additional'),
    yes('in-care'),
    yes('young-carer'),
  ]
}

function contactCells(link: ExampleResponsibility, adult: ExamplePerson): CsvValue[] {
  const { relationship, parentalResponsibility, priority, contactable } = link
  return [
    shortId(adult.source),
    adult.given,
    adult.family,
    relationship.replace('-', ' '),
    parentalResponsibility,
    priority,
    contactable,
    adult.email ?? null,
    adult.phone ?? null,
  ]
}

function staffRows(staff: readonly ExamplePerson[]): Rows {
  const headings = ['Staff Code', 'Forename', 'Surname', 'Job Title', 'Class', 'Work Email', 'Username', 'Start Date']
  return [
    headings,
    ...staff.map((person) => [
      shortId(person.source),
      person.given,
      person.family,
      person.jobTitle ?? null,
      person.classCode ?? null,
      person.email ?? null,
      person.username ?? null,
      british(person.start),
    ]),
  ]
}

function otherRows(people: readonly ExamplePerson[]): Rows {
  const headings = ['Kind', 'ID', 'Forename', 'Surname', 'Job Title', 'Email', 'Start Date']
  return [
    headings,
    ...people.map(({ kind, source, given, family, jobTitle, email, start }) => [
      kind,
      shortId(source),
      given,
      family,
      jobTitle ?? null,
      email ?? null,
      british(start),
    ]),
  ]
}

/** '0001' of 'pupil/0001': in each list the ids are short. */
function shortId({ id }: ExamplePerson['source']): string {
  return id.slice(id.indexOf('/') + 1)
}

function british(date: string | null | undefined): string | null {
  return date ? date.split('-').reverse().join('/') : null
}
