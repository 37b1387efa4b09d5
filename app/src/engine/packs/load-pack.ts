import { basename } from 'node:path'
import type { Known } from './known.js'
import { readKnown } from './known.js'
import type { LoadedPack } from './pack.js'
import { packHash } from './pack-hash.js'
import type { PackProblem } from './problem.js'
import { inReadingOrder } from './problem.js'
import { Places } from './read/places.js'
import { readPackFiles } from './read/read-pack-files.js'
import { deepFreeze } from './resolve/deep-freeze.js'
import { assemble } from './resolve/assemble.js'
import type { Assembled } from './resolve/assemble.js'
import { resolvePack } from './resolve/resolve-pack.js'

/** A pack that cannot be used, and everything that is wrong with it, in reading order. Never empty. */
export interface RefusedPack {
  readonly problems: readonly PackProblem[]
}

/**
 * Reads, checks, resolves and hashes one pack of a folder of packs. A pack is untrusted until this has passed it, and is
 * refused whole: `'problems' in result`. Throws only when the installation itself is broken (the lists beside the packs
 * are missing) or the disk fails.
 */
export async function loadPack(folderRoot: string, packId: string): Promise<LoadedPack | RefusedPack> {
  const known = await readKnown(folderRoot)
  const own = await readPackFiles(folderRoot, packId)
  if (own.problems.length > 0) return refused(own.problems)
  const baseId = baseOf(own.files, folderRoot)
  const base = baseId === null || baseId === packId ? null : await readPackFiles(folderRoot, baseId)
  if (base && base.problems.length > 0) return refused(base.problems)
  return packOf({
    label: basename(folderRoot),
    packId,
    own: own.files,
    base: base && { id: baseId ?? '', files: base.files },
    known,
  })
}

/** The texts of a pack and of its base, for `packOf`. */
export interface PackSources {
  /** How the folder of packs is shown in problems: 'packs'. */
  readonly label: string
  readonly packId: string
  readonly own: ReadonlyMap<string, string>
  readonly base: { readonly id: string; readonly files: ReadonlyMap<string, string> } | null
  readonly known: Known
}

/** What `loadPack` does once the files are read: pure, so that a pack sent by a browser can be judged the same way. */
export function packOf({ label, packId, own, base, known }: PackSources): LoadedPack | RefusedPack {
  const places = new Places()
  const ownLabel = `${label}/${packId}`
  const assembled = assemble(ownLabel, own, places)
  const below = base && assemble(`${label}/${base.id}`, base.files, places)
  const problems = [
    ...(below?.problems ?? []),
    ...assembled.problems,
    ...identityFaults(assembled, below, packId, ownLabel),
  ]
  if (problems.length > 0) return refused(problems)
  const resolved = resolvePack({ label: ownLabel, own: assembled, base: below, known, places })
  if ('problems' in resolved) return refused(resolved.problems)
  const pack = deepFreeze(resolved.pack)
  return { pack, hash: packHash(pack) }
}

const refused = (problems: readonly PackProblem[]): RefusedPack => ({ problems: inReadingOrder(problems) })

/** The base that pack.yaml names, read ahead of everything else; null when there is none or the file cannot be read. */
function baseOf(files: ReadonlyMap<string, string>, folderRoot: string): string | null {
  const { sections } = assemble(
    basename(folderRoot),
    new Map([['pack.yaml', files.get('pack.yaml') ?? '']]),
    new Places(),
  )
  const base = field(sections.pack, 'base')
  return typeof base === 'string' ? base : null
}

const field = (tree: unknown, key: string): unknown =>
  typeof tree === 'object' && tree !== null && Object.hasOwn(tree, key)
    ? (tree as Record<string, unknown>)[key]
    : undefined

function identityFaults(own: Assembled, base: Assembled | null, packId: string, label: string): readonly PackProblem[] {
  const fault = (sentence: string) => ({ file: `${label}/pack.yaml`, line: null, column: null, sentence })
  const named = field(own.sections.pack, 'pack')
  const stacked = field(base?.sections.pack, 'base')
  return [
    ...(own.sections.pack === undefined ? [fault('the pack has no pack.yaml, so it has no name or version.')] : []),
    ...(named !== undefined && named !== packId ? [fault(`"pack" must be "${packId}", like the folder.`)] : []),
    ...(stacked === undefined ? [] : [fault(`its base has a base of its own; overlays do not stack.`)]),
    ...(field(own.sections.pack, 'base') === packId ? [fault('a pack cannot be its own base.')] : []),
  ]
}
