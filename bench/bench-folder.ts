import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { dataFolderAt, makeDataFolder } from '../app/test/hardship/data-folder.js'
import type { DataFolder } from '../app/test/hardship/data-folder.js'
import type { BenchSchool } from './make-bench-school.js'

/** The folder of a run: one that goes away with it, or one that is kept so that the next run need not fill a school again. */
export async function benchFolder(keep: string | null): Promise<DataFolder> {
  if (keep === null) return makeDataFolder()
  const path = resolve(keep, 'data')
  await mkdir(dirname(path), { recursive: true })
  // Root's database runs under another account, which must be able to pass through.
  await chmod(dirname(path), 0o711)
  return { ...dataFolderAt(path), remove: async () => undefined }
}

const noteIn = (data: DataFolder): string => join(dirname(data.path), 'bench-school.json')

/** The school that an earlier run left in this folder, or null. */
export async function schoolLeftIn(data: DataFolder): Promise<BenchSchool | null> {
  const note = await readFile(noteIn(data), 'utf8').catch(() => null)
  return note === null ? null : (JSON.parse(note) as BenchSchool)
}

/** Says what is in the folder once it is whole. */
export const noteSchool = (data: DataFolder, school: BenchSchool): Promise<void> =>
  writeFile(noteIn(data), JSON.stringify(school))
