import { type ImportProblem, problem } from '../problem.js'
import { type ImportedPerson, type ImportedResponsibility, sourceKey } from '../roster.js'
import { sameLetters } from './derive-id.js'
import { lineInWords } from './gathering.js'
import type { ImportSetting } from './import-setting.js'
import { nearestName } from './nearest-name.js'

/** What was read, before it is judged as a whole. */
export interface ReadRoster {
  readonly people: readonly ImportedPerson[]
  readonly responsibilities: readonly ImportedResponsibility[]
  readonly coversResponsibilities: boolean
}

/** Doubts that only show when all lines are seen together. */
export function checkRoster(roster: ReadRoster, setting: ImportSetting): readonly ImportProblem[] {
  return [
    ...twins(roster.people),
    ...unknownClasses(roster.people, setting),
    ...(roster.coversResponsibilities ? unguarded(roster, setting) : []),
  ]
}

/** The name of a person for a sentence. */
export function nameInWords({ given, family }: Pick<ImportedPerson, 'given' | 'family'>): string {
  return [given, family].filter(Boolean).join(' ')
}

/** One text for people of one kind who share a name and a date of birth; null without a date. */
export function twinKey({
  kind,
  given,
  family,
  born,
}: Pick<ImportedPerson, 'kind' | 'given' | 'family' | 'born'>): string | null {
  return born ? `${kind} ${sameLetters(`${given ?? ''} ${family ?? ''}`)} ${born}` : null
}

function twins(people: readonly ImportedPerson[]): readonly ImportProblem[] {
  const first = new Map<string, ImportedPerson>()
  return people.flatMap((person) => {
    const key = twinKey(person)
    const before = key && first.get(key)
    if (key && !before) first.set(key, person)
    if (!before) return []
    const words = { value: nameInWords(person), other: lineInWords(before.at, person.at) }
    return [problem('same-person', { ...person.at, column: null }, words)]
  })
}

/** One doubt a class, not one a pupil; and none at the first import, when every class is new. */
function unknownClasses(people: readonly ImportedPerson[], { existing }: ImportSetting): readonly ImportProblem[] {
  const known = new Set(
    existing.people.flatMap(({ kind, classCode }) => (kind === 'pupil' && classCode ? [classCode] : [])),
  )
  if (known.size === 0) return []
  const told = new Set<string>()
  return people.flatMap(({ kind, classCode, at }) => {
    if (kind !== 'pupil' || !classCode || known.has(classCode) || told.has(classCode)) return []
    told.add(classCode)
    const words = { value: classCode, other: nearestName(classCode, known) ?? '' }
    return [problem('unknown-class', { ...at, column: null }, words)]
  })
}

/** Somebody known whom a partial set does not give adults for keeps those known; leavers need none. */
function unguarded(
  { people, responsibilities }: ReadRoster,
  { existing, whole, today }: ImportSetting,
): readonly ImportProblem[] {
  const known = new Set(whole ? [] : existing.people.map(({ source }) => source && sourceKey(source)))
  const adults = new Map<string, ImportedResponsibility[]>()
  for (const link of responsibilities) {
    const key = sourceKey(link.child)
    adults.set(key, [...(adults.get(key) ?? []), link])
  }
  return people.flatMap((person) => {
    if (person.kind !== 'pupil' || (person.end && person.end < today)) return []
    if (known.has(sourceKey(person.source))) return []
    const links = adults.get(sourceKey(person.source)) ?? []
    const nobody = links.length > 0 && links.every(({ parentalResponsibility }) => parentalResponsibility === false)
    const rule = links.length === 0 ? 'no-guardian' : nobody ? 'no-responsibility' : null
    return rule ? [problem(rule, { ...person.at, column: null }, { value: nameInWords(person) })] : []
  })
}
