import { makeApp } from './app.js'
import { readConfig } from './kernel/config.js'
import { createLog } from './kernel/log.js'
import { SetupProblem } from './kernel/setup-problem.js'
import { listSchools } from './kernel/school.js'
import { setupCode } from './setup/setup-gate.js'
import { openHedgerow } from './open-hedgerow.js'
import { startWorker } from './worker.js'

/** Starts everything in one process, as a school runs it: database, worker, web. Prints the one address to open. */
async function main(): Promise<void> {
  const config = readConfig(process.env)
  const log = createLog({ level: process.env['LOG_LEVEL'] ?? 'warn' })
  const hedgerow = await openHedgerow(config, log)
  const app = await makeApp(hedgerow, log)
  await app.listen({ port: config.port, host: config.host })
  const worker = await startWorker(hedgerow, log)
  process.stdout.write(`Hedgerow is running. Open ${config.publicUrl}\n`)
  if (!(await listSchools(hedgerow.db)).some(({ example }) => !example))
    process.stdout.write(`To set a school up from another machine, use the code ${setupCode(hedgerow.keys)}\n`)
  const stop = async (): Promise<void> => {
    await app.close()
    await worker.stop()
    await hedgerow.close()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())
}

main().catch((fault: unknown) => {
  const words =
    fault instanceof SetupProblem
      ? fault.message
      : fault instanceof Error
        ? (fault.stack ?? fault.message)
        : String(fault)
  process.stderr.write(`${words}\n`)
  process.exit(1)
})
