import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { fileURLToPath } from 'node:url'
import type { Found } from './load.js'

const run = promisify(execFile)
const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const children: ChildProcess[] = []
export const folder = mkdtempSync(join(tmpdir(), 'filter-bench-'))

/** Runs the load of a kind against a port from a process of its own. */
export async function load(
  kind: string,
  port: number,
  ms: number,
  targets: readonly (Buffer | string)[],
): Promise<Found> {
  const file = join(folder, `${kind}.json`)
  writeFileSync(file, JSON.stringify(targets.map((target) => Buffer.from(target as string).toString('base64'))))
  const { stdout } = await run(process.execPath, [here('./load.js'), kind, String(port), String(ms), file], {
    maxBuffer: 1e7,
  })
  return JSON.parse(stdout) as Found
}

/** Starts a program that ends with the benchmark. */
export function start(command: string, args: readonly string[], cwd = folder): ChildProcess {
  const child = spawn(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] })
  children.push(child)
  return child
}

/** One of the bare servers of bare.ts: what Node does when it does nothing else. */
export const startBare = (kind: string, port: number): ChildProcess =>
  start(process.execPath, [here('./bare.js'), kind, String(port)])

export const startGateway = (config: string): ChildProcess =>
  start(process.execPath, ['--max-semi-space-size=2', here('../../../run/filter.js'), 'serve', config])

export function end(child: ChildProcess): Promise<unknown> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  return gone
}

export const endAll = (): Promise<unknown> => Promise.all(children.map(end))

/** Memory of a process in MB, as the kernel counts it. */
export function residentMb({ pid }: ChildProcess): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024
}

/** Waits until something is true; gives the milliseconds it took. */
export async function until(ready: () => Promise<boolean>, mostMs = 120_000): Promise<number> {
  const began = performance.now()
  while (!(await ready())) {
    if (performance.now() - began > mostMs) throw new Error('It did not become ready.')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return performance.now() - began
}

export const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
