import { didYouMean } from '../did-you-mean.js'
import { problemAt } from '../problem.js'
import type { PackProblem } from '../problem.js'
import type { Places } from '../read/places.js'
import { readTree } from '../read/read-tree.js'
import type { Tree, TreeMap } from '../read/tree.js'
import { isTreeMap } from '../read/tree.js'
import { FILES } from '../schema/sections.js'
import type { SectionName } from '../schema/sections.js'
import { clauseFileFault } from './clause-file-name.js'
import { repeatedIds } from './repeated-ids.js'

/** What one pack's own files hold, before any base and before its shape is judged. */
export interface Assembled {
  readonly sections: { [Name in SectionName]?: Tree }
  /** By the id that their file names give. */
  readonly procedures: Map<string, TreeMap>
  readonly problems: PackProblem[]
}

/** A pack's texts on their way to sections. */
interface Assembly extends Assembled {
  readonly label: string
  readonly places: Places
}

type FileName = keyof typeof FILES

/** Reads a pack's files and sorts what they hold into sections. `label` is how its folder is shown: 'packs/junior'. */
export function assemble(label: string, files: ReadonlyMap<string, string>, places: Places): Assembled {
  const assembly: Assembly = { label, places, sections: {}, procedures: new Map(), problems: [] }
  const clauseFiles: Tree[] = []
  const agreements: Tree[] = []
  for (const [path, text] of files) {
    const tree = fileTree(path, text, assembly)
    if (tree === undefined) continue
    if (path.startsWith('clauses/')) addClauses(path, tree, clauseFiles, assembly)
    else if (path.startsWith('agreements/')) addAgreement(path, tree, agreements, assembly)
    else if (path.startsWith('procedures/')) addProcedure(path, tree, assembly)
    else addFile(path, tree, assembly)
  }
  assembly.problems.push(...repeatedIds(clauseFiles, places, 1))
  if (clauseFiles.length > 0) assembly.sections.parts = clauseFiles
  if (agreements.length > 0) assembly.sections.agreements = agreements
  return assembly
}

function fileTree(path: string, text: string, assembly: Assembly): TreeMap | undefined {
  const file = `${assembly.label}/${path}`
  const { tree, problems } = readTree(file, text, assembly.places)
  assembly.problems.push(...problems, ...repeatedIds(tree, assembly.places))
  if (problems.length > 0 || tree === null) return undefined
  if (isTreeMap(tree)) return tree
  assembly.problems.push({ file, line: 1, column: 1, sentence: 'the file must begin with named fields ("name: …").' })
  return undefined
}

function addFile(path: string, tree: TreeMap, { label, places, sections, problems }: Assembly): void {
  const file = `${label}/${path}`
  if (!isFileName(path)) {
    const sentence = `this file is not part of a pack${didYouMean(path, Object.keys(FILES)) || '.'}`
    problems.push({ file, line: null, column: null, sentence })
    return
  }
  const holds = FILES[path]
  if ('whole' in holds) {
    sections[holds.whole] = tree
    return
  }
  const names: readonly SectionName[] = holds.keys
  for (const [key, value] of Object.entries(tree)) {
    const name = names.find((candidate) => candidate === key)
    if (name === undefined) {
      const sentence = `"${key}" is not a section of this file${didYouMean(key, names) || '.'}`
      problems.push(faultAt(places, tree, key, sentence))
      continue
    }
    sections[name] = value
    const place = places.of(tree, key)
    if (place) places.noteKey(sections, name, place)
  }
}

const isFileName = (path: string): path is FileName => Object.hasOwn(FILES, path)

function addClauses(path: string, tree: TreeMap, onto: Tree[], { places, problems }: Assembly): void {
  const fault = clauseFileFault(path, tree)
  if (fault) problems.push(faultAt(places, tree, fault.key, fault.sentence))
  addTo(onto, tree, places)
}

function addAgreement(path: string, tree: TreeMap, onto: Tree[], { places, problems }: Assembly): void {
  const id = path.slice('agreements/'.length, -'.yaml'.length)
  const sentence = `the agreement of this file must have the id "${id}", like the file.`
  if (tree['id'] !== id) problems.push(faultAt(places, tree, 'id', sentence))
  addTo(onto, tree, places)
}

function addTo(onto: Tree[], tree: TreeMap, places: Places): void {
  const place = places.of(tree)
  if (place) places.noteKey(onto, onto.length, place)
  onto.push(tree)
}

function addProcedure(path: string, tree: TreeMap, { places, procedures, problems }: Assembly): void {
  const id = path.slice('procedures/'.length, -'.yaml'.length)
  const sentence = `the procedure of this file must have the id "${id}", like the file.`
  if (tree['id'] !== id) problems.push(faultAt(places, tree, 'id', sentence))
  procedures.set(id, tree)
}

function faultAt(places: Places, owner: object, key: string, sentence: string): PackProblem {
  const place = places.of(owner, key)
  return problemAt(place, sentence)
}
