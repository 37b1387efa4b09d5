import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { figure, type Figure } from './figures.js'

const program = fileURLToPath(new URL('./changes-process.js', import.meta.url))

/** What a compilation takes that goes on from a snapshot, of one that reads everything. */
export function measureChanges(size: number, title: string): readonly Figure[] {
  const found = execFileSync(process.execPath, [program, String(size)], { encoding: 'utf8' })
  const { diff, policy } = JSON.parse(found) as { diff: number; policy: number }
  return [
    figure(`${title}: a diff of 1 % applied, of a full compilation`, diff, '', { atMost: 0.1 }),
    figure(`${title}: a changed rule, of a full compilation`, policy, '', { atMost: 0.1 }),
  ]
}
