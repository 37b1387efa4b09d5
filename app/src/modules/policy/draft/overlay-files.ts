import { stringify } from 'yaml'
import { clauseOf, partOf } from '../../../engine/packs/lookup.js'
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
    else standing.set(key, { section, entry, change: { ...earlier(standing.get(key), change), ...change } })
  }
  return [...standing.values()]
}

/** What an entry's next change lies on. An entry that is taken out has no other words: the loader would refuse them. */
const earlier = (before: Changed | undefined, change: object) => ('drop' in change ? {} : before?.change)

/** The entry of the section 'adoption' that holds who writes and who is asked; every other entry of it is a step. */
export const wholeAdoption = 'adoption'

/**
 * The edits as the files of an overlay, which is how they are kept, judged and read by anybody: the loader knows nothing
 * of rows. A clause goes into the file of its part; a school's own says its part itself (`part`).
 */
export function overlayFiles(pack: Pack, edits: readonly Edit[]): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  const changed = standingEdits(edits)
  const of = (section: EditedSection) => changed.filter((each) => each.section === section)
  for (const [part, entries] of Map.groupBy(of('clause'), (edit) => homeOf(pack, edit))) {
    const number = partOf(pack, part)?.number ?? '99'
    const clauses = numbered(pack, part, entries)
    files.set(`clauses/${number.padStart(2, '0')}-${part}.yaml`, stringify({ part, clauses }))
  }
  const posts = of('post').map(({ entry, change }) => ({ id: entry, ...change }))
  if (posts.length > 0) files.set('posts.yaml', stringify({ posts }))
  const adoption = of('adoption')
  if (adoption.length > 0) files.set('adoption.yaml', stringify({ adoption: adoptionFrom(adoption) }))
  return files
}

/** The part a promise is in: the pack's, or for one of the school's own what it says itself. */
function homeOf(pack: Pack, { entry, change }: Changed): string {
  const home = clauseOf(pack, entry) && pack.parts.find(({ clauses }) => clauses.some(({ id }) => id === entry))?.part
  return home ?? (typeof change['part'] === 'string' ? change['part'] : 'unknown')
}

/**
 * The school's own promises get their numbers here, after the last of the pack's in their part, and not once for all: a
 * newer edition may have taken the number since, and a number that two promises have is refused.
 */
function numbered(pack: Pack, part: string, entries: readonly Changed[]): readonly object[] {
  const home = partOf(pack, part)
  let last = Math.max(0, ...(home?.clauses ?? []).map(({ number }) => Number(number.split('.')[1])))
  return entries.map(({ entry, change: { part: own, ...change } }) => ({
    id: entry,
    ...change,
    ...(own === undefined ? {} : { number: `${home?.number ?? '99'}.${(last += 1)}` }),
  }))
}

/** Steps are entries of their own, so that one can be changed or taken back without the others. */
function adoptionFrom(edits: readonly Changed[]): object {
  const steps = edits.filter(({ entry }) => entry !== wholeAdoption)
  const whole = edits.find(({ entry }) => entry === wholeAdoption)?.change
  return {
    ...whole,
    ...(steps.length > 0 ? { steps: steps.map(({ entry, change }) => ({ id: entry, ...change })) } : {}),
  }
}
