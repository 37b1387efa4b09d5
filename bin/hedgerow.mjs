#!/usr/bin/env node
/** The command line, for example `node bin/hedgerow.mjs backup`: prepares like npm start, then runs app/src/cli.ts. */
import { join } from 'node:path'
import { prepare } from './lib/prepare.mjs'
import { root } from './lib/root.mjs'
import { runNode } from './lib/run.mjs'

await prepare()
process.exit(await runNode([join(root, 'build/app/src/cli.js'), ...process.argv.slice(2)]))
