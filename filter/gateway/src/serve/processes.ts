import { fork, type ChildProcess } from 'node:child_process'

/** How several processes serve the same ports. */
export interface ProcessesOptions {
  readonly count: number
  readonly script: string
  readonly args: readonly string[]
  readonly say: (sentence: string) => void
}

const RESTART_MS = 1_000

/**
 * Runs a gateway in each of several processes that share the ports. This one only watches: it hands signals on, and puts
 * a process that died back; the others serve meanwhile. Ends when it is told to stop and all have stopped.
 */
export async function runProcesses({ count, script, args, say }: ProcessesOptions): Promise<number> {
  const children = new Map<number, ChildProcess>()
  let stopping = false
  let ended: (code: number) => void = () => undefined
  const over = new Promise<number>((resolve) => (ended = resolve))
  function begin(place: number): void {
    const child = fork(script, [...args], { env: { ...process.env, HEDGEROW_FILTER_PROCESS: String(place) } })
    children.set(place, child)
    child.once('exit', (code, signal) => {
      children.delete(place)
      if (stopping) return children.size === 0 ? ended(0) : undefined
      // What cannot start at all (a port in use) will not start a second later either.
      if (code === 1) return stop(1)
      say(`Process ${place} ended (${signal ?? code}); it is started again.`)
      setTimeout(() => stopping || begin(place), RESTART_MS)
    })
  }
  function stop(code: number): void {
    stopping = true
    if (children.size === 0) return ended(code)
    for (const child of children.values()) child.kill('SIGTERM')
    void over.then(() => (process.exitCode = code))
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop(0))
  process.on('SIGHUP', () => children.forEach((child) => child.kill('SIGHUP')))
  for (let place = 0; place < count; place++) begin(place)
  return over
}
