import type { Dirent } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { PackProblem } from '../problem.js'
import { LIMITS } from './limits.js'

/** A pack's YAML files as text, by path inside its folder ('clauses/03-telling.yaml'), in the order of their names. */
export interface PackText {
  readonly files: ReadonlyMap<string, string>
  readonly problems: readonly PackProblem[]
}

/** The shape of every id in a pack, its folder's name included: a path can therefore not climb out of the root. */
export const ID_SHAPE = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** What may lie in each folder of a pack. `read: false` is known and passed over: drawings, walks, notes for authors. */
const FOLDERS = [
  { folder: '', allowed: /^([a-z-]+\.yaml|README\.md)$/, read: /\.yaml$/ },
  { folder: 'clauses', allowed: /\.yaml$/, read: /\.yaml$/ },
  { folder: 'agreements', allowed: /^[a-z0-9-]+\.yaml$/, read: /\.yaml$/ },
  { folder: 'procedures', allowed: /\.(yaml|svg|md)$/, read: /^[^.]+\.yaml$/ },
] as const
const SUBFOLDERS: ReadonlySet<string> = new Set(FOLDERS.map(({ folder }) => folder).filter(Boolean))

/** Reads a pack's folder, within the limits and without following links. A folder that is not there is a problem. */
export async function readPackFiles(root: string, packId: string): Promise<PackText> {
  const label = `${basename(root)}/${packId}`
  const problems: PackProblem[] = []
  const files = new Map<string, string>()
  const fault = (path: string, sentence: string) =>
    void problems.push({ file: path === '' ? label : `${label}/${path}`, line: null, column: null, sentence })
  if (!ID_SHAPE.test(packId) || !(await isFolder(join(root, packId)))) {
    fault('', 'there is no pack of this name.')
    return { files, problems }
  }
  for (const path of await pathsToRead(join(root, packId), fault)) {
    const text = await readText(join(root, packId, path), (sentence) => fault(path, sentence))
    if (text !== undefined) files.set(path, text)
  }
  const weight = [...files.values()].reduce((sum, text) => sum + text.length, 0)
  if (weight > LIMITS.packBytes) fault('', `the pack is larger than ${LIMITS.packBytes / 1024 / 1024} MB.`)
  return { files, problems }
}

type Fault = (path: string, sentence: string) => void

async function pathsToRead(pack: string, fault: Fault): Promise<readonly string[]> {
  const found = await Promise.all(FOLDERS.map((folder) => pathsIn(pack, folder, fault)))
  return found.flat()
}

async function pathsIn(
  pack: string,
  { folder, allowed, read }: (typeof FOLDERS)[number],
  fault: Fault,
): Promise<readonly string[]> {
  if (folder !== '' && !(await isFolder(join(pack, folder)))) return []
  const entries = (await readdir(join(pack, folder), { withFileTypes: true }))
    .filter((entry) => !entry.name.startsWith('.') && !(folder === '' && isOwnSubfolder(entry)))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  if (entries.length > LIMITS.files) fault(folder, `there are more than ${LIMITS.files} files in this folder.`)
  const paths: string[] = []
  for (const entry of entries.slice(0, LIMITS.files)) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (!entry.isFile()) fault(path, 'a pack holds plain files only, no links and no other folders.')
    else if (!allowed.test(entry.name)) fault(path, 'this file is not part of a pack.')
    else if (read.test(entry.name)) paths.push(path)
  }
  return paths
}

const isOwnSubfolder = (entry: Dirent): boolean => entry.isDirectory() && SUBFOLDERS.has(entry.name)

/** Not `stat` alone: a folder that is a link would lead out of the pack. */
async function isFolder(path: string): Promise<boolean> {
  const parent = await readdir(join(path, '..'), { withFileTypes: true }).catch(() => [])
  return parent.some((entry) => entry.name === basename(path) && entry.isDirectory())
}

async function readText(path: string, fault: (sentence: string) => void): Promise<string | undefined> {
  const { size } = await stat(path)
  if (size > LIMITS.fileBytes) {
    fault(`the file is larger than ${LIMITS.fileBytes / 1024} KB.`)
    return undefined
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path))
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    fault('the file is not UTF-8 text; save it as UTF-8.')
    return undefined
  }
}
