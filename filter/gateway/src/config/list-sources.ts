import { createHash, verify } from 'node:crypto'
import { createReadStream, readdirSync, statSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { ListFile, ListFormat, ListSource, Phrase, SupplierSource } from '../../../engine/src/index.js'
import { readTable } from '../clients/read-table.js'
import { Problem } from '../problem.js'
import { publicKeyIn } from '../serve/seal.js'
import type { CompileConfig } from './compile-config.js'
import { readNamed } from './read-named.js'

/** The lists that a configuration names, as the engine takes them. Throws a Problem for files that are not there. */
export const listSources = ({ lists }: CompileConfig): ListSource[] =>
  lists.map(({ from, folders, category, diffs, ...list }) => ({
    ...list,
    category: category ?? null,
    files: listFiles(from),
    ...(folders === undefined ? {} : { folders }),
    ...(diffs === undefined ? {} : { diffs: diffFiles(list, diffs) }),
  }))

export const supplierSources = ({ suppliers = [] }: CompileConfig): SupplierSource[] =>
  suppliers.map(({ supplier, from, key }) => {
    const publicKey = publicKeyIn(key)
    return {
      supplier,
      read: () => createReadStream(from),
      verify: (bytes, signature) => verify(null, bytes, publicKey, signature),
    }
  })

/** A file, or every file below a folder, named as seen from it. */
function listFiles(from: string): ListFile[] {
  try {
    if (!statSync(from).isDirectory()) return [listFile(basename(from), from)]
    return (
      readdirSync(from, { recursive: true, withFileTypes: true })
        .map((entry) => join(entry.parentPath, entry.name))
        // Links are what they lead to; one that leads nowhere is told, for a list may be missing behind it.
        .filter((path) => statSync(path).isFile())
        .toSorted()
        .map((file) => listFile(relative(from, file), file))
    )
  } catch (fault) {
    throw new Problem(`The list ${from} cannot be read: ${fault instanceof Error ? fault.message : String(fault)}`)
  }
}

const listFile = (path: string, file: string): ListFile => ({
  path,
  read: () => createReadStream(file),
  digest: async () => {
    const hash = createHash('sha256')
    await pipeline(createReadStream(file), hash)
    return hash.digest('hex')
  },
})

const FOLDERS: ReadonlySet<string> = new Set<ListFormat>(['ut1', 'squidguard'])

/** A list's diffs, in the order of their names. */
function diffFiles({ id, format }: Pick<ListSource, 'id' | 'format'>, folder: string): ListFile[] {
  if (FOLDERS.has(format)) throw new Problem(`The list ${id} is a folder of lists: it cannot have diffs.`)
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Problem(`The diffs of ${id} are to be in a folder ${folder}, and there is none.`)
  return listFiles(folder)
}

const COLUMNS = ['id', 'words', 'category', 'weight', 'language'] as const

/** The phrases of the files that a configuration names. */
export const phrasesOf = ({ phrases = [] }: CompileConfig): Phrase[] => [phrases].flat().flatMap(phrasesIn)

/** Phrases from a CSV file with the columns above. */
function phrasesIn(file: string): Phrase[] {
  return readTable(readNamed(file, 'the file of phrases'), { file, columns: COLUMNS, required: COLUMNS }).map(
    ({ line, value }) => {
      const weight = Number(value.weight)
      if (!Number.isFinite(weight)) throw new Problem(`${file}, line ${line}: "${value.weight}" is no number.`)
      return { ...value, weight }
    },
  )
}
