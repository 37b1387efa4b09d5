import { readConfig } from '../kernel/config.js'
import type { Config } from '../kernel/config.js'
import { createLog } from '../kernel/log.js'
import { openHedgerow } from '../open-hedgerow.js'
import type { Hedgerow } from '../open-hedgerow.js'

/** Runs one command with Hedgerow open beside, or instead of, the running one: the database is adopted if it runs. */
export async function withHedgerow<R>(work: (hedgerow: Hedgerow, config: Config) => Promise<R>): Promise<R> {
  const config = readConfig(process.env)
  const hedgerow = await openHedgerow(config, createLog({ level: process.env['LOG_LEVEL'] ?? 'warn' }))
  try {
    return await work(hedgerow, config)
  } finally {
    await hedgerow.close()
  }
}

/** A sentence for the person at the terminal. */
export const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`)
