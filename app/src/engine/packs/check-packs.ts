import { readdir } from 'node:fs/promises'
import { basename } from 'node:path'
import { coverage } from './coverage.js'
import { count } from './differences/compare.js'
import type { Known } from './known.js'
import { readKnown } from './known.js'
import { loadPack } from './load-pack.js'
import { clausesOf } from './lookup.js'
import type { Pack } from './pack.js'
import type { PackProblem } from './problem.js'
import { problemText } from './problem.js'

/** What is said of one pack. */
export interface PackReport {
  readonly pack: string
  /** Empty when the pack is sound. */
  readonly problems: readonly PackProblem[]
  /** One line for each problem, or one that says what the pack holds. */
  readonly sentences: readonly string[]
}

/** Every pack of a folder, judged. */
export interface PacksReport {
  readonly sound: boolean
  readonly packs: readonly PackReport[]
  /** The whole report, line by line, the verdict last. */
  readonly sentences: readonly string[]
}

/** Judges every folder of a folder of packs: what `packs check` prints, and what a test of ours demands to be sound. */
export async function checkPacks(root: string): Promise<PacksReport> {
  const entries = await readdir(root, { withFileTypes: true })
  const ids = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name)
  const known = await readKnown(root)
  const packs: PackReport[] = []
  // One after the other: each is mostly reckoning, and a report in order is easier to read.
  for (const id of ids.toSorted()) packs.push(await reportOn(root, id, known))
  const broken = packs.filter(({ problems }) => problems.length > 0)
  return {
    sound: broken.length === 0 && packs.length > 0,
    packs,
    sentences: [...packs.flatMap(({ sentences }) => sentences), verdict(packs.length, broken.length)],
  }
}

async function reportOn(root: string, id: string, known: Known): Promise<PackReport> {
  const loaded = await loadPack(root, id)
  if ('problems' in loaded) return { pack: id, problems: loaded.problems, sentences: loaded.problems.map(problemText) }
  return { pack: id, problems: [], sentences: [`${basename(root)}/${id} is sound: ${holdings(loaded.pack, known)}.`] }
}

function holdings(pack: Pack, known: Known): string {
  const clauses = clausesOf(pack)
  const children = clauses.filter(({ child }) => child !== undefined).length
  return [
    `version ${pack.version}`,
    `${count(clauses.length, 'clause')} in ${count(pack.parts.length, 'part')}, ${children} with words for a child`,
    count(pack.posts.length, 'post'),
    count(pack.procedures.length, 'procedure'),
    ...sourceCounts(pack, known),
  ].join(' · ')
}

/** For each source the pack cites: how much of it is in. A source is the three digits that its requirements begin with. */
function sourceCounts(pack: Pack, known: Known): readonly string[] {
  const all = [...known.requirements]
  const sources = [...new Set(all.map((id) => id.slice(0, 3)))].toSorted()
  return sources.flatMap((source) => {
    const ids = all.filter((id) => id.startsWith(source))
    const { byClause, elsewhere } = coverage(pack, ids)
    if (byClause.length + elsewhere.length === 0) return []
    return [`${byClause.length} of ${ids.length} requirements of ${source} by a clause, ${elsewhere.length} elsewhere`]
  })
}

function verdict(packs: number, broken: number): string {
  if (packs === 0) return 'There are no packs in this folder.'
  if (broken === 0) return packs === 1 ? 'The one pack is sound.' : `All ${packs} packs are sound.`
  return `${broken} of ${count(packs, 'pack')} cannot be used. Put right what is listed above and check again.`
}
