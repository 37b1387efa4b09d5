import type { Deps } from '../engine/deps.js'
import { settingUp } from '../kernel/actor.js'
import { reading } from '../kernel/db/in-school.js'
import { newSchoolId } from '../kernel/school.js'
import { lookOverIn } from '../modules/people/index.js'
import type { ImportedPerson, ImportPlan, LookedOver, PersonKind } from '../modules/people/index.js'
import type { HandTyped, SchoolAnswers } from './school-answers.js'

/** Somebody of the school to be, for choosing them: 'mis:S12' or 'hand:1'. */
export interface PlannedPerson {
  readonly key: string
  readonly source: ImportedPerson['source']
  readonly name: string
  readonly kind: PersonKind
  readonly job: string | null
  readonly email: string | null
}

/** Everybody of the school to be, with the plan that writes them. */
export interface PlannedPeople {
  /** Null when no file was brought. */
  readonly looked: LookedOver | null
  readonly plan: ImportPlan
  readonly people: readonly PlannedPerson[]
}

const nobody = { people: [], responsibilities: [] }

const emptyPlan: ImportPlan = {
  add: [],
  change: [],
  same: 0,
  end: [],
  alreadyLeft: 0,
  responsibilities: { add: [], change: [], same: 0, end: [] },
  guards: [],
  problems: [],
}

/** Reads the files and the hands' list into one plan. A sentence when a file cannot be read at all. */
export async function plannedPeople(
  { db }: Pick<Deps, 'db'>,
  { files, byHand }: Pick<SchoolAnswers, 'files' | 'byHand'>,
): Promise<PlannedPeople | { readonly unreadable: string }> {
  const nowhere = settingUp(newSchoolId())
  const looked = files.length === 0 ? null : await reading(db, nowhere, (tx) => lookOverIn(tx, files, {}, nobody))
  if (looked && 'unreadable' in looked) return looked
  const base = looked?.plan ?? emptyPlan
  const plan = { ...base, add: [...base.add, ...byHand.map(typed)] }
  return { looked, plan, people: plan.add.map(plannedPerson) }
}

const orNull = (text: string | null | undefined): string | null => (text ? text : null)

const typed = ({ given, family, kind, job, email }: HandTyped, at: number): ImportedPerson => ({
  kind,
  source: { system: 'hand', id: String(at + 1) },
  at: { file: 'typed by hand', line: at + 1 },
  given: orNull(given),
  family: orNull(family),
  jobTitle: orNull(job),
  email: orNull(email),
})

const plannedPerson = (person: ImportedPerson): PlannedPerson => ({
  key: `${person.source.system}:${person.source.id}`,
  source: person.source,
  name: [person.knownAs ?? person.given, person.family].filter(Boolean).join(' '),
  kind: person.kind,
  job: orNull(person.jobTitle),
  email: orNull(person.email),
})
