import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { loadPack } from '../../engine/packs/load-pack.js'
import { londonDate } from '../../kernel/calendar/london.js'
import type { PostId } from '../../kernel/ids.js'
import { projectRoot } from '../../kernel/root.js'
import { exampleSchool } from '../../modules/people/index.js'
import type { ExampleSchool, ImportPlan } from '../../modules/people/index.js'
import type { SchoolPlan } from '../make-school.js'

/** The example school's address: /bother/example. */
export const exampleSlug = 'example'

/** Example people come from no file; the import wants to know a place all the same. */
const nowhere = { file: 'example', line: 1 } as const

function peoplePlan({ people, formerPeople, responsibilities }: ExampleSchool): ImportPlan {
  return {
    add: [...people, ...formerPeople].map((person) => ({ ...person, at: nowhere })),
    change: [],
    same: 0,
    end: [],
    alreadyLeft: 0,
    responsibilities: { add: responsibilities.map((link) => ({ ...link, at: nowhere })), change: [], same: 0, end: [] },
    guards: [],
    problems: [],
  }
}

/** The plan of the example school as it stands on a day: a policy in force for two years, with people and posts to match. */
export async function planExample(
  now: Temporal.Instant,
): Promise<{ readonly plan: SchoolPlan; readonly example: ExampleSchool }> {
  const example = exampleSchool(londonDate(now))
  const pack = await loadPack(join(projectRoot(), 'packs'), 'uk-primary')
  if ('problems' in pack) throw new Error(`The base pack cannot be used: ${pack.problems[0]?.sentence ?? ''}`)
  const holders = example.postHoldings.map(({ post, holder, from }) => ({
    post: post as PostId,
    source: { system: 'example', id: holder },
    from: Temporal.PlainDate.from(from),
  }))
  const answers = Object.fromEntries(
    pack.pack.questions.flatMap(({ id, default: usual }) => (usual ? [[id, usual]] : [])),
  )
  const first = example.calendar.terms[0]?.from
  const plan: SchoolPlan = {
    name: example.identity.name,
    slug: exampleSlug,
    phone: null,
    example: true,
    pack,
    answers,
    calendar: example.calendar,
    people: peoplePlan(example),
    files: [],
    holders,
    ...(first ? { from: Temporal.PlainDate.from(first) } : {}),
  }
  return { plan, example }
}
