import { present } from '../import/present.js'
import type { IsoDate } from '../import/roster.js'
import { type ExampleJob, JOBS } from './adults-at-school.js'
import { type ExamplePerson, exampleSource } from './example-person.js'
import { latin } from './families/adults.js'
import type { NameGiver } from './names/name-giver.js'
import type { Random } from './random.js'
import { EXAMPLE_SCHOOL } from './school-identity.js'
import { schoolYear } from './school-years.js'

/** Who holds a post of the pack, and since when. */
export interface ExamplePostHolding {
  readonly post: string
  /** `source.id` of the holder. */
  readonly holder: string
  readonly from: IsoDate
}

/** Staff, governors and others of the example school, with the posts they hold. */
export interface AdultsAtSchool {
  readonly people: readonly ExamplePerson[]
  readonly postHoldings: readonly ExamplePostHolding[]
}

/** Long enough that whoever a story two years back needs was already there. */
const SHORTEST_SERVICE = 3

/** Names the holder of every job, with the first day of some school year between three and fifteen years ago. */
export function adultsAtSchool(random: Random, names: NameGiver, begins: number): AdultsAtSchool {
  const numbers = new Map<string, number>()
  const made = JOBS.map((job) => {
    const number = (numbers.get(job.kind) ?? 0) + 1
    numbers.set(job.kind, number)
    return { job, person: adultOf(job, number, { names, random, begins }) }
  })
  return {
    people: made.map(({ person }) => person),
    postHoldings: made.flatMap(({ job, person }) =>
      job.posts.map((post) => ({ post, holder: person.source.id, from: present(person.start) })),
    ),
  }
}

/** What every adult is made with. */
interface Making {
  readonly names: NameGiver
  readonly random: Random
  readonly begins: number
}

function adultOf(job: ExampleJob, number: number, { names, random, begins }: Making): ExamplePerson {
  const community = names.community()
  const family = names.family(community)
  const given = names.given(community, family, random.chance(0.75) ? 'woman' : 'man')
  const own = job.kind === 'staff'
  return {
    kind: job.kind,
    source: exampleSource(job.kind, number),
    given,
    family,
    jobTitle: job.title,
    email: job.kind === 'visitor' ? null : mailOf(job, given, family, number),
    start: startOf(job, random, begins),
    end: null,
    ...(own ? { username: `${latin(given).slice(0, 1)}${latin(family)}` || `staff${number}` } : {}),
    ...(job.classCode ? { classCode: job.classCode } : {}),
  }
}

/** Governors are reached by way of the clerk, never at home; staff at school; others where they work. */
function mailOf(job: ExampleJob, given: string, family: string, number: number): string {
  if (job.kind === 'governor') return `governors+${number}@${EXAMPLE_SCHOOL.domain}`
  const name = [latin(given), latin(family)].filter(Boolean).join('.') || `${job.kind}${number}`
  return `${name}@${job.kind === 'staff' ? EXAMPLE_SCHOOL.domain : 'neighbours.example'}`
}

function startOf(job: ExampleJob, random: Random, begins: number): IsoDate {
  const years = job.kind === 'visitor' ? 0 : SHORTEST_SERVICE + random.below(12)
  return present(schoolYear(begins - years).insetDays[0])
}
