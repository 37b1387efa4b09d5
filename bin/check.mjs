/** npm run check: types, the lint stops and the formatting. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { install } from './lib/install.mjs'
import { root } from './lib/root.mjs'
import { runNode } from './lib/run.mjs'
import { say } from './lib/say.mjs'

/** What must hold before a change is kept: a name, a program of ours under node_modules, and its arguments. */
const STEPS = [
  { name: 'The types', program: 'typescript/bin/tsc', args: ['-p', '.'] },
  { name: 'The lint stops', program: 'oxlint/bin/oxlint', args: ['--type-aware', '--quiet'] },
  {
    name: 'The formatting',
    program: 'prettier/bin/prettier.cjs',
    args: ['--check', '--log-level=warn', '{app,bin,tools,bench,filter}/**/*.{ts,tsx,mjs,json}', '*.json'],
  },
]

/** Runs every step, says which did not pass, and returns 0 when all did. */
export async function check() {
  let failed = 0
  for (const { name, program, args } of STEPS) {
    if ((await runNode([join(root, 'node_modules', program), ...args])) === 0) continue
    say(`✖ ${name}: see above`)
    failed = 1
  }
  return failed
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.chdir(root)
  install({ development: true })
  process.exit(await check())
}
