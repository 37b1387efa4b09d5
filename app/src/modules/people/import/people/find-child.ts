import { type ImportedPerson, type SourceId, sourceKey } from '../roster.js'
import type { ImportSetting } from './import-setting.js'
import type { Line } from './read-line.js'

/** Finds the pupil whom a line of a contacts file names, or notes why it cannot and answers null. */
export type ChildFinder = (line: Line) => SourceId | null

/** Looks among the pupils of this import first, then among those on the school's books; by id, else by UPN. */
export function childFinder(
  imported: ReadonlyMap<string, ImportedPerson>,
  { existing, system }: ImportSetting,
): ChildFinder {
  const byId = new Map<string, SourceId>()
  const byUpn = new Map<string, SourceId>()
  for (const { kind, source, upn } of [...existing.people, ...imported.values()]) {
    if (kind !== 'pupil' || !source) continue
    byId.set(sourceKey(source), source)
    if (upn) byUpn.set(upn, source)
  }
  return (line) => {
    const [id, upn] = [line.text('child-id'), line.text('child-upn').toUpperCase()]
    const found = (id && byId.get(sourceKey({ system, id: `pupil/${id}` }))) || byUpn.get(upn)
    if (found) return found
    if (id || upn) line.note('child-not-there', id ? 'child-id' : 'child-upn', { value: id || upn })
    else line.note('no-child', null)
    return null
  }
}
