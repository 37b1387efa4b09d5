import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isMarkAlive, processMark } from './process-mark.js'

/**
 * The processes that use this database now: the application, a worker, a command typed beside them. Whoever leaves
 * last stops it, so that a finished backup never pulls the database from under the school.
 */
export async function moveIn(folder: string): Promise<void> {
  await mkdir(join(folder, 'residents'), { recursive: true, mode: 0o700 })
  await writeFile(join(folder, 'residents', String(process.pid)), processMark(process.pid) ?? '', { mode: 0o600 })
}

/** Takes this process off the list, and says whether any other living process is still on it. */
export async function moveOut(folder: string): Promise<{ readonly othersRemain: boolean }> {
  await rm(join(folder, 'residents', String(process.pid)), { force: true })
  let othersRemain = false
  for (const name of await readdir(join(folder, 'residents'))) {
    const file = join(folder, 'residents', name)
    if (isMarkAlive(await readFile(file, 'utf8').catch(() => ''))) othersRemain = true
    else await rm(file, { force: true })
  }
  return { othersRemain }
}
