import type { Known } from './known.js'
import type { LoadedPack, Pack } from './pack.js'
import { packHash } from './pack-hash.js'
import type { PackProblem } from './problem.js'
import { inReadingOrder } from './problem.js'
import { faults as procedureFaults } from '../procedures/faults.js'
import { Places } from './read/places.js'
import type { Tree } from './read/tree.js'
import { assemble } from './resolve/assemble.js'
import type { Assembled } from './resolve/assemble.js'
import { deepFreeze } from './resolve/deep-freeze.js'
import { inPolicyOrder } from './resolve/in-policy-order.js'
import { merge } from './resolve/merge.js'
import { located, sectionFaults, sectionNames } from './resolve/resolve-pack.js'
import { CHECKS } from './checks/checks.js'
import { stepKinds } from './schema/adoption.js'
import type { Adoption, Sections } from './schema/sections.js'
import type { RefusedPack } from './load-pack.js'

/**
 * Lays a school's own changes over a pack that is already whole. The changes are the files of an overlay and go through
 * everything that an overlay of ours does: they are read, merged by id, held to `must`, and the result is judged as a
 * pack. Its identity stays the pack's; procedures are not a school's to edit here, so they stay too, and are looked at
 * again for posts and agencies that the changes took away. `label` is how problems name the changes: 'your changes'.
 */
export function layOver(
  pack: Pack,
  files: ReadonlyMap<string, string>,
  { known, label }: { readonly known: Known; readonly label: string },
): LoadedPack | RefusedPack {
  const places = new Places()
  const own = assemble(label, files, places)
  const foreign = own.procedures.size > 0 || own.sections.pack !== undefined
  const problems: PackProblem[] = [
    ...own.problems,
    ...(foreign ? [plain(label, 'Identity and procedures belong to the pack and cannot be changed here.')] : []),
  ]
  const merged = mergedSections(pack, own, places, problems)
  for (const name of sectionNames())
    problems.push(...sectionFaults(name, merged, { label, own, base: null, known, places }))
  if (problems.length > 0) return { problems: inReadingOrder(problems) }
  // Every section has just been found to be of its schema's shape.
  const { pack: _identity, ...rest } = merged as unknown as Sections
  const laid: Pack = deepFreeze({
    ...pack,
    ...rest,
    parts: inPolicyOrder(rest.parts),
    adoption: inStepOrder(rest.adoption),
  })
  const found = [
    ...CHECKS.flatMap((check) => check(laid, known)).map((fault) => located(fault, places)),
    ...faultsOfProcedures(laid, label),
  ]
  return found.length > 0 ? { problems: inReadingOrder(found) } : { pack: laid, hash: packHash(laid) }
}

/** A step that the school adds comes where its kind belongs, and not after the approval that it was to come before. */
const inStepOrder = (adoption: Adoption): Adoption => ({
  ...adoption,
  steps: adoption.steps.toSorted((one, other) => stepKinds.indexOf(one.kind) - stepKinds.indexOf(other.kind)),
})

const plain = (file: string, sentence: string): PackProblem => ({ file, line: null, column: null, sentence })

function mergedSections(pack: Pack, own: Assembled, places: Places, problems: PackProblem[]): Assembled['sections'] {
  const below = { ...pack, pack: identityOf(pack) } as unknown as Readonly<Record<string, Tree>>
  const merging = { places, problems }
  return Object.fromEntries(
    sectionNames().map((name) => [name, merge(below[name], own.sections[name], merging) ?? []]),
  ) as Assembled['sections']
}

const identityOf = ({ id, title, version, from, base, summary, checked, differs }: Pack) => ({
  pack: id,
  title,
  version,
  from,
  ...(base === null ? {} : { base }),
  summary,
  checked,
  differs,
})

function faultsOfProcedures(pack: Pack, label: string): readonly PackProblem[] {
  const ids = {
    posts: new Set([...pack.posts, ...pack.audiences].map(({ id }) => id)),
    agencies: new Set(pack.agencies.map(({ id }) => id)),
    procedures: new Set(pack.procedures.map(({ id }) => id as string)),
  }
  return pack.procedures.flatMap((procedure) =>
    procedureFaults(procedure, ids).map(({ sentence }) => plain(label, `${procedure.title}: ${sentence}`)),
  )
}
