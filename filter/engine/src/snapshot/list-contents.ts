import type { ListFile, ListReport } from '../list-source.js'
import type { ListPart } from '../lists/read-list.js'

/** To be raised when the same line of a list comes to mean another entry: what was read before is then read again. reader.test.ts notices. */
export const READER = 3

/** What tells whether a list is as it was: `files` changes with any of its files or their format, and each diff has its own. */
export interface ListContents {
  readonly files: string
  readonly diffs: readonly string[]
}

/** A list as a snapshot holds it. */
export interface ListState extends ListContents {
  readonly list: string
  readonly entries: number
  readonly refused: ListReport['refused']
}

/** Null for a list whose files do not tell. Reads every file once. `unicode`: the version by which names are read. */
export async function contentsOf({ source, files }: ListPart, unicode: string): Promise<ListContents | null> {
  const [whole, diffs] = [await digestsOf(files), await digestsOf(source.diffs ?? [])]
  if (whole === null || diffs === null) return null
  return { files: [`${READER} ${unicode}`, source.format, ...whole].join('\n'), diffs }
}

async function digestsOf(files: readonly ListFile[]): Promise<readonly string[] | null> {
  const digests: string[] = []
  for (const file of files) {
    if (file.digest === undefined) return null
    digests.push(`${file.path} ${await file.digest()}`)
  }
  return digests
}

/** How many of a list's diffs a snapshot holds already; -1 when it holds another list, or diffs that are gone. */
export function diffsHeld(held: ListState | undefined, now: ListContents | null): number {
  if (held === undefined || now === null || held.files !== now.files) return -1
  return held.diffs.every((digest, at) => digest === now.diffs[at]) ? held.diffs.length : -1
}
