import type { Deps } from '../../engine/deps.js'
import { workerIn } from '../../kernel/actor.js'
import { reading } from '../../kernel/db/in-school.js'
import { academicYear } from '../../kernel/calendar/academic-year.js'
import { londonDate } from '../../kernel/calendar/london.js'
import { fixedClock } from '../../kernel/calendar/clock.js'
import { Temporal } from 'temporal-polyfill'
import { collectJobs } from '../../kernel/jobs/collected.js'
import { sealWaiting } from '../../kernel/journal/sealer.js'
import { listSchools } from '../../kernel/school.js'
import type { SchoolId } from '../../kernel/ids.js'
import { peopleBySource, storyEvents } from '../../modules/people/index.js'
import { judgePolicy } from '../../modules/policy/index.js'
import { exampleDuties } from './records/example-duties.js'
import { exampleLists } from './records/example-lists.js'
import { recordMaker } from './records/record-maker.js'
import { makeSchool } from '../make-school.js'
import { exampleSlug, planExample } from './plan-example.js'
import { playPolicy } from './play-policy.js'
import { playStories } from './play-stories.js'
import { signAgreements } from './sign-agreements.js'
import type { OnRefused } from './play-stories.js'

/** The example school, if this server has it. */
export const findExample = async ({ db }: Pick<Deps, 'db'>): Promise<SchoolId | null> =>
  (await listSchools(db)).find(({ example }) => example)?.school_id ?? null

/**
 * Makes the example school, once: people, posts, two years of policy, and its stories played through the real commands.
 * A server that has it already keeps it as it is.
 */
export async function buildExample(
  deps: Deps,
  onRefused: OnRefused,
  progress?: (done: number, of: number) => void,
): Promise<SchoolId> {
  const there = await findExample(deps)
  if (there) return there
  const now = deps.db.clock.now()
  const { plan, example } = await planExample(now)
  const began = plan.from?.toZonedDateTime({ timeZone: 'Europe/London', plainTime: '08:00' }).toInstant() ?? now
  const start = Temporal.Instant.compare(began, now) < 0 ? began : now
  const { school } = await makeSchool(
    // Its jobs are not asked for: they would call today for what the next lines call for two years ago.
    { ...deps.db, clock: fixedClock(start), jobs: collectJobs() },
    plan,
    async () => null,
  )
  await playPolicy(deps.db, school, londonDate(start))
  const maker = await recordMaker(deps, school, now)
  const first = londonDate(start)
  await exampleLists(maker, first, londonDate(now))
  await exampleDuties(maker, first, londonDate(now))
  const people = await reading(deps.db, workerIn(school), peopleBySource)
  const events = storyEvents(example, londonDate(now))
  await playStories(deps.db, school, { events, people, onRefused, ...(progress ? { progress } : {}) })
  await signAgreements(deps, school, academicYear(londonDate(now)).starts)
  // A round seals a thousand entries, and two years of a school leave more: a promise watches that none waits for an hour.
  while ((await sealWaiting(deps)) > 0);
  await judgePolicy(deps, school)
  return school
}

export { exampleSlug }
