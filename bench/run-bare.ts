import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { endsWithParent } from '../app/test/hardship/running-app.js'

/** Starts the bare server on a free port. Returns its address and the way to end it. */
export async function runBare(
  databaseUrl: string,
): Promise<{ readonly url: string; readonly pid: number; readonly stop: () => Promise<void> }> {
  const script = fileURLToPath(new URL('bare.js', import.meta.url))
  const child = spawn(process.execPath, [...endsWithParent, script, databaseUrl], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = once(child, 'close')
  const failed = gone.then(() => Promise.reject(new Error('The bare server ended before it was open')))
  const opened = once(createInterface({ input: child.stdout }), 'line')
  const [url] = (await Promise.race([opened, failed])) as [string]
  failed.catch(() => undefined)
  return {
    url,
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill('SIGTERM')
      await gone
    },
  }
}
