import { Temporal } from 'temporal-polyfill'
import { present } from '../import/present.js'
import { type ExamplePerson, exampleSource } from './example-person.js'
import type { NameGiver } from './names/name-giver.js'
import type { Random } from './random.js'
import { schoolYear } from './school-years.js'

const PUPILS = 6

/** Six pupils who went to secondary school last summer and a teaching assistant who left: ended, never deleted. */
export function formerPeople(random: Random, names: NameGiver, begins: number): readonly ExamplePerson[] {
  const end = present(schoolYear(begins - 1).terms[2]).to
  const pupils = Array.from({ length: PUPILS }, (_, place): ExamplePerson => {
    const born = Temporal.PlainDate.from({ year: begins - 12, month: 9, day: 1 }).add({ days: random.below(365) })
    return {
      kind: 'pupil',
      source: exampleSource('pupil', 901 + place),
      ...someName(random, names),
      born: born.toString(),
      year: '6',
      classCode: place % 2 === 0 ? 'Hawthorn' : 'Blackthorn',
      start: present(schoolYear(begins - 7).terms[0]).from,
      end,
    }
  })
  const start = present(schoolYear(begins - 5).insetDays[0])
  const assistant = { jobTitle: 'Teaching assistant', start, end, ...someName(random, names) }
  return [...pupils, { kind: 'staff', source: exampleSource('staff', 901), ...assistant }]
}

function someName(random: Random, names: NameGiver): Pick<ExamplePerson, 'given' | 'family'> {
  const community = names.community()
  const family = names.family(community)
  return { given: names.given(community, family, random.chance(0.5) ? 'woman' : 'man'), family }
}
