import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A technician in an empty folder: `type` is what they type behind "hedgerow filter", and gives what comes back. */
export function technician() {
  const place = mkdtempSync(join(tmpdir(), 'technician-'))
  const cli = fileURLToPath(new URL('../src/cli.js', import.meta.url))
  const type = (...args: string[]): { code: number | null; said: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { cwd: place, encoding: 'utf8' })
    return { code: status, said: `${stdout}${stderr}` }
  }
  return { place, cli, type }
}
