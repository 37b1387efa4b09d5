import { join } from 'node:path'
import type { Deps } from '../engine/deps.js'
import { loadPack } from '../engine/packs/load-pack.js'
import type { LoadedPack, Pack } from '../engine/packs/pack.js'
import { calendarErrors } from '../kernel/calendar/calendar-faults.js'
import { londonDate } from '../kernel/calendar/london.js'
import type { PostId } from '../kernel/ids.js'
import { projectRoot } from '../kernel/root.js'
import { listSchools } from '../kernel/school.js'
import type { PlannedHolder, SchoolPlan } from './make-school.js'
import { plannedPeople } from './planned-people.js'
import type { PlannedPeople, PlannedPerson } from './planned-people.js'
import type { SchoolAnswers, SetupFault, SetupStep } from './school-answers.js'
import { holderFaults, signInFaults } from './post-faults.js'
import { usualCalendar } from './usual-calendar.js'

/** A school that can be made, and who gets a first sign-in. */
export interface PlannedSchool {
  readonly plan: SchoolPlan
  readonly signIns: readonly { readonly person: PlannedPerson; readonly username: string }[]
  /** Required posts that nobody holds yet: allowed, and said. */
  readonly vacant: readonly string[]
}

type Known = PlannedPeople & { readonly byKey: ReadonlyMap<string, PlannedPerson> }

const fault = (step: SetupStep, field: string, sentence: string): SetupFault => ({ step, field, sentence })

/** Loads a shipped pack, or says in sentences why it cannot be used. */
export async function packNamed(id: string): Promise<LoadedPack | readonly string[]> {
  if (!/^[a-z0-9-]+$/.test(id)) return ['Choose one of the packs.']
  const pack = await loadPack(join(projectRoot(), 'packs'), id)
  return 'problems' in pack ? pack.problems.map(({ sentence }) => sentence) : pack
}

/** Words that stand where a school's short name would: /report/mine, /sign-in/again. */
const reserved: ReadonlySet<string> = new Set(['mine', 'again', 'second-step', 'example'])

const wellWritten = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** What is wrong with a name and an address, beside the other schools of this server. */
export async function schoolFaults(
  { db }: Pick<Deps, 'db'>,
  { name, slug }: Pick<SchoolAnswers, 'name' | 'slug'>,
): Promise<readonly SetupFault[]> {
  const taken = (await listSchools(db)).some((school) => school.slug === slug)
  return [
    ...(name.trim() === '' ? [fault('school', 'name', 'Write the name of the school.')] : []),
    // Without a name there is nothing to make a short one from: one thing to put right, not two.
    ...(wellWritten.test(slug) || (name.trim() === '' && slug === '')
      ? []
      : [fault('school', 'slug', 'The short name is for web addresses: small letters, figures and hyphens only.')]),
    ...(reserved.has(slug)
      ? [fault('school', 'slug', 'That short name is an address of Hedgerow’s own. Choose another.')]
      : []),
    ...(taken ? [fault('school', 'slug', 'Another school on this server has that short name. Choose another.')] : []),
  ]
}

/** Checks everything that was answered and gives either the school as it would be made, or all that is wrong. Writes nothing. */
export async function planSchool(
  deps: Pick<Deps, 'db'>,
  answers: SchoolAnswers,
): Promise<PlannedSchool | { readonly faults: readonly SetupFault[] }> {
  const pack = await packNamed(answers.pack)
  if (!('pack' in pack)) return { faults: pack.map((sentence) => fault('policy', 'pack', sentence)) }
  const people = await plannedPeople(deps, answers)
  if ('unreadable' in people) return { faults: [fault('people', 'files', people.unreadable)] }
  const known: Known = { ...people, byKey: new Map(people.people.map((person) => [person.key, person])) }
  const calendar = answers.calendar ?? usualCalendar(londonDate(deps.db.clock.now()))
  const faults = [
    ...(await schoolFaults(deps, answers)),
    ...questionFaults(pack.pack, answers),
    ...peopleFaults(known, answers),
    ...holderFaults(pack.pack, known.byKey, answers),
    ...signInFaults(pack.pack, known.byKey, answers),
    ...calendarErrors(calendar).map((sentence) => fault('calendar', 'calendar', sentence)),
  ]
  if (faults.length > 0) return { faults }
  const plan = {
    name: answers.name.trim(),
    slug: answers.slug,
    phone: answers.phone,
    example: false,
    pack,
    calendar,
    answers: answered(pack.pack, answers),
    people: known.plan,
    files: answers.files.map(({ name }) => name),
    holders: holdersIn(known, answers),
  }
  const signIns = answers.signIns.flatMap(({ key, username }) => {
    const person = known.byKey.get(key)
    return person ? [{ person, username }] : []
  })
  return { plan, signIns, vacant: vacantPosts(pack.pack, answers) }
}

/** Titles of the required posts that nobody holds. */
export const vacantPosts = ({ posts }: Pack, { holders }: Pick<SchoolAnswers, 'holders'>): readonly string[] =>
  posts.filter(({ id, required }) => required && (holders[id] ?? []).length === 0).map(({ title }) => title)

function answered({ questions }: Pack, { answers }: SchoolAnswers): Record<string, string> {
  return Object.fromEntries(
    questions.flatMap(({ id, default: usual }) => {
      const answer = answers[id] ?? usual
      return answer ? [[id, answer]] : []
    }),
  )
}

function questionFaults(pack: Pack, given: SchoolAnswers): readonly SetupFault[] {
  const settled = answered(pack, given)
  const strange = Object.keys(given.answers).filter((id) => !pack.questions.some((question) => question.id === id))
  return [
    ...pack.questions
      .filter(({ id, options }) => !options.some(({ value }) => value === settled[id]))
      .map(({ id, ask, options }) =>
        fault('meaning', `q-${id}`, `${ask} Choose one of: ${options.map(({ value }) => value).join(', ')}.`),
      ),
    ...strange.map((id) => fault('meaning', `q-${id}`, `The pack asks nothing called “${id}”.`)),
  ]
}

function peopleFaults({ looked, people }: Known, { skipBad }: SchoolAnswers): readonly SetupFault[] {
  const nobody = fault('people', 'files', 'Bring a file with people, or type the first few.')
  if (!looked) return people.length === 0 ? [nobody] : []
  const columns = looked.readAs.flatMap(({ file, faults }) => faults.map((sentence) => `${file}: ${sentence}`))
  const rows = skipBad
    ? []
    : looked.problems
        .filter(({ severity }) => severity === 'wrong')
        .map(({ file, line, sentence }) => `${file}${line === null ? '' : `, line ${line}`}: ${sentence}`)
  const found = [...columns, ...rows].map((sentence) => fault('people', 'files', sentence))
  return found.length === 0 && people.length === 0 ? [nobody] : found
}

const holdersIn = ({ byKey }: Known, { holders }: SchoolAnswers): readonly PlannedHolder[] =>
  Object.entries(holders).flatMap(([post, keys]) =>
    keys.flatMap((key) => {
      const person = byKey.get(key)
      return person ? [{ post: post as PostId, source: person.source }] : []
    }),
  )
