import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { fileURLToPath } from 'node:url'
import { compileC } from '../compile-c.js'

/** What a round of load found. Times in milliseconds. */
export interface Found {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly failed: number
  /** The share of one core that the server under load took meanwhile. */
  readonly busy: number
}

const run = promisify(execFile)
const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const children: ChildProcess[] = []
export const folder = mkdtempSync(join(tmpdir(), 'filter-bench-'))

const generator = join(folder, 'load')
if (!compileC('gateway/load.c', generator)) throw new Error('The gateway is measured only where a C compiler (cc) is.')

/** Runs the load of a kind (see load.c) against a port from a process of its own; `server` is who is under it. */
export async function load(kind: string, port: number, { ms, targets, server }: Load): Promise<Found> {
  const file = join(folder, `${kind}.texts`)
  writeFileSync(file, Buffer.concat(targets.flatMap(withLength)))
  const before = processorSeconds(server)
  const { stdout } = await run(generator, [kind, String(port), String(ms), file])
  const found = JSON.parse(stdout) as Omit<Found, 'busy'>
  return { ...found, busy: ((processorSeconds(server) - before) * 1000) / ms }
}

/** A program that runs. */
export type Program = Pick<ChildProcess, 'pid'>

/** A round: how long, what is sent, to whose process. */
export interface Load {
  readonly ms: number
  readonly targets: readonly (Buffer | string)[]
  readonly server: Program
}

function withLength(target: Buffer | string): Buffer[] {
  const bytes = Buffer.from(target as string)
  const length = Buffer.alloc(4)
  length.writeUInt32LE(bytes.length)
  return [length, bytes]
}

/** Processor time of a process so far, its own and the kernel's for it (proc(5): fields 14 and 15, in hundredths). */
function processorSeconds({ pid }: Program): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

/** Starts a program that ends with the benchmark. */
export function start(command: string, args: readonly string[], environment = {}): ChildProcess {
  const env = { ...process.env, ...environment }
  const child = spawn(command, args, { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] })
  children.push(child)
  return child
}

/** One of the bare servers of bare.ts: what Node does when it does nothing else. */
export const startBare = (kind: string, port: number): ChildProcess =>
  start(process.execPath, [here('./bare.js'), kind, String(port)])

/** How the product starts a gateway. */
const launch = (await import(join(process.cwd(), 'bin/lib/gateway-process.mjs'))) as {
  readonly flags: readonly string[]
  readonly environment: NodeJS.ProcessEnv
}

export const startGateway = (config: string): ChildProcess =>
  start(process.execPath, [...launch.flags, here('../../../run/filter.js'), 'serve', config], launch.environment)

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
