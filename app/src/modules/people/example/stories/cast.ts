import type { ExamplePerson } from '../example-person.js'
import type { ExampleSchool } from '../example-school.js'
import type { IsoDate } from '../../import/roster.js'
import type { CastMember, Words } from './story.js'

/** The people whom the letters of one story stand for. */
export interface Cast {
  /** The source id ('pupil/0007') of one of the cast. */
  readonly id: (letter: string) => string
  /** What is written, with names in place of letters. */
  readonly words: (text: Words) => string
}

/** Finds the cast of a story that begins on a day. Throws `RangeError` for a part that nobody can play: a fault in the story. */
export function castOf(parts: Readonly<Record<string, CastMember>>, school: ExampleSchool, begins: IsoDate): Cast {
  const found = new Map<string, ExamplePerson>()
  const person = (letter: string): ExamplePerson => {
    const known = found.get(letter)
    if (known) return known
    const part = parts[letter]
    const player = part && find(part, school, begins, person)
    if (!player) throw new RangeError(`Nobody plays “${letter}”.`)
    found.set(letter, player)
    return player
  }
  return {
    id: (letter) => person(letter).source.id,
    words: (text) =>
      text.replaceAll(/\{(\w)(\.full)?\}/g, (_, letter: string, full?: string) =>
        nameOf(person(letter), full !== undefined),
      ),
  }
}

function find(
  part: CastMember,
  school: ExampleSchool,
  begins: IsoDate,
  person: (letter: string) => ExamplePerson,
): ExamplePerson | undefined {
  const { people, responsibilities, postHoldings } = school
  if ('pupil' in part) return pupilsThen(people, part.pupil, begins)[part.nth - 1]
  if ('job' in part) return people.filter(({ jobTitle }) => jobTitle?.startsWith(part.job))[part.nth - 1]
  if ('teacherOf' in part) {
    return people.find(
      ({ classCode, jobTitle }) => classCode === part.teacherOf && jobTitle?.startsWith('Class teacher'),
    )
  }
  if ('post' in part) {
    const holder = postHoldings.find((holding) => holding.post === part.post)?.holder
    return people.find(({ source }) => source.id === holder)
  }
  const child = person(part.parentOf).source.id
  const links = responsibilities.filter((link) => link.child.id === child && link.contactable !== false)
  const adult = links[Math.min(part.nth, links.length) - 1]?.adult.id
  return people.find(({ source }) => source.id === adult)
}

/** The pupils of a class who were at school already, in order of surname. */
function pupilsThen(people: readonly ExamplePerson[], code: string, day: IsoDate): readonly ExamplePerson[] {
  return people
    .filter(({ kind, classCode, start }) => kind === 'pupil' && classCode === code && (start ?? '') <= day)
    .toSorted((a, b) => (a.family ?? a.given ?? '').localeCompare(b.family ?? b.given ?? '', 'en-GB'))
}

/** Children are called by their first names, adults by both. */
function nameOf({ kind, given, family, knownAs, classCode }: ExamplePerson, full: boolean): string {
  if (kind !== 'pupil') return [given, family].filter(Boolean).join(' ')
  const first = knownAs ?? given ?? family ?? ''
  return full ? `${[given, family].filter(Boolean).join(' ')} (${classCode})` : first
}
