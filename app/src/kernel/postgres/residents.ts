import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isMarkAlive, processMark } from './process-mark.js'

/**
 * Puts this process on the list of those that use the database now: the application, a worker, a command typed beside
 * them. Whoever leaves last stops it, so that a finished backup never pulls the database from under the school.
 * Returns the name under which it stays there.
 */
export async function moveIn(folder: string): Promise<string> {
  const name = `${process.pid}-${randomBytes(4).toString('hex')}`
  await mkdir(join(folder, 'residents'), { recursive: true, mode: 0o700 })
  await writeFile(join(folder, 'residents', name), processMark(process.pid) ?? '', { mode: 0o600 })
  return name
}

/** Takes a resident off the list, and says whether any other that lives is still on it. */
export async function moveOut(folder: string, resident: string): Promise<{ readonly othersRemain: boolean }> {
  await rm(join(folder, 'residents', resident), { force: true })
  let othersRemain = false
  for (const name of await readdir(join(folder, 'residents'))) {
    const file = join(folder, 'residents', name)
    if (isMarkAlive(await readFile(file, 'utf8').catch(() => ''))) othersRemain = true
    else await rm(file, { force: true })
  }
  return { othersRemain }
}
