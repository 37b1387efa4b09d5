import { parseArgs } from 'node:util'

/** What this run measures, from the command line. */
export interface BenchOptions {
  readonly concerns: number
  readonly people: number
  /** Length of one round, in seconds. */
  readonly seconds: number
  /** How long the application is left alone before its memory is read, in seconds. */
  readonly idle: number
  /** A folder whose school is made once and used again, or null for one that goes away. */
  readonly keep: string | null
  /** Words of which a cell's name must hold one; none for every cell. */
  readonly only: readonly string[]
  /** Whether the application writes its CPU profile to profiles/. */
  readonly profile: boolean
}

/** Reads the arguments after `npm run bench --`. Throws with node's own sentence where it does not know one. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
      keep: { type: 'string' },
      only: { type: 'string', multiple: true, default: [] },
      seconds: { type: 'string' },
    },
  })
  const size = values.quick
    ? { concerns: 20_000, people: 2_000, seconds: 1, idle: 3 }
    : { concerns: 100_000, people: 20_000, seconds: 3, idle: 10 }
  const seconds = values.seconds === undefined ? size.seconds : Number(values.seconds)
  if (!(seconds > 0)) throw new Error('--seconds takes a number above nought')
  return { ...size, seconds, keep: values.keep ?? null, only: values.only, profile: values.profile }
}
