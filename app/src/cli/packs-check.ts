import { join } from 'node:path'
import { checkPacks } from '../engine/packs/check-packs.js'
import { projectRoot } from '../kernel/root.js'
import { say } from './with-hedgerow.js'

/** Judges every pack of a folder and says in sentences what is wrong. Needs no database. Exit code 1 when any is unsound. */
export async function packsCheck(folder = join(projectRoot(), 'packs')): Promise<number> {
  const { sound, sentences } = await checkPacks(folder)
  for (const sentence of sentences) say(sentence)
  return sound ? 0 : 1
}
