import type { Fault } from '../checks/fault.js'
import { CHECKS } from '../checks/checks.js'
import type { Known } from '../known.js'
import type { Pack } from '../pack.js'
import { problemAt } from '../problem.js'
import type { PackProblem } from '../problem.js'
import type { Places } from '../read/places.js'
import type { Tree } from '../read/tree.js'
import { REQUIRED_SECTIONS, SECTIONS } from '../schema/sections.js'
import type { SectionName, Sections } from '../schema/sections.js'
import type { Assembled } from './assemble.js'
import { inPolicyOrder } from './in-policy-order.js'
import { merge } from './merge.js'
import { resolveProcedures } from './resolve-procedures.js'
import { shapeFaults } from './shape-faults.js'

/** One pack's own files and its base's, as assembled, with what is needed to judge them. */
export interface Resolving {
  /** How the pack's folder is shown: 'packs/junior'. */
  readonly label: string
  readonly own: Assembled
  readonly base: Assembled | null
  readonly known: Known
  readonly places: Places
}

/** Lays a pack over its base and judges shape, then names and sense. Either the whole pack, or everything wrong with it. */
export function resolvePack(resolving: Resolving): { pack: Pack } | { problems: readonly PackProblem[] } {
  const { own, base, places } = resolving
  const problems: PackProblem[] = []
  const sections = mergeSections(own, base, { places, problems })
  for (const name of sectionNames()) problems.push(...sectionFaults(name, sections, resolving))
  if (problems.length > 0) return { problems }
  // Every section has just been found to be of its schema's shape.
  const shaped = sections as unknown as Sections
  return judged(shaped, resolving)
}

/** The names of every section, procedures apart. */
export const sectionNames = () => Object.keys(SECTIONS) as SectionName[]

function mergeSections(own: Assembled, base: Assembled | null, merging: Parameters<typeof merge>[2]) {
  const merged: { [Name in SectionName]?: Tree } = {}
  for (const name of sectionNames()) {
    const below = name === 'pack' ? undefined : base?.sections[name]
    merged[name] = merge(below, own.sections[name], merging) ?? ([] as const)
    const place = merging.places.of(own.sections, name) ?? (base && merging.places.of(base.sections, name))
    if (place) merging.places.noteKey(merged, name, place)
  }
  return merged
}

/** What is wrong with the shape of one section, or that it is missing. */
export function sectionFaults(name: SectionName, sections: Assembled['sections'], { label, places }: Resolving) {
  const tree = sections[name]
  const missing = REQUIRED_SECTIONS.some((required) => required === name) && Array.isArray(tree) && tree.length === 0
  if (missing) return [{ file: label, line: null, column: null, sentence: `the pack has no section "${name}".` }]
  return shapeFaults(SECTIONS[name], tree ?? null, places, places.of(sections, name))
}

function judged(sections: Sections, { own, base, known, places }: Resolving) {
  const { procedures, problems } = resolveProcedures(
    { base: base?.procedures ?? new Map(), own: own.procedures },
    {
      posts: new Set([...sections.posts, ...sections.audiences].map(({ id }) => id)),
      agencies: new Set(sections.agencies.map(({ id }) => id)),
      procedures: new Set([...(base?.procedures.keys() ?? []), ...own.procedures.keys()]),
    },
    places,
  )
  if (problems.length > 0) return { problems }
  const { pack: identity, ...rest } = sections
  const { pack: id, base: baseId = null, differs = [], ...about } = identity
  const pack: Pack = { id, base: baseId, differs, ...about, ...rest, parts: inPolicyOrder(rest.parts), procedures }
  for (const key of ['from', 'checked']) noteIdentity(pack, identity, key, places)
  const faults = CHECKS.flatMap((check) => check(pack, known)).map((fault) => located(fault, places))
  return faults.length > 0 ? { problems: faults } : { pack }
}

function noteIdentity(pack: Pack, identity: object, key: string, places: Places): void {
  const place = places.of(identity, key)
  if (place) places.noteKey(pack, key, place)
}

/** A fault with the line that is to blame. */
export function located({ on, key, sentence }: Fault, places: Places): PackProblem {
  const place = places.of(on, key)
  return problemAt(place, sentence)
}
