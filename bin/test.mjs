/**
 * npm test: installs what the tests need, builds, checks types, runs the lint stops and then every test.
 * `npm test -- concerns` runs only the test files whose path holds that word, without the type check and the lint.
 */
import { check } from './check.mjs'
import { install } from './lib/install.mjs'
import { root } from './lib/root.mjs'
import { runNode } from './lib/run.mjs'

process.chdir(root)
install({ development: true })
const filter = process.argv.slice(2)
if ((await runNode(['bin/build.mjs', '--tests', '--assets'])) !== 0) process.exit(1)
const checked = filter.length > 0 ? 0 : await check()
const tested = await runNode(['tools/run-tests.mjs', ...filter])
process.exit(checked === 0 ? tested : 1)
