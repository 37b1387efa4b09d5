import { judgeEveryMinute, judgePolicy } from '../app/src/modules/policy/jobs/judge-policy.js'
import type { SchoolId } from '../app/src/kernel/ids.js'
import type { Hedgerow } from '../app/src/open-hedgerow.js'
import { planExample } from '../app/src/setup/example/plan-example.js'
import { makeSchool } from '../app/src/setup/make-school.js'

/** What some schools in one database cost, in milliseconds for one of them. */
export interface SchoolsCost {
  readonly schools: number
  /** Every promise of the policy looked at anew. */
  readonly judged: number
  /** The minute in which nothing was done and nothing fell due. */
  readonly still: number
}

/** One school with its records, in milliseconds: the first look after a start, and the middle one of five more. */
export interface FullSchoolCost {
  readonly first: number
  readonly later: number
}

/** Looks at every promise of one school again and again. */
export async function fullSchoolCost(hedgerow: Hedgerow, school: SchoolId): Promise<FullSchoolCost> {
  const look = async (): Promise<number> => {
    const began = performance.now()
    await judgePolicy(hedgerow, school)
    return performance.now() - began
  }
  const first = await look()
  const more: number[] = []
  for (let round = 0; round < 5; round++) more.push(await look())
  return { first, later: more.toSorted((a, b) => a - b)[2] ?? first }
}

/** Adds schools of 420 pupils, 600 parents and 46 adults until there are so many, and measures the round of the worker over all. */
export async function schoolsCost(hedgerow: Hedgerow, there: SchoolId[], schools: number): Promise<SchoolsCost> {
  const { plan } = await planExample(hedgerow.db.clock.now())
  while (there.length < schools) {
    const slug = `bench-${there.length}`
    const made = await makeSchool(hedgerow.db, { ...plan, slug, name: `Bench ${there.length}` }, async () => null)
    there.push(made.school)
  }
  const each = async (work: (school: SchoolId) => Promise<unknown>): Promise<number> => {
    const began = performance.now()
    for (const school of there) await work(school)
    return (performance.now() - began) / there.length
  }
  const judged = await each((school) => judgePolicy(hedgerow, school))
  const still = await each((school) => judgeEveryMinute.run(hedgerow, school))
  return { schools, judged, still }
}
