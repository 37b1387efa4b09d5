import { stringify } from 'yaml'
import { clauseOf } from '../../../engine/packs/lookup.js'
import type { Pack } from '../../../engine/packs/pack.js'
import type { EditedSection, PolicyEditRow } from '../adoption-schema.js'

/** As much of an edit as says what changes. */
export type Edit = Pick<PolicyEditRow, 'section' | 'entry' | 'change'>

/** The fields that a school's edits give one entry, later ones over earlier. */
export interface Changed {
  readonly section: EditedSection
  readonly entry: string
  readonly change: Readonly<Record<string, unknown>>
}

/** What stands of a row of edits: one entry each, in the order of the first edit; entries taken back are gone. Pure. */
export function standingEdits(edits: readonly Edit[]): readonly Changed[] {
  const standing = new Map<string, Changed>()
  for (const { section, entry, change } of edits) {
    const key = `${section} ${entry}`
    if (change === null) standing.delete(key)
    else standing.set(key, { section, entry, change: { ...standing.get(key)?.change, ...change } })
  }
  return [...standing.values()]
}

/**
 * The edits as the files of an overlay, which is how they are kept, judged and read by anybody: the loader knows nothing
 * of rows. A clause goes into the file of its part; a new one says its part itself (`part`).
 */
export function overlayFiles(pack: Pack, edits: readonly Edit[]): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  const changed = standingEdits(edits)
  const of = (section: EditedSection) => changed.filter((each) => each.section === section)
  const clauses = Map.groupBy(of('clause'), ({ entry, change }) => partOf(pack, entry, change))
  for (const [part, entries] of clauses) {
    const number = pack.parts.find((each) => each.part === part)?.number ?? '99'
    const list = entries.map(({ entry, change: { part: _part, ...change } }) => ({ id: entry, ...change }))
    files.set(`clauses/${number.padStart(2, '0')}-${part}.yaml`, stringify({ part, clauses: list }))
  }
  const posts = of('post').map(({ entry, change }) => ({ id: entry, ...change }))
  if (posts.length > 0) files.set('posts.yaml', stringify({ posts }))
  const adoption = of('adoption')[0]
  if (adoption) files.set('adoption.yaml', stringify({ adoption: adoption.change }))
  return files
}

function partOf(pack: Pack, clause: string, change: Readonly<Record<string, unknown>>): string {
  const home = clauseOf(pack, clause) && pack.parts.find(({ clauses }) => clauses.some(({ id }) => id === clause))?.part
  return home ?? (typeof change['part'] === 'string' ? change['part'] : 'unknown')
}
