/**
 * npm run bench:filter: measures the filter's engine beside its limit in C and its peers, and writes filter/RESULTS.md.
 * `-- --quick` takes a tenth of the domains, `-- --gateway` measures the gateway and writes filter/GATEWAY.md. What it prints is explained in filter/README.md.
 */
import { install } from './lib/install.mjs'
import { root } from './lib/root.mjs'
import { runNode } from './lib/run.mjs'

process.chdir(root)
install({ development: true })
if ((await runNode(['bin/build.mjs', '--tests', '--assets'])) !== 0) process.exit(1)
const args = process.argv.slice(2)
const script = args.includes('--gateway') ? 'gateway/gateway-bench.js' : 'bench.js'
process.exit(await runNode(['--expose-gc', `build/filter/bench/${script}`, ...args]))
