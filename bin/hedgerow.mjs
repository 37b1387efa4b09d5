#!/usr/bin/env node
/**
 * The command line, for example `node bin/hedgerow.mjs backup`: prepares like npm start, then runs app/src/cli.ts.
 * `filter` is a program of its own, so that a gateway holds nothing of the application in memory.
 */
import { join } from 'node:path'
import { environment, flags } from './lib/gateway-process.mjs'
import { prepare } from './lib/prepare.mjs'
import { root } from './lib/root.mjs'
import { runNode } from './lib/run.mjs'

await prepare()
const [command, ...rest] = process.argv.slice(2)
const isGateway = command === 'filter' && rest[0] === 'serve'
const script = join(root, 'build', command === 'filter' ? 'run/filter.js' : 'run/cli.js')
const args = command === 'filter' ? rest : process.argv.slice(2)
process.exit(await (isGateway ? runNode([...flags, script, ...args], environment) : runNode([script, ...args])))
