import { spawn } from 'node:child_process'
import { delimiter, dirname } from 'node:path'
import { node24 } from './node24.mjs'

const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }

/** Runs a script with Node 24, which is also first on its PATH, hands signals on to it, and returns its exit code. */
export function runNode(args, environment = {}) {
  const node = node24()
  const PATH = `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`
  const child = spawn(node, args, {
    stdio: 'inherit',
    env: { ...process.env, PATH, ...environment },
  })
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  // Ctrl-C in a terminal reaches the child by itself; sent twice, it would read as impatience.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  followNpm(child)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(code ?? 128 + (SIGNALS[signal] ?? 0)))
  })
}

/** npm hands SIGTERM only to the shell between it and us, whose end we would not hear of: we look who our parent is. */
function followNpm(child) {
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 250).unref()
}
