/**
 * npm run bench: measures the product beside bare Fastify and one query, on a database of its own that goes away again.
 * `npm run bench -- --quick` is a smaller school and shorter rounds. What it prints is explained in docs/benchmarks.md.
 */
import { install } from './lib/install.mjs'
import { root } from './lib/root.mjs'
import { runNode } from './lib/run.mjs'

process.chdir(root)
install({ development: true })
if ((await runNode(['bin/build.mjs', '--tests', '--assets'])) !== 0) process.exit(1)
process.exit(await runNode(['--disable-warning=ExperimentalWarning', 'build/bench/bench.js', ...process.argv.slice(2)]))
