import type { Deps } from '../engine/deps.js'
import { SetupProblem } from '../kernel/setup-problem.js'
import type { BroughtFile } from '../modules/people/index.js'
import type { SchoolFile } from './from-yaml.js'
import { plannedPeople } from './planned-people.js'
import type { PlannedPerson } from './planned-people.js'
import type { SchoolAnswers } from './school-answers.js'

type Finder = (who: string) => string

/** Turns a set-up file into answers: people named by e-mail address or full name become their keys. Throws SetupProblem. */
export async function answersFromFile(
  deps: Pick<Deps, 'db'>,
  file: SchoolFile,
  files: readonly BroughtFile[],
): Promise<SchoolAnswers> {
  const byHand = (file.people.byHand ?? []).map((typed) => ({
    ...typed,
    job: typed.job ?? null,
    email: typed.email ?? null,
  }))
  const planned = await plannedPeople(deps, { files, byHand })
  if ('unreadable' in planned) throw new SetupProblem(planned.unreadable)
  const unknown: string[] = []
  const find = finder(planned.people, unknown)
  const answers: SchoolAnswers = {
    name: file.name,
    slug: file.slug,
    phone: file.phone ?? null,
    pack: file.pack,
    answers: file.answers ?? {},
    calendar: calendarIn(file),
    files,
    skipBad: file.people.skipBad ?? false,
    byHand,
    holders: Object.fromEntries(Object.entries(file.posts).map(([post, who]) => [post, [who].flat().map(find)])),
    signIns: file.signIns.map(({ person, username }) => ({ key: find(person), username: username ?? person })),
  }
  if (unknown.length > 0) throw new SetupProblem(unknown.join('\n'))
  return answers
}

function finder(people: readonly PlannedPerson[], unknown: string[]): Finder {
  const plain = (text: string) => text.trim().toLowerCase()
  return (who) => {
    const fitting = people.filter(({ email, name }) => [email ?? '', name].map(plain).includes(plain(who)))
    const [only] = fitting
    if (only && fitting.length === 1) return only.key
    const sentence = only
      ? `“${who}” is the name of ${fitting.length} people. Give an e-mail address.`
      : `Nobody among the people is “${who}”.`
    if (!unknown.includes(sentence)) unknown.push(sentence)
    return ''
  }
}

const calendarIn = ({ calendar }: SchoolFile): SchoolAnswers['calendar'] =>
  calendar
    ? {
        terms: calendar.terms,
        closures: calendar.closures ?? [],
        hours: { opens: calendar.opens, closes: calendar.closes },
      }
    : null
