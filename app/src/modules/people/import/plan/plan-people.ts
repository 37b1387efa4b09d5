import type { ExistingPerson, ExistingRoster } from '../existing.js'
import { type ImportProblem, problem } from '../problem.js'
import { nameInWords, twinKey } from '../people/check-roster.js'
import type { ImportedRoster } from '../people/import-setting.js'
import { type ImportedPerson, type IsoDate, sourceKey } from '../roster.js'
import { afterChanges, compareFields } from './compare-fields.js'
import { type ImportPlan, PERSON_KEYS, type PersonChange, type PersonEnd } from './import-plan.js'
import type { Matches } from './match-people.js'

/** The part of a plan that is about people. */
export type PeoplePlan = Pick<ImportPlan, 'add' | 'change' | 'same' | 'end' | 'alreadyLeft' | 'problems'>

/** Who is new, who changes in what, who stays the same and who has left. */
export function planPeople(
  existing: ExistingRoster,
  imported: ImportedRoster,
  matches: Matches,
  today: IsoDate,
): PeoplePlan {
  const unknown = imported.people.filter(({ source }) => !matches.has(sourceKey(source)))
  const add = unknown.filter(({ end }) => !end || end >= today)
  const compared = imported.people.flatMap((person) => {
    const before = matches.get(sourceKey(person.source))
    return before ? [comparePerson(before, person, today)] : []
  })
  const change = compared.filter(({ fields, source }) => fields.length > 0 || source !== null)
  return {
    add,
    change,
    same: compared.length - change.length,
    end: imported.whole ? leavers(existing, imported, matches, today) : [],
    alreadyLeft: unknown.length - add.length,
    problems: knownElsewhere(existing, add, matches),
  }
}

function comparePerson(person: ExistingPerson, imported: ImportedPerson, today: IsoDate): PersonChange {
  const same = person.source !== null && sourceKey(person.source) === sourceKey(imported.source)
  const returned = { ...imported, end: endOf(person, imported, today) }
  const fields = compareFields(PERSON_KEYS, person, returned)
  const becomes = { ...person, ...afterChanges(fields), source: imported.source }
  return { person, imported, becomes, fields, source: same ? null : imported.source }
}

/** Somebody in the file is here, unless the file says otherwise: one whom an earlier import ended has come back. */
function endOf(person: ExistingPerson, imported: ImportedPerson, today: IsoDate): IsoDate | null | undefined {
  if (imported.end !== undefined) return imported.end
  return person.end && person.end < today ? null : undefined
}

/**
 * People of this system and of the kinds in the files whom a whole set does not hold any more. Nobody whose line was withheld,
 * nobody added by hand, and nobody of another system.
 */
function leavers(
  existing: ExistingRoster,
  imported: ImportedRoster,
  matches: Matches,
  today: IsoDate,
): readonly PersonEnd[] {
  const present = new Set(matches.values())
  return existing.people
    .filter((person) => mayHaveLeft(person, imported, today) && !present.has(person))
    .map((person) => ({ person, on: today }))
}

function mayHaveLeft({ source, kind, end }: ExistingPerson, imported: ImportedRoster, today: IsoDate): boolean {
  if (source?.system !== imported.system || !imported.covers.includes(kind)) return false
  return (!end || end > today) && !imported.withheld.has(sourceKey(source))
}

function knownElsewhere(
  existing: ExistingRoster,
  add: readonly ImportedPerson[],
  matches: Matches,
): readonly ImportProblem[] {
  const matched = new Set(matches.values())
  const known = new Set(existing.people.filter((person) => !matched.has(person)).map(twinKey))
  return add.flatMap((person) => {
    const key = twinKey(person)
    if (key === null || !known.has(key)) return []
    return [problem('known-person', { ...person.at, column: null }, { value: nameInWords(person) })]
  })
}
