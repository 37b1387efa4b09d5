import { open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { SetupProblem } from '../setup-problem.js'
import { isMarkAlive, processMark } from './process-mark.js'

const PATIENCE_MS = 120_000

/**
 * Runs `work` while no other process of ours starts or stops the database in this folder: two processes that meet on a
 * new folder would otherwise both create it. A lock left by a process that was killed is taken over.
 */
export async function withFolderLock<R>(folder: string, work: () => Promise<R>): Promise<R> {
  const file = join(folder, 'busy')
  const until = Date.now() + PATIENCE_MS
  while (!(await claim(file))) {
    if (Date.now() > until) {
      throw new SetupProblem(
        `Another Hedgerow has been starting or stopping in ${folder} for two minutes. Stop it first.`,
      )
    }
    await pause(100)
  }
  try {
    return await work()
  } finally {
    await rm(file, { force: true })
  }
}

async function claim(file: string): Promise<boolean> {
  try {
    await using handle = await open(file, 'wx', 0o600)
    await handle.writeFile(processMark(process.pid) ?? '')
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const mark = await readFile(file, 'utf8').catch(() => null)
  // An empty lock is one being written at this very moment, or left by a machine that lost power just then.
  const abandoned = mark !== null && (mark === '' ? await isOld(file) : !isMarkAlive(mark))
  if (abandoned) await rm(file, { force: true })
  return false
}

async function isOld(file: string): Promise<boolean> {
  await pause(1_000)
  return (await readFile(file, 'utf8').catch(() => null)) === ''
}
