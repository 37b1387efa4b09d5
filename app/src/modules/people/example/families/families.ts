import type { ExamplePerson, ExampleResponsibility } from '../example-person.js'
import type { NameGiver } from '../names/name-giver.js'
import type { Random } from '../random.js'
import { CLASS_SIZE, CLASSES, EXAMPLE_YEARS } from '../school-identity.js'
import { adultsOf } from './adults.js'
import { childrenOf } from './children.js'
import { HOUSEHOLDS } from './households.js'
import { sharePlaces } from './places.js'
import { unusualNames } from './unusual-names.js'
import { present } from '../../import/present.js'

/** The families of the example school. */
export interface Families {
  readonly pupils: readonly ExamplePerson[]
  readonly parents: readonly ExamplePerson[]
  readonly responsibilities: readonly ExampleResponsibility[]
}

/** 330 families with 420 pupils and 600 adults. `begins` is the calendar year in which the present school year began. */
export function families(random: Random, names: NameGiver, begins: number): Families {
  const households = random.shuffle(
    HOUSEHOLDS.flatMap((household) => Array.from({ length: household.count }, () => household)),
  )
  const counters = { pupil: counter(), parent: counter() }
  const made = sharePlaces(random).map((years, place) => {
    const household = present(households[place])
    const community = names.community()
    const surname = names.family(community)
    const inCare = household.inCare ?? false
    const children = childrenOf({ years, surname, community, inCare, begins }, names, random, counters.pupil)
    const { adults, responsibilities } = adultsOf(
      { household, surname, community, children },
      names,
      random,
      counters.parent,
    )
    return { children, adults, responsibilities }
  })
  const pupils = made.flatMap(({ children }) => children)
  return {
    pupils: unusualNames(inClasses(pupils, random)),
    parents: made.flatMap(({ adults }) => adults),
    responsibilities: made.flatMap(({ responsibilities }) => responsibilities),
  }
}

function counter(): () => number {
  let count = 0
  return () => (count += 1)
}

/** Thirty to a class, by lot. */
function inClasses(pupils: readonly ExamplePerson[], random: Random): readonly ExamplePerson[] {
  return EXAMPLE_YEARS.flatMap((year) => {
    const classes = CLASSES.filter((each) => each.year === year)
    const ofYear = random.shuffle(pupils.filter((pupil) => pupil.year === year))
    return ofYear.map((pupil, place) => ({
      ...pupil,
      classCode: present(classes[Math.floor(place / CLASS_SIZE)]).code,
    }))
  })
}
