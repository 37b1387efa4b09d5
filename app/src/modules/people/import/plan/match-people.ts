import type { ExistingPerson, ExistingRoster } from '../existing.js'
import { isDerivedId, sameLetters } from '../people/derive-id.js'
import type { ImportedRoster } from '../people/import-setting.js'
import { type ImportedPerson, type SourceId, sourceKey } from '../roster.js'

/** Who of the imported is whom of the existing, by the imported source key. Everybody on either side appears at most once. */
export type Matches = ReadonlyMap<string, ExistingPerson>

/**
 * Recognises people: by source id; else pupils by UPN, which stays with a child through every change of system; else adults
 * whose id was made from their details (see `deriveId`) by name and a child in common, so that a new e-mail address does not
 * make a second mother. A name and a date of birth alone recognise nobody: twins and namesakes are why.
 */
export function matchPeople(existing: ExistingRoster, imported: ImportedRoster): Matches {
  const matches = new Map<string, ExistingPerson>()
  const taken = new Set<ExistingPerson>()
  const settle = ({ ofExisting, ofImported }: Marks) => {
    const byMark = index(
      existing.people.filter((person) => !taken.has(person)),
      ofExisting,
    )
    for (const person of imported.people) {
      const key = sourceKey(person.source)
      if (matches.has(key)) continue
      const found = ofImported(person)
        .map((mark) => byMark.get(mark))
        .find((each) => each && !taken.has(each))
      if (!found) continue
      matches.set(key, found)
      taken.add(found)
    }
  }
  settle(bySource)
  settle(byUpn)
  settle(byChildInCommon(existing, imported, matches))
  return matches
}

/** The texts by which each side is recognised; none for somebody who cannot be recognised that way. */
interface Marks {
  readonly ofExisting: (person: ExistingPerson) => readonly string[]
  readonly ofImported: (person: ImportedPerson) => readonly string[]
}

const bySource: Marks = {
  ofExisting: ({ source }) => (source ? [sourceKey(source)] : []),
  ofImported: ({ source }) => [sourceKey(source)],
}

const upnOf = ({ kind, upn }: Pick<ImportedPerson, 'kind' | 'upn'>) => (kind === 'pupil' && upn ? [upn] : [])
const byUpn: Marks = { ofExisting: upnOf, ofImported: upnOf }

function byChildInCommon(existing: ExistingRoster, imported: ImportedRoster, matches: Matches): Marks {
  const children = grouped(existing.responsibilities.map(({ adultId, childId }) => [adultId, childId]))
  const importedChildren = grouped(
    imported.responsibilities.map(({ adult, child }) => [
      sourceKey(adult),
      matches.get(sourceKey(child))?.personId ?? '',
    ]),
  )
  const marks = (ids: readonly string[] = [], { given, family }: ImportedPerson | ExistingPerson) =>
    ids.filter(Boolean).map((id) => `${id} ${sameLetters(`${given ?? ''} ${family ?? ''}`)}`)
  return {
    ofExisting: (person) => (made(person.source) ? marks(children.get(person.personId), person) : []),
    ofImported: (person) => (made(person.source) ? marks(importedChildren.get(sourceKey(person.source)), person) : []),
  }
}

function made(source: SourceId | null): boolean {
  return source !== null && isDerivedId(source.id.slice(source.id.indexOf('/') + 1))
}

function grouped(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>()
  for (const [key, value] of pairs) {
    const group = groups.get(key)
    if (group) group.push(value)
    else groups.set(key, [value])
  }
  return groups
}

/** Whom each mark means. A mark that two share means nobody: better a second record than the wrong person's. */
function index(people: readonly ExistingPerson[], marksOf: Marks['ofExisting']): ReadonlyMap<string, ExistingPerson> {
  const found = new Map<string, ExistingPerson>()
  const shared = new Set<string>()
  for (const person of people) {
    for (const mark of marksOf(person)) {
      if (found.has(mark)) shared.add(mark)
      found.set(mark, person)
    }
  }
  for (const mark of shared) found.delete(mark)
  return found
}
