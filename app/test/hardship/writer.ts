import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'

/** A writing process, and the numbers that the database has acknowledged to it so far. */
export interface Writer {
  readonly child: ChildProcess
  readonly acknowledged: ReadonlySet<number>
  /** Resolves when it has this many acknowledged rows. */
  readonly reaches: (count: number) => Promise<void>
  /** Ends it without warning, and waits until it is gone. */
  readonly kill: () => Promise<void>
}

/** Starts `write-rows` on a folder, as another account if one is given. */
export function startWriter(folder: string, as: { readonly uid?: number; readonly gid?: number } = {}): Writer {
  const script = fileURLToPath(new URL('write-rows.js', import.meta.url))
  const child = spawn(process.execPath, [script, folder], { ...as, stdio: ['ignore', 'pipe', 'inherit'] })
  const acknowledged = new Set<number>()
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (/^\d+$/.test(line)) acknowledged.add(Number(line))
  })
  const reaches = async (count: number): Promise<void> => {
    while (acknowledged.size < count) {
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`The writer ended after ${acknowledged.size} rows`)
      await pause(5)
    }
  }
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'close')
  }
  return { child, acknowledged, reaches, kill }
}

/** The numbers that were acknowledged and that the database does not hold: none, or something is badly wrong. */
export async function lostRows(writer: Pick<Writer, 'acknowledged'>, ownerUrl: string): Promise<number[]> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ number: string }>('select number from row_written')
    const kept = new Set(rows.map(({ number }) => Number(number)))
    return [...writer.acknowledged].filter((number) => !kept.has(number))
  } finally {
    await client.end()
  }
}
