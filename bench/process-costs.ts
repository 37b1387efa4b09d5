import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { endsWithParent, startApp } from '../app/test/hardship/running-app.js'
import { projectRoot } from '../app/src/kernel/root.js'

/** Milliseconds from a stopped database to pages that can be opened: the application alone, and through `npm start`'s launcher. */
export async function startTimes(dataFolder: string): Promise<{ readonly app: number; readonly launcher: number }> {
  const app = await startApp(dataFolder)
  await app.stop()
  // The first of these may have to build; what is measured is a start after the first.
  await throughLauncher(dataFolder)
  return { app: app.startedInMs, launcher: await throughLauncher(dataFolder) }
}

async function throughLauncher(dataFolder: string): Promise<number> {
  const env = { ...process.env, HEDGEROW_DATA: dataFolder, PORT: String(20_000 + (process.pid % 20_000)) }
  const began = performance.now()
  const script = join(projectRoot(), 'bin/start.mjs')
  const child = spawn(process.execPath, [...endsWithParent, script], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = once(child, 'close')
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => line.includes('is running') && resolve())
    void gone.then(() => reject(new Error('npm start ended before it was open')))
  })
  const took = performance.now() - began
  child.kill('SIGTERM')
  await gone
  return took
}

/** What a process keeps in memory once it has been left alone, in MB. Linux only; null elsewhere. */
export async function idleMemory(pid: number, idleSeconds: number): Promise<number | null> {
  await pause(idleSeconds * 1000)
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]
  return kilobytes === undefined ? null : Number(kilobytes) / 1024
}
