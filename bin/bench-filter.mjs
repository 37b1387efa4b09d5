/**
 * npm run bench:filter: measures the filter's engine beside its limit in C and its peers, and writes filter/RESULTS.md.
 * `-- --quick` takes a tenth of the domains. What it prints is explained in filter/README.md.
 */
import { install } from './lib/install.mjs'
import { root } from './lib/root.mjs'
import { runNode } from './lib/run.mjs'

process.chdir(root)
install({ development: true })
if ((await runNode(['bin/build.mjs', '--tests'])) !== 0) process.exit(1)
process.exit(await runNode(['--expose-gc', 'build/filter/bench/bench.js', ...process.argv.slice(2)]))
