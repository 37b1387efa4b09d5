import type { Temporal } from 'temporal-polyfill'
import type { SchoolCalendar } from '../../../kernel/calendar/school-calendar.js'
import { adultsAtSchool, type ExamplePostHolding } from './example-adults.js'
import type { ExamplePerson, ExampleResponsibility } from './example-person.js'
import { families } from './families/families.js'
import { formerPeople } from './former-people.js'
import { nameGiver } from './names/name-giver.js'
import { randomOf } from './random.js'
import { CLASSES, EXAMPLE_SCHOOL } from './school-identity.js'
import { exampleCalendar, schoolYearOf } from './school-years.js'

/** The example school as plain data. Everybody and everything in it is invented. */
export interface ExampleSchool {
  readonly identity: typeof EXAMPLE_SCHOOL
  readonly classes: typeof CLASSES
  /** 420 pupils, 600 parents and carers, 35 staff, 11 governors, 12 volunteers, 6 contractors, 2 visitors. */
  readonly people: readonly ExamplePerson[]
  /** Seven who have left, with the day. */
  readonly formerPeople: readonly ExamplePerson[]
  readonly responsibilities: readonly ExampleResponsibility[]
  readonly postHoldings: readonly ExamplePostHolding[]
  readonly calendar: SchoolCalendar
}

/** The seed that the product itself uses. */
export const EXAMPLE_SEED = 2045

/** The example school as it stands on a day in London. The same seed and school year always give the same people. */
export function exampleSchool(today: Temporal.PlainDate, seed: number = EXAMPLE_SEED): ExampleSchool {
  const random = randomOf(seed)
  const names = nameGiver(random)
  const begins = schoolYearOf(today)
  const { pupils, parents, responsibilities } = families(random, names, begins)
  const { people, postHoldings } = adultsAtSchool(random, names, begins)
  return {
    identity: EXAMPLE_SCHOOL,
    classes: CLASSES,
    people: [...pupils, ...parents, ...people],
    formerPeople: formerPeople(random, names, begins),
    responsibilities,
    postHoldings,
    calendar: exampleCalendar(today),
  }
}
