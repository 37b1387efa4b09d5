import { spawn } from 'node:child_process'
import { delimiter, dirname } from 'node:path'
import { node24 } from './node24.mjs'
import { root } from './root.mjs'

/**
 * Runs a program in the project's folder with Node 24 first on the PATH, hands Ctrl-C and SIGTERM on to it, and returns
 * its exit code.
 */
export function run(program, args, environment = {}) {
  const PATH = `${dirname(node24())}${delimiter}${process.env.PATH ?? ''}`
  const child = spawn(program, args, { cwd: root, stdio: 'inherit', env: { ...process.env, PATH, ...environment } })
  const handOn = (signal) => child.kill(signal)
  process.on('SIGINT', handOn)
  process.on('SIGTERM', handOn)
  process.on('SIGHUP', handOn)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(code ?? (signal === null ? 1 : 128 + (SIGNALS[signal] ?? 0))))
  })
}

/** Runs a script with Node 24. */
export function runNode(args, environment = {}) {
  return run(node24(), ['--enable-source-maps', '--disable-warning=ExperimentalWarning', ...args], environment)
}

const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }
