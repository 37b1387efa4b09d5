#!/usr/bin/env node
/**
 * The command line, for example `node bin/hedgerow.mjs backup`: prepares like npm start, then runs app/src/cli.ts.
 * `filter` is a program of its own, so that a gateway holds nothing of the application in memory.
 */
import { join } from 'node:path'
import { prepare } from './lib/prepare.mjs'
import { root } from './lib/root.mjs'
import { runNode } from './lib/run.mjs'

await prepare()
const [command, ...rest] = process.argv.slice(2)
// A gateway's garbage is small and young: a small nursery keeps a busy process a third smaller, at no cost in time.
const flags = command === 'filter' && rest[0] === 'serve' ? ['--max-semi-space-size=2'] : []
const script = command === 'filter' ? 'run/filter.js' : 'run/cli.js'
const args = command === 'filter' ? rest : process.argv.slice(2)
process.exit(await runNode([...flags, join(root, 'build', script), ...args]))
