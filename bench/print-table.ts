import type { Cell } from './cells.js'
import type { Compared } from './measure.js'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const columns = [
  { title: 'cell', width: 24 },
  { title: 'beside', width: 15 },
  { title: 'ours/s', width: 8 },
  { title: 'bare/s', width: 8 },
  { title: 'ratio', width: 8 },
  { title: 'work', width: 16 },
  { title: 'p50 ms', width: 8 },
  { title: 'p99 ms', width: 8 },
  { title: 'failed', width: 8 },
  { title: 'KB', width: 7 },
  { title: 'goal', width: 0 },
] as const

const line = (texts: readonly string[]): string =>
  columns
    .map(({ width }, at) => (texts[at] ?? '').padEnd(width))
    .join('')
    .trimEnd()

/** Says what the columns of the table are. */
export function printHead(): void {
  say(`\n${line(columns.map(({ title }) => title))}`)
}

/** Processor time of one answer, ours and bare, and bare as a part of ours. */
const workOf = (ours: number | null, bare: number | null): string =>
  ours === null || bare === null ? '–' : `${ours.toFixed(1)}/${bare.toFixed(2)} ${((100 * bare) / ours).toFixed(1)} %`

/** Prints one line of the table. The goal stands beside what was found; whoever reads judges. */
export function printCell({ name, beside, goal }: Cell, { ours, bare }: Compared, bytes: number): void {
  const ratio = `${((100 * ours.perSecond) / bare.perSecond).toFixed(1)} %`
  const numbers = [
    ours.perSecond.toFixed(0),
    bare.perSecond.toFixed(0),
    ratio,
    workOf(ours.work, bare.work),
    ours.p50.toFixed(0),
    ours.p99.toFixed(0),
  ]
  const failed = bare.failures > 0 ? `${ours.failures}+${bare.failures}` : String(ours.failures)
  say(line([name, beside, ...numbers, failed, (bytes / 1024).toFixed(0), goal]))
}

/** Prints a figure that stands alone. */
export function printFigure(name: string, figure: string, goal: string): void {
  say(`${name.padEnd(39)}${figure.padEnd(40)} ${goal}`)
}
