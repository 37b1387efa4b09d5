import type { ClauseVerdict } from '../engine/clauses/clause-state.js'
import { workerIn } from '../kernel/actor.js'
import { reading } from '../kernel/db/in-school.js'
import { listSchools } from '../kernel/school.js'
import { policyStates } from '../modules/policy/index.js'
import { withHedgerow } from './with-hedgerow.js'

/** How many clauses of a school's policy stand in each state, now. */
export interface SchoolStates {
  readonly school: string
  readonly pack: string
  /** The version the school lives by, which may be older than the one shipped. */
  readonly version: string
  readonly states: Readonly<Partial<Record<ClauseVerdict, number>>>
}

/** The states in one school by its slug, or in 'all'; a school without a policy is left out, null where there is no such school. */
export const statesOfSchools = (slug: string): Promise<readonly SchoolStates[] | null> =>
  withHedgerow(async (hedgerow) => {
    const wanted = (await listSchools(hedgerow.db)).filter((school) => slug === 'all' || school.slug === slug)
    if (wanted.length === 0 && slug !== 'all') return null
    const found: SchoolStates[] = []
    for (const { school_id, slug: school } of wanted) {
      const now = await reading(hedgerow.db, workerIn(school_id), (tx) => Promise.resolve(tx.now))
      const read = await policyStates(hedgerow, school_id, now)
      if (!read) continue
      const counts = Map.groupBy(read.states.values(), ({ verdict }) => verdict)
      const states = Object.fromEntries([...counts].map(([verdict, each]) => [verdict, each.length]))
      found.push({ school, pack: read.pack.id, version: read.pack.version, states })
    }
    return found
  })
