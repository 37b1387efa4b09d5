import type { ExistingRoster } from '../existing.js'
import { type ImportProblem, problem } from '../problem.js'
import type { ImportedRoster } from '../people/import-setting.js'
import { type IsoDate, sourceKey } from '../roster.js'
import { guardPlan } from './guard-plan.js'
import type { ImportPlan } from './import-plan.js'
import { matchPeople } from './match-people.js'
import { planPeople } from './plan-people.js'
import { planResponsibilities } from './plan-responsibilities.js'

/**
 * What an import would change, without changing anything. Set-based: its cost grows with the number of people, not its square.
 * `today` is the day in London; leavers are ended on it.
 */
export function planImport(existing: ExistingRoster, imported: ImportedRoster, today: IsoDate): ImportPlan {
  const { roster, problems } = withoutDanglingLinks(existing, imported)
  const matches = matchPeople(existing, roster)
  const people = planPeople(existing, roster, matches, today)
  return {
    ...people,
    responsibilities: planResponsibilities(existing, roster, matches, people.add),
    guards: guardPlan(existing, roster, people, today),
    problems: [...imported.problems, ...problems, ...people.problems],
  }
}

/** A set of changes (OneRoster delta) may name people whom only an earlier set described; if that never came, the link waits. */
function withoutDanglingLinks(
  existing: ExistingRoster,
  imported: ImportedRoster,
): { readonly roster: ImportedRoster; readonly problems: readonly ImportProblem[] } {
  const known = new Set(
    [...existing.people, ...imported.people].flatMap(({ source }) => (source ? [sourceKey(source)] : [])),
  )
  const stands = (key: string) => known.has(key)
  const problems = imported.responsibilities.flatMap(({ adult, child, at }) => {
    const place = { ...at, column: null }
    if (!stands(sourceKey(child))) return [problem('child-not-there', place, { value: child.id })]
    return stands(sourceKey(adult)) ? [] : [problem('adult-not-there', place, { value: adult.id })]
  })
  if (problems.length === 0) return { roster: imported, problems }
  const responsibilities = imported.responsibilities.filter(
    ({ adult, child }) => stands(sourceKey(child)) && stands(sourceKey(adult)),
  )
  return { roster: { ...imported, responsibilities }, problems }
}
