import { Worker } from 'node:worker_threads'
import type { StrengthAnswer, StrengthQuestion } from './strength.js'

/**
 * The dictionaries take some 100 MB and a nasty password half a second of work. So they live in a worker that starts with
 * the first question and ends a minute after the last: pages stay quick meanwhile, and an idle school's memory small.
 */
const KEEP_MS = 60_000
/** Far beyond the slowest password on the slowest machine we know; after it the question fails and the worker is replaced. */
const PATIENCE_MS = 20_000

interface Running {
  readonly worker: Worker
  readonly waiting: Map<number, { readonly resolve: (answer: StrengthAnswer) => void; readonly reject: Reject }>
}
type Reject = (reason: Error) => void

let running: Running | null = null
let idle: NodeJS.Timeout | undefined
let asked = 0

/** Asks the worker, starting one if none runs. Rejects when it dies or takes too long: a fault, not the person's mistake. */
export async function askStrengthWorker(password: string, ownWords: readonly string[]): Promise<StrengthAnswer> {
  clearTimeout(idle)
  const current = (running ??= start())
  const question: StrengthQuestion = { number: ++asked, password, ownWords }
  const patience = setTimeout(() => stop(current, new Error('The password strength worker took too long')), PATIENCE_MS)
  try {
    return await new Promise<StrengthAnswer>((resolve, reject) => {
      current.waiting.set(question.number, { resolve, reject })
      current.worker.postMessage(question)
    })
  } finally {
    clearTimeout(patience)
    current.waiting.delete(question.number)
    if (current.waiting.size === 0) idle = setTimeout(() => stop(current), KEEP_MS).unref()
  }
}

function start(): Running {
  const worker = new Worker(new URL('./strength-worker.js', import.meta.url))
  const started: Running = { worker, waiting: new Map() }
  worker.on('message', (answer: StrengthAnswer) => started.waiting.get(answer.number)?.resolve(answer))
  worker.on('error', (error: Error) => stop(started, error))
  worker.on('exit', () => stop(started, new Error('The password strength worker ended')))
  worker.unref()
  return started
}

function stop(ended: Running, why?: Error): void {
  if (running === ended) running = null
  for (const { reject } of ended.waiting.values()) reject(why ?? new Error('The password strength worker was stopped'))
  ended.waiting.clear()
  void ended.worker.terminate()
}
