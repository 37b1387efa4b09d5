import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import { projectRoot } from '../../src/kernel/root.js'

/** The application as a school runs it: a process of its own, over the folder that holds everything it keeps. */
export interface RunningApp {
  /** 'http://127.0.0.1:49213', no slash at the end. */
  readonly url: string
  readonly pid: number
  /** Milliseconds from the start of the process to its saying that it can be opened. */
  readonly startedInMs: number
  /** Ends it as Ctrl-C does, and waits until it is gone; a database that it alone used is stopped too. */
  readonly stop: () => Promise<void>
  /** Ends it without warning. A database that it started lives on. */
  readonly kill: () => Promise<void>
}

/** The bundle: what a school starts is what is tried here. */
const main = join(projectRoot(), 'build/run/main.js')
/** Loaded before a child's own code: it ends when whoever started it is gone, however that came about. */
export const endsWithParent = ['--import', new URL('end-with-parent.js', import.meta.url).href] as const

/** Starts the built application over a folder, on a free port, and waits until it says that it can be opened. */
export async function startApp(
  dataFolder: string,
  { nodeOptions = [] }: { readonly nodeOptions?: readonly string[] } = {},
): Promise<RunningApp> {
  const port = await freePort()
  const { DATABASE_URL: _, HEDGEROW_SECRET_FILE: __, ...inherited } = process.env
  const env = { ...inherited, HEDGEROW_DATA: dataFolder, PORT: String(port), HOST: '127.0.0.1' }
  const began = performance.now()
  const child = spawn(process.execPath, [...endsWithParent, ...nodeOptions, main], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = once(child, 'close')
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    child.kill(signal)
    await gone
  }
  const opened = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => line.includes('is running') && resolve())
  })
  await Promise.race([opened, gone.then(() => Promise.reject(new Error('The application ended before it was open')))])
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    startedInMs: performance.now() - began,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
