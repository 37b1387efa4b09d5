/**
 * Runs the tests that the build holds, on Node 24: rules and pages first, then what needs a database (all on one
 * PostgreSQL, in a folder that goes away again), and the journeys through a browser last.
 */
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { run } from 'node:test'
import { SHIPPED, TESTED, sourceFiles } from '../bin/build.mjs'
import { chromium } from '../bin/lib/chromium.mjs'
import { programs } from '../bin/lib/programs.mjs'
import { root } from '../bin/lib/root.mjs'
import { say } from '../bin/lib/say.mjs'
import { Tally } from './tally.mjs'

const GROUPS = [
  { name: 'Rules and pages', holds: /(?<!\.db|\.journey)\.test\.tsx?$/, concurrency: cpus().length },
  { name: 'On the database', holds: /\.db\.test\.ts$/, concurrency: cpus().length },
  { name: 'Journeys', holds: /\.journey\.test\.tsx?$/, concurrency: cpus().length },
]

const LONGEST_FILE_MS = 10 * 60_000

const wanted = process.argv.slice(2)
const files = sourceFiles([...SHIPPED, ...TESTED])
  .map((file) => relative(root, file))
  .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
  .sort()

const tally = new Tally()
if (files.some((file) => file.endsWith('.journey.test.ts'))) process.env.HEDGEROW_CHROMIUM = chromium()
if (files.some((file) => file.endsWith('.programs.test.ts'))) programs()
const database = files.some((file) => /\.(db|journey)\.test\.ts$/.test(file)) ? await startDatabase() : null
try {
  for (const group of GROUPS) await runGroup(group)
} finally {
  await database?.stop()
}
process.exit(tally.finish())

async function runGroup({ name, holds, concurrency }) {
  const chosen = files.filter((file) => holds.test(file))
  if (chosen.length === 0) return
  say(`\n${name}: ${chosen.length} ${chosen.length === 1 ? 'file' : 'files'}`)
  const built = chosen.map((file) => join(root, 'build', file.replace(/\.tsx?$/, '.js')))
  const execArgv = ['--enable-source-maps', '--disable-warning=ExperimentalWarning']
  await tally.follow(run({ files: built, cwd: root, concurrency, execArgv, timeout: LONGEST_FILE_MS }), built)
}

async function startDatabase() {
  const { startPostgres } = await import('../build/app/src/kernel/postgres/start-postgres.js')
  const folder = mkdtempSync(join(tmpdir(), 'hedgerow-test-'))
  // Root's database runs under another account, which must be able to pass through.
  chmodSync(folder, 0o711)
  const postgres = await startPostgres({ folder: join(folder, 'postgres'), log: { info() {}, warn: say } })
  process.env.HEDGEROW_TEST_DATABASE = postgres.ownerUrl
  // Names the template database, so that the schema is made once for all files of one run.
  process.env.HEDGEROW_TEST_RUN = randomBytes(4).toString('hex')
  process.on('exit', () => removeDatabase(folder))
  return postgres
}

/** However we end, also by Ctrl-C, which the test runner answers by leaving at once: nothing stays behind. */
function removeDatabase(folder) {
  const pidFile = join(folder, 'postgres/cluster/postmaster.pid')
  if (existsSync(pidFile)) process.kill(-Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGKILL')
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
