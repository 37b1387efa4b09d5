import { Check } from 'typebox/value'
import type { KnownIds } from '../../procedures/faults.js'
import type { Procedure } from '../../procedures/procedure.js'
import { resolveProcedure } from '../../procedures/resolve-procedure.js'
import { procedureSchema } from '../../procedures/schema.js'
import type { WrittenProcedure } from '../../procedures/schema.js'
import { problemAt } from '../problem.js'
import type { PackProblem } from '../problem.js'
import type { Places } from '../read/places.js'
import type { TreeMap } from '../read/tree.js'
import { isTreeList, isTreeMap } from '../read/tree.js'
import { shapeFaults } from './shape-faults.js'

/** The procedures of a base and of the pack laid over it, as written, by id. */
export interface ProcedureTrees {
  readonly base: ReadonlyMap<string, TreeMap>
  readonly own: ReadonlyMap<string, TreeMap>
}

/**
 * Has engine/procedures merge and judge every procedure of a pack, and finds the lines of what it says. A pack with an
 * unsound procedure is refused whole: half a procedure is what hurts a child.
 */
export function resolveProcedures(
  { base, own }: ProcedureTrees,
  known: KnownIds,
  places: Places,
): { procedures: readonly Procedure[]; problems: readonly PackProblem[] } {
  const ids = [...new Set([...base.keys(), ...own.keys()])].toSorted()
  const resolved = ids.map((id) => resolveOne(base.get(id), own.get(id), known, places))
  return {
    procedures: resolved.flatMap(({ procedure }) => procedure ?? []),
    problems: resolved.flatMap(({ problems }) => problems),
  }
}

interface Resolved {
  readonly procedure: Procedure | null
  readonly problems: readonly PackProblem[]
}

function resolveOne(base: TreeMap | undefined, own: TreeMap | undefined, known: KnownIds, places: Places): Resolved {
  const trees = [base, own].filter((tree) => tree !== undefined)
  const written = trees.flatMap((tree) => (isWritten(tree) ? [tree] : []))
  const problems = trees.flatMap((tree) => shapeFaults(procedureSchema, tree, places))
  const [below, above = null] = written
  if (below === undefined || written.length < trees.length) return { procedure: null, problems }
  const { procedure, faults } = resolveProcedure(below, above, known)
  const found = faults.map(({ step, sentence }) => at(places, trees, step, sentence))
  return { procedure, problems: [...problems, ...found] }
}

const isWritten = (tree: unknown): tree is WrittenProcedure => Check(procedureSchema, tree)

/** The pack's own line if it mentions the step, else the base's. */
function at(places: Places, trees: readonly TreeMap[], step: string | null, sentence: string): PackProblem {
  const mentions = trees.map((tree) => stepTree(tree, step))
  const blamed = mentions.findLast((mention) => mention !== undefined) ?? trees.at(-1)
  const place = blamed && places.of(blamed)
  return problemAt(place, sentence)
}

function stepTree(tree: TreeMap, step: string | null): TreeMap | undefined {
  const steps = tree['steps']
  if (step === null || !isTreeList(steps)) return undefined
  return steps.filter(isTreeMap).find((each) => each['id'] === step)
}
