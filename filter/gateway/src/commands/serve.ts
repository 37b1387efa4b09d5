import { shutSnapshot } from '../../../engine/src/index.js'
import { readConfig } from '../config/read-config.js'
import { Gateway } from '../serve/gateway.js'
import { runProcesses } from '../serve/processes.js'
import { openSnapshotFile } from './open-snapshot-file.js'
import { say } from './say.js'

/** `hedgerow filter serve <gateway.yaml>`: until it is told to stop. SIGHUP takes a new snapshot and new registers. */
export async function serve(file: string): Promise<number> {
  const config = readConfig(file)
  const place = process.env['HEDGEROW_FILTER_PROCESS']
  const count = config.processes ?? 1
  if (count > 1 && place === undefined) {
    // The program that was started, bundled or not.
    const [, script = ''] = process.argv
    return runProcesses({ count, script, args: ['serve', file], say })
  }
  const gateway = new Gateway({
    config,
    open: (before) => openSnapshotFile(config.snapshot, config.key, { before }),
    shut: shutSnapshot(),
    shared: count > 1,
    writer: `w${place ?? 0}`,
    tell: ({ alarm, sentence }) => say(alarm ? `Alarm: ${sentence}` : sentence),
  })
  const stopped = new Promise<number>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const)
      process.once(signal, () => void gateway.stop().then(() => resolve(0)))
  })
  process.on('SIGHUP', () => void gateway.reload())
  await gateway.start()
  say(
    `Serving ${Object.entries(gateway.ports)
      .map(([what, port]) => `${what} on ${port}`)
      .join(', ')}.`,
  )
  return stopped
}
