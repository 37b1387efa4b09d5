/**
 * Run by measure-changes.ts for `size` names: prints what a day's diff and a changed rule take, as shares of a full
 * compilation here. In a process of its own, as a school's compilations are: beside millions of strings that a benchmark
 * holds, the collector of memory takes twice as long as the work.
 */
import { compile, openSnapshot } from '../engine/src/index.js'
import { asLists, AT, benchPolicy, benchSeal, fileOf } from './bench-school.js'
import { makeDomains } from './make-domains.js'
import { median } from './processor-time.js'

const size = Number(process.argv[2])
const { lists, diffs, fresh } = school()
const common = { policy: benchPolicy, lists, suppliers: [], at: AT, seal: benchSeal }

const starting = performance.now()
const { bytes } = await compile({ ...common, number: 1, expected: size })
const whole = performance.now() - starting
if (bytes === null) throw new Error('Nothing was made')
const previous = openSnapshot(bytes.buffer, benchSeal)

const diffed = await timed({ lists: lists.map((list, at) => (at === 0 ? { ...list, diffs } : list)) })
const ruled = await timed({ policy: { ...benchPolicy, rules: benchPolicy.rules.slice(1) } })
process.stdout.write(JSON.stringify({ diff: diffed / whole, policy: ruled / whole }))

/** The lists, and a diff of one in a hundred names: half come, half go. */
function school() {
  const names = makeDomains(size)
  const count = Math.floor(size / 200)
  const came = Array.from({ length: count }, (_, at) => `fresh-${at}.${names[at * 3] ?? 'example'}`)
  const gone = names.filter((_, at) => at % 4 === 0).slice(0, count)
  const lines = [...came.map((name) => `+${name}`), ...gone.map((name) => `-${name}`)]
  return { lists: asLists(names), diffs: [fileOf(lines)], fresh: came[0] ?? '' }
}

/** The median of three, in milliseconds. */
async function timed(change: Partial<typeof common>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < 3; round++) {
    const start = performance.now()
    const { bytes: made } = await compile({ ...common, ...change, number: 2, previous })
    times.push(performance.now() - start)
    if (round === 0) check(made, change)
  }
  return median(times)
}

function check(made: Uint8Array<ArrayBuffer> | null, { policy }: Partial<typeof common>): void {
  const next = made === null ? null : openSnapshot(made.buffer, benchSeal)
  const asked = next?.decide({ kind: 'dns', target: fresh, who: { group: 'ks2' }, at: AT })
  const took =
    policy === undefined ? (asked?.categories.length ?? 0) > 0 : next?.policy.rules.length === policy.rules.length
  if (!took) throw new Error('The change did not take')
}
