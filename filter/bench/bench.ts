/** npm run bench:filter: see filter/README.md. `--quick` measures 100,000 domains, otherwise 1 million, with `--large` also 5 million; `--names` leaves patterns and phrases out. */
import { writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { measureNames } from './measure-names.js'
import { measurePatterns } from './measure-patterns.js'
import { measurePhrases } from './measure-phrases.js'
import { toTable, type Figure } from './figures.js'

const quick = process.argv.includes('--quick')
const sizes = quick ? [100_000] : process.argv.includes('--large') ? [1_000_000, 5_000_000] : [1_000_000]
const figures: Figure[] = []
for (const size of sizes) figures.push(...(await measureNames(size)))
if (!process.argv.includes('--names'))
  figures.push(...(await measurePatterns(quick ? 3_000 : 30_000)), ...measurePhrases(quick ? [1_000] : [1_000, 10_000]))

const about = `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, load ${loadavg()[0]?.toFixed(1)} at the end`
const table = toTable(figures)
const flags = process.argv.slice(2).join(' ')
const how = `npm run bench:filter${flags === '' ? '' : ` -- ${flags}`}`
console.log(`${about}\n\n${table}`)
writeFileSync(
  'filter/RESULTS.md',
  `# The filter's figures

Written by \`${how}\`; filter/README.md says how to read it. Ratios are of processor time in one run, because the machine
is shared; absolute figures are not to be compared between machines.

${about}

${table}
`,
)
