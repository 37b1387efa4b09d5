/** npm start: installs and builds what is missing or out of date, then runs Hedgerow on the Node 24 it brings along. */
import { join } from 'node:path'
import { prepare } from './lib/prepare.mjs'
import { root } from './lib/root.mjs'
import { runNode } from './lib/run.mjs'

await prepare()
process.exit(await runNode([join(root, 'build/run/main.js'), ...process.argv.slice(2)]))
